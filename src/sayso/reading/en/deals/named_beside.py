"""Names that the small parser took into the phrase beside them, or hung on the word before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model.text import Mention
from sayso.reading.tree import Tree

_INTO = frozenset({"nmod", "compound", "amod"})
_OPENING = frozenset({"CD", "DT", "PRP$"})
_POWERS = frozenset({"state", "government", "armed_group"})


def named_beside(tree: Tree, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """What hangs where, as (token, head, label), around the names of states and forces."""
    starts = {token.start: at for at, token in enumerate(tree.tokens)}
    ends = {token.end: at for at, token in enumerate(tree.tokens)}
    for one in mentions:
        if one.actor is None or one.actor.type not in _POWERS:
            continue
        first, last = starts.get(one.span.start), ends.get(one.span.end)
        if first is not None and last is not None and first > 0:
            yield from _given(tree, first, last)
            yield from _described(tree, first, last)


def _given(tree: Tree, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Reads "gave | the Republic of Oslo | 20 tanks", where the republic was taken for a part of the tanks."""
    tokens = tree.tokens
    opens = first - 1 if tokens[first - 1].tag == "DT" else first
    verb = opens - 1
    held = tokens[last].head
    if verb < 0 or last + 1 == len(tokens):
        return
    counted = tokens[last + 1].tag in _OPENING and not tokens[last + 1].text[-1:].isdigit()
    counted = counted or tokens[last + 1].text.replace(",", "").isdigit()
    into = tokens[last].dep in _INTO and tokens[last].pos == "PROPN" and held > last + 1 and counted
    if not into or not tokens[verb].tag.startswith("VB") or tokens[held].head != verb:
        return
    yield last, verb, "dative"
    for at in range(opens, last):
        if not opens <= tokens[at].head <= last:
            yield at, last, "det" if tokens[at].tag == "DT" else "compound"


def _described(tree: Tree, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Reads "to the armed | Riga Front |", where the adjective was taken for the noun."""
    tokens = tree.tokens
    before = first - 1
    if tokens[last].dep == "appos" and tokens[last].head == before and tokens[before].pos == "ADJ":
        yield last, tokens[before].head, tokens[before].dep
        yield before, last, "appos"  # no part of the name
