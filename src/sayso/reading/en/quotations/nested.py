"""Quotations within quotations: "“He told me: ‘Leave’,” she said" has two speakers."""

from __future__ import annotations

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.quotations.placed import Quoted, place_quotes
from sayso.reading.en.quotations.quoted import taker_of
from sayso.reading.en.quotations.quotes import find_nested
from sayso.reading.tree import Tree


def join_nested(
    tree: Tree, found: list[Found], quoted: list[Quoted], text: str
) -> tuple[Quoted, ...]:
    """The inner quotations; each is given to the cue beside it that stands in the same outer one.

    What no such cue claims (a title, a scare quote) stays a part of the outer quotation, and no more.
    """
    all_inner: list[Quoted] = []
    for outer in quoted:
        cues = [one for one in found if outer.first <= one.head < outer.last]
        for inner in place_quotes(tree, find_nested(text, outer.quote)):
            all_inner.append(inner)
            outside = [one for one in cues if not inner.first <= one.head < inner.last]
            owner = taker_of(tree, outside, inner)
            if owner is not None and owner.speaker:
                owner.content &= set(range(outer.first + 1, outer.last - 1))
                owner.content |= set(range(inner.first, inner.last))
                owner.nested = True
    return tuple(all_inner)
