"""Quotations in two halves with their telling between: "“If they tax us,” she told deputies, in a rush, “we tax them.”".

Whatever the writer tells between the halves, and wherever the parser hangs it, what was said is the two halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.quotations.placed import Quoted
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = frozenset({"clause", "quote", "before"})
_TELLING = frozenset({"tell"})
_TWO = 2
_GOES_ON = frozenset({",", "-", "–", "—"})


def in_halves(tree: Tree, found: Found, quoted: Sequence[Quoted]) -> Found:
    """The same attribution with both halves as its content, where its cue stands between them."""
    between = _between(tree, found.head, quoted) if found.head >= 0 else None
    if between is None:
        return found
    first, second = between
    halves = {*range(first.first, first.last), *range(second.first, second.last)}
    gap = set(range(first.last, second.first))
    told = found.frame not in _CLAUSES and tree.tokens[found.head].lemma in _TELLING
    if told and found.content <= gap:  # "was quoted as telling | cadets"
        return replace(found, frame="quote", content=halves, hearer=found.hearer or found.content)
    if found.frame in _CLAUSES and found.content & halves:
        return replace(found, content=(found.content - gap) | halves)
    return found


def _between(tree: Tree, cue: int, quoted: Sequence[Quoted]) -> tuple[Quoted, Quoted] | None:
    """The halves around a cue: the first opens its sentence, a comma ends it, and one stands before the second."""
    sentence = tree.sentences[tree.sentence(cue)]
    before = [one for one in quoted if sentence.first <= one.first and one.last <= cue]
    after = [one for one in quoted if cue < one.first < sentence.last]
    if len(before) != 1 or not after or before[0].first != sentence.first:
        return None
    first, second = before[0], after[0]
    parted = {tree.tokens[second.first - 1].text, _last(tree, first)} <= _GOES_ON
    names = [at for at in range(first.last, second.first) if _is_named(tree, at)]
    return (first, second) if parted and len(names) < _TWO else None


def _last(tree: Tree, half: Quoted) -> str:
    """The last mark within a half."""
    return tree.tokens[max(half.first, half.last - 2)].text


def _is_named(tree: Tree, at: int) -> bool:
    """Whether a word is the name of somebody who does something: of two, the second may say the rest."""
    token = tree.tokens[at]
    return token.pos == "PROPN" and token.dep in SUBJECTS | PASSIVE_SUBJECTS
