"""Conditions by inversion that were taken for what is said: "threatened to shut it | should Oslo deliver them"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# What turns an auxiliary around without a condition: "nor should Oslo", "what should Oslo do".
_TURNING = frozenset(
    {"nor", "neither", "so", "only", "never", "than", "as", "not", "then", "and", "but", "or"}
)
_ALONE = frozenset({"advcl", "ccomp", "conj", "dep"})
_NOUNS = ("pobj", "dobj", "attr")
_ASKING = frozenset({"WDT", "WP", "WRB", "WP$"})


def behind(seen: Seen) -> Iterator[Change]:
    """Hangs the clause behind another one on that, as the condition that it is; a question stays."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = tokens[at].head
        if tokens[at].dep in _ALONE or tokens[verb].tag == "NN":
            yield from _verbless(seen, at)
            continue
        who = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if (
            tokens[at].dep != "aux"
            or who is None
            or not at < who < verb
            or not _is_turned(seen, at)
        ):
            continue
        if tokens[verb].dep == "ccomp" and tokens[verb].head < at:
            yield verb, {"dep": "advcl"}
            continue
        main = next(
            (one for one in tree.children(verb, "ccomp") if max(tree.subtree(one)) < at), None
        )
        if main is not None:
            head = main if tokens[verb].head == verb else tokens[verb].head
            yield main, {"head": head, "dep": tokens[verb].dep}
            yield verb, {"head": main, "dep": "advcl"}


def _verbless(seen: Seen, at: int) -> Iterator[Change]:
    """Reads "threatened war should one tank | roll into Oslo", where the parser takes "tank roll" for nouns."""
    tree, tokens = seen.tree, seen.tree.tokens
    verb = next((one for one in tree.children(at, *_NOUNS) if one > at), tokens[at].head)
    who = verb - 1
    if not at < who or verb + 1 >= seen.sentence.last or tokens[verb + 1].pos != "ADP":
        return
    nouns = tokens[verb].tag == "NN" and tokens[who].pos == "NOUN" and tokens[who].head == verb
    if not nouns or tokens[who].dep not in ("compound", "npadvmod"):
        return
    told = next((one for one in tree.children(verb, "ccomp") if one < at), None)
    above = tokens[at].head if tokens[at].head < at else tokens[verb].head
    if told is not None:
        yield told, {"head": told, "dep": "ROOT"}
        above = told
    yield verb, {"tag": "VB", "pos": "VERB", "dep": "advcl", "head": above}
    yield at, {"dep": "aux", "head": verb}
    yield who, {"dep": "nsubj", "head": verb}
    for one in tree.children(verb):
        if at < one < who:
            yield one, {"head": who}
    end = seen.sentence.last - 1
    if told is not None and tokens[end].head == verb and tokens[end].pos == "PUNCT":
        yield end, {"head": told}


def _is_turned(seen: Seen, at: int) -> bool:
    """Whether a condition turns it around: within the sentence, behind no word that does so, in no question."""
    tokens, sentence = seen.tree.tokens, seen.sentence
    if (
        at == sentence.first
        or tokens[at - 1].lemma.lower() in _TURNING
        or tokens[at - 1].pos == "PUNCT"
    ):
        return False
    asked = any(tokens[one].text == "?" for one in range(at, sentence.last))
    return not asked and not _asks(seen.tree, at)


def _asks(tree: Tree, at: int) -> bool:
    verb = tree.tokens[at].head
    return any(tree.tokens[one].tag in _ASKING for one in tree.subtree(verb) if one < at)


BEHIND = Repair(behind, deps=frozenset({"aux", *_ALONE}), lemmas=lambda _: ("should",))
