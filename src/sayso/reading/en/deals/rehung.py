"""The tree as the deals are read from it: the things of a row joined, each with its own party."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Token
from sayso.reading.en.deals.rows import Gap, Phrase, Row, Rows
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

_BEFORE = {"DET": "det", "ADJ": "amod", "NUM": "nummod"}
_JOINTS = {"CCONJ": "cc", "PUNCT": "punct", "PROPN": "conj"}
_OWN = ("compound", "amod", "nmod", "nummod", "det", "poss", "quantmod", "case", "punct")


def rehung(tree: Tree, weapons: Weapons) -> Tree:
    """The tree with its rows put right; the same where there is nothing to mend."""
    rows = Rows(tree, weapons)
    mended = list(tree.tokens)
    for sentence in tree.sentences:
        for row in rows.of(sentence):
            trial = list(mended)
            changed = list(_changes(tree, row))
            for at, head, dep in changed:
                trial[at] = trial[at]._replace(head=head, dep=dep)
            if all(_is_hung(trial, at) for at, _, _ in changed):
                mended = trial
    return tree if mended == list(tree.tokens) else Tree(tuple(mended), tree.sentences)


def _is_hung(tokens: list[Token], at: int) -> bool:
    """Whether a token hangs on others up to a root, and not on itself."""
    seen = set()
    while tokens[at].head != at:
        if at in seen:
            return False
        seen.add(at)
        at = tokens[at].head
    return True


def _changes(tree: Tree, row: Row) -> Iterator[tuple[int, int, str]]:
    """What hangs where, as (token, head, label)."""
    above = row.thing
    for gap in row.gaps:
        yield from _party(tree, gap)
        for number, phrase in enumerate(gap.things):
            yield from _inside(tree, phrase)
            if not number:
                yield from _between(tree, gap, above)
            yield phrase.head, above, "conj"
            above = phrase.head
        yield gap.next, above, "prep"
        governed = _governed(tree, gap.next)
        if governed is not None:
            yield governed, gap.next, "pobj"


def _party(tree: Tree, gap: Gap) -> Iterator[tuple[int, int, str]]:
    yield from _inside(tree, gap.party)
    yield gap.party.head, gap.word, "pobj"


def _inside(tree: Tree, phrase: Phrase) -> Iterator[tuple[int, int, str]]:
    """The words of a phrase that hang on something outside it, on its head."""
    for at in range(phrase.first, phrase.last):
        token = tree.tokens[at]
        if at != phrase.head and not phrase.first <= token.head < phrase.last:
            yield at, phrase.head, "prep" if token.pos == "ADP" else _BEFORE.get(token.pos, "compound")


def _between(tree: Tree, gap: Gap, above: int) -> Iterator[tuple[int, int, str]]:
    """What stands between a party and the next thing, and was read as hung on that thing or beyond."""
    first = gap.things[0].first
    for at in range(gap.party.last, first):
        token = tree.tokens[at]
        if token.head >= first:
            dep = _JOINTS.get(token.pos, token.dep)
            yield at, above if dep in ("cc", "punct") else gap.party.head, dep


def _governed(tree: Tree, word: int) -> int | None:
    """The head of what a preposition is written before, where the tree has hung it elsewhere."""
    if tree.children(word, "pobj"):
        return None
    at = word + 1
    while at < len(tree.tokens) - 1 and tree.tokens[at].dep in _OWN and tree.tokens[at].head > at:
        at = tree.tokens[at].head
    return at if tree.tokens[at].pos in ("NOUN", "PROPN", "PRON") else None
