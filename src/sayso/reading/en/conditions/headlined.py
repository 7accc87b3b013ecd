"""Threats told like headlines: "Leave or else, Oslo tells Rome", "Leave or face war: Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.tree import SUBJECTS, Tree

TELLING = frozenset({"tell", "warn", "caution"})
_CLAUSES = ("advcl", "ccomp", "dep", "parataxis", "csubj", "nsubj", "conj")
_NEAR = 8  # tokens from a telling to its colon
_LABEL = 4  # tokens behind the colon
_ENDS = frozenset({".", "!", "?", "…"})


def told_behind(tree: Tree, verb: int) -> Iterator[Found]:
    """Reads "Leave the islet or face war, Oslo tells Rome": an order with an "or" before who gives it."""
    tokens = tree.tokens
    teller, told = tree.child(verb, *SUBJECTS), tree.child(verb, "dobj", "dative")
    sentence = tree.sentences[tree.sentence(verb)]
    if teller is None or tokens[verb].tag not in ("VBZ", "VBP") or teller > verb:
        return
    speaker = noun_phrase(tree, teller)
    comma = min(speaker) - 1
    if comma <= sentence.first or tokens[comma].text != "," or teller < comma:
        return
    ordered = next((at for at in tree.children(verb, *_CLAUSES) if at < comma), None)
    content = set(range(sentence.first, comma))
    content |= _or_behind(tree, verb)
    either = any(tokens[at].lemma == "or" for at in content)
    if ordered is None or not either or tokens[sentence.first].tag not in ("VB", "VBP"):
        return
    yield Found(
        head=verb,
        cue={verb},
        act="speech",
        force="assertive",
        frame="demand",
        speaker=speaker,
        hearer=noun_phrase(tree, told) if told is not None else None,
        content=content,
    )


def _or_behind(tree: Tree, verb: int) -> set[int]:
    """Reads "Don't sell it, Oslo warns Rome, or its port will be shut": what follows behind the telling."""
    tokens = tree.tokens
    last = tree.sentences[tree.sentence(verb)].last
    ors = (at for at in range(verb + 1, min(verb + _NEAR, last)) if tokens[at].lemma == "or")
    either = next((at for at in ors if tokens[at - 1].text == ","), last)
    return {at for at in range(either, last) if tokens[at].text not in _ENDS}


def told_colon(tree: Tree, verb: int) -> Iterator[Found]:
    """Reads "Oslo warns Rome: leave the reef, or …": what stands behind the colon of a telling, without marks."""
    tokens = tree.tokens
    teller, told = tree.child(verb, *SUBJECTS), tree.child(verb, "dobj", "dative")
    last = tree.sentences[tree.sentence(verb)].last
    colon = next((at for at in range(verb + 1, last) if tokens[at].text == ":"), last)
    if teller is None or told is None or not teller < verb < told < colon <= verb + _NEAR:
        return
    if any(at < teller for at in tree.children(verb, "ccomp")):
        return  # "It is known, the mayor told Oslo: …"
    between = range(verb + 1, colon)
    clear = all(tokens[at].pos not in ("VERB", "AUX", "PUNCT") for at in between)
    if not clear or last - colon <= _LABEL or tokens[colon + 1].pos == "PUNCT":
        return
    words = [at for at in range(colon + 1, last) if tokens[at].text not in _ENDS]
    yield Found(
        head=verb,
        cue=tree.verb_group(verb),
        act="speech",
        force="assertive",
        frame="clause",
        speaker=noun_phrase(tree, teller),
        hearer=noun_phrase(tree, told) & set(between),
        content=set(words),
    )


def headline_label(tree: Tree, colon: int) -> Iterator[Found]:
    """Reads "Pay up or face war: Oslo", "Leave or else: Oslo to Rome", on a line without a full stop."""
    tokens = tree.tokens
    number = tree.sentence(colon)
    if number < 0:
        return
    first, last = tree.sentences[number].first, tree.sentences[number].last
    before = range(first, colon)
    ordered = tokens[first].tag in ("VB", "VBP") and any(tokens[at].lemma == "or" for at in before)
    if not ordered or tokens[last - 1].text in _ENDS:
        return
    to = next((at for at in range(colon + 1, last) if tokens[at].lemma == "to"), last)
    told = range(to + 1, last)
    if _is_name(tree, range(colon + 1, to)) and (not told or _is_name(tree, told)):
        yield _label(colon, set(range(colon + 1, to)), set(before), set(told) or None)


def _label(colon: int, speaker: set[int], content: set[int], told: set[int] | None) -> Found:
    return Found(
        head=colon,
        cue={colon},
        act="speech",
        frame="label",
        speaker=speaker,
        hearer=told,
        content=content,
    )


def _is_name(tree: Tree, words: range) -> bool:
    """Whether these few words are the name of somebody."""
    tokens = [tree.tokens[at] for at in words]
    named = all(one.tag.startswith("NN") and one.text[:1].isupper() for one in tokens)
    return 0 < len(tokens) <= _LABEL and named
