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
_ASKING = frozenset({"WDT", "WP", "WRB", "WP$"})


def behind(seen: Seen) -> Iterator[Change]:
    """Hangs the clause behind another one on that, as the condition that it is; a question stays."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        if tokens[at].dep in _ALONE:
            yield from _verbless(seen, at)
            continue
        verb = tokens[at].head
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
    """Reads "threatened war should so much as one tank | roll into Oslo", where the parser takes "tank roll" for nouns."""
    tree, tokens = seen.tree, seen.tree.tokens
    verb = next((one for one in tree.children(at, "pobj", "dobj", "attr") if one > at), None)
    if verb is None or tokens[verb].tag != "NN" or verb + 1 >= seen.sentence.last:
        return
    who = verb - 1
    if tokens[who].dep != "compound" or tokens[who].head != verb or tokens[verb + 1].pos != "ADP":
        return
    yield verb, {"tag": "VB", "pos": "VERB", "dep": "advcl", "head": tokens[at].head}
    yield at, {"dep": "aux", "head": verb}
    yield who, {"dep": "nsubj", "head": verb}
    for one in tree.children(verb):
        if at < one < who:
            yield one, {"head": who}


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
