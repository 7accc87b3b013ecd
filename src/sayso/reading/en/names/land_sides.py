"""One of two states of one name by its side alone: "the North" of North Korea, where either is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sayso.model.text import Actor
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_OTHER = {"North": "South", "South": "North", "East": "West", "West": "East"}
_ARTICLES = frozenset({"the"})


def land_sides(page: Page, names: Iterable[Named], states: Mapping[str, Actor]) -> Iterator[Named]:
    """Where a side stands for the state: "the North", never "the North Sea", "the north" or "the North of …"."""
    named = list(names)
    known = {one.actor.country for one in named if one.actor is not None}
    sides = {
        side: actor
        for side, actor, other in _pairs(states)
        if {actor.country, other.country} & known
    }
    taken = ByWord(named)
    for at in page.written(sides) if sides else ():
        one = taken.starting(at)  # a place of no state, by the language model
        other = one is not None and (one.actor is not None or one.last > at + 1)
        if at == 0 or page.words[at - 1].key not in _ARTICLES or other:
            continue
        if page.gap(at - 1) == " " and not _goes_on(page, at):
            word = page.words[at]
            yield Named(word.start, word.end, at, at + 1, "name", actor=sides[word.plain])


def _pairs(states: Mapping[str, Actor]) -> Iterator[tuple[str, Actor, Actor]]:
    """The states whose names tell two sides of one land, with the other one."""
    by_name = {state.name: state for state in states.values()}
    for name, state in by_name.items():
        side, _, land = name.partition(" ")
        other = by_name.get(f"{_OTHER.get(side, '')} {land}")
        if land and other is not None:
            yield side, state, other


def _goes_on(page: Page, at: int) -> bool:
    """Whether a name goes on behind the side, or tells what it is the side of."""
    if at + 1 >= len(page.words) or page.gap(at) not in (" ", "-"):
        return False
    following = page.words[at + 1]
    return following.plain[:1].isupper() or following.key == "of" or page.gap(at) == "-"
