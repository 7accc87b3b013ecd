"""Which articles are near an article: those that share words which weigh much in both, within some days.

Only those are compared in full, so the work for one article does not grow with the archive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from sayso.books.stories import StoryBook
from sayso.collate.sketches import UNDATED
from sayso.collate.vectors import Portrait, Vector, likeness

# After every day that a date can have.
_LAST = 4_000_000


class Days(NamedTuple):
    """The first and the last of some days, as numbers."""

    first: int
    last: int


ALWAYS = Days(UNDATED + 1, _LAST)
NO_DATE = Days(UNDATED, UNDATED)


# By a term, the articles that have it, each with its weight there.
Held = Mapping[str, Sequence[tuple[str, float]]]


class Holders(Protocol):
    """Articles by the terms that weigh most in them."""

    def holders(self, terms: Collection[str], days: Days, most: int) -> Held:
        """The articles of these days that have each term: the newest, at most so many (of one day, by id)."""


class Ahead:
    """The same, asked once for all the terms of several articles; nothing may change meanwhile."""

    def __init__(self, held: Holders, terms: Collection[str]) -> None:
        self._held = held
        self._terms = sorted(set(terms))
        self._found: dict[tuple[Days, int], Held] = {}

    def holders(self, terms: Collection[str], days: Days, most: int) -> Held:
        """The articles of these days that have each term: the newest, at most so many."""
        asked = days, most
        if asked not in self._found:
            self._found[asked] = self._held.holders(self._terms, days, most)
        found = self._found[asked]
        return {term: found[term] for term in terms if term in found}


class Lookup:
    """The same in memory: each article is added once, before anything is asked."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[tuple[int, str, float]]] = defaultdict(list)
        self._sorted: set[str] = set()

    def add(self, article: str, day: int, terms: Vector) -> None:
        """Add an article, with the weights of its terms."""
        for term, weight in terms.items():
            self._held[term].append((day, article, weight))

    def holders(self, terms: Collection[str], days: Days, most: int) -> Held:
        """The articles of these days that have each term: the newest, at most so many."""
        return {term: self._newest(term, days, most) for term in terms}

    def _newest(self, term: str, days: Days, most: int) -> Sequence[tuple[str, float]]:
        held = self._held[term]
        if term not in self._sorted:
            held.sort()
            self._sorted.add(term)
        stop = bisect_right(held, days.last, key=_day)
        start = max(bisect_left(held, days.first, key=_day), stop - most)
        return [(article, weight) for _, article, weight in reversed(held[start:stop])]


def _day(entry: tuple[int, str, float]) -> int:
    return entry[0]


def around(day: int, window: int) -> Iterator[Days]:
    """The days on which others can be of one story with an article: any, where one of them has no date."""
    yield NO_DATE
    yield ALWAYS if day == UNDATED else Days(max(day - window, 1), day + window)


def candidates(
    article: str, day: int, terms: Vector, held: Holders, window: int, limits: StoryBook
) -> tuple[str, ...]:
    """Those that may be near an article: the most alike by the terms that weigh most, at most some."""
    alike: defaultdict[str, float] = defaultdict(float)
    # Always by the terms in the same order, so that the sums are the same ones.
    for days in around(day, window):
        by_term = held.holders(terms.keys(), days, limits.held_by)
        for term in terms:
            for other, weight in by_term.get(term, ()):
                alike[other] += terms[term] * weight
    alike.pop(article, None)
    found = [other for other in alike if alike[other] >= limits.key_likeness]
    return tuple(sorted(found, key=lambda other: (-alike[other], other))[: limits.candidates])


def nearest(
    portrait: Portrait, others: Mapping[str, Portrait], least: float, limits: StoryBook
) -> Mapping[str, float]:
    """Those of the others that are at least so alike, with their likeness: the nearest, at most some."""
    alike = {other: likeness(portrait, others[other]) for other in others}
    found = [other for other in alike if alike[other] >= least]
    kept = sorted(found, key=lambda other: (-alike[other], other))[: limits.neighbours]
    return {other: alike[other] for other in kept}
