"""A name found in a text, before it becomes a Mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sayso.model.text import Actor, Place, WeaponRef


class Named(NamedTuple):
    """A name: offsets, the words [first, last), how it names, and one of actor, weapon and place.

    Manners: those of the book (``name``, ``alone``, ``adjective``, ``people``, ``capital``), ``organ`` for
    an organ of a state, ``model`` where only the language model says so, and ``kind`` for a kind of weapon.
    """

    start: int
    end: int
    first: int
    last: int
    manner: str
    actor: Actor | None = None
    weapon: WeaponRef | None = None
    place: Place | None = None


def in_order(names: Iterable[Named]) -> tuple[Named, ...]:
    """The names as they stand in the text."""
    return tuple(sorted(names, key=lambda named: (named.start, named.end)))


def without_overlap(ranked: Iterable[Named]) -> tuple[Named, ...]:
    """The names in text order; of two that overlap, the one that comes first in `ranked`."""
    taken: set[int] = set()
    kept = []
    for named in ranked:
        words = range(named.first, named.last)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(named)
    return in_order(kept)


class ByWord:
    """Names by their first and by their last word."""

    def __init__(self, names: Iterable[Named]) -> None:
        self.all = in_order(names)
        self._first = {named.first: named for named in self.all}
        self._last = {named.last: named for named in self.all}

    def starting(self, word: int) -> Named | None:
        """The name that begins with this word."""
        return self._first.get(word)

    def ending(self, word: int) -> Named | None:
        """The name that ends just before this word."""
        return self._last.get(word)

    def __iter__(self) -> Iterator[Named]:
        return iter(self.all)


def without(names: Iterable[Named], words: set[int]) -> list[Named]:
    """The names that none of these words is in."""
    return [named for named in names if words.isdisjoint(range(named.first, named.last))]


def words_of(names: Iterable[Named]) -> set[int]:
    """The words of all these names."""
    return {word for named in names for word in range(named.first, named.last)}
