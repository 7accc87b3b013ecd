"""Which articles are near an article: those that share words which weigh much in both, within some days.

Only those are compared in full, so the work for one article does not grow with the archive.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


class Holders(Protocol):
    """Articles by the terms that weigh most in them."""

    def holders(
        self, terms: Collection[str], days: Days, most: int
    ) -> Iterable[tuple[str, str, float]]:
        """Each term with articles of these days, the newest, at most so many, and its weight in them."""


class Ahead:
    """The same, asked once for all the terms of several articles; nothing may change meanwhile."""

    def __init__(self, held: Holders, terms: Collection[str]) -> None:
        self._held = held
        self._terms = sorted(set(terms))
        self._found: dict[tuple[Days, int], Mapping[str, Sequence[tuple[str, float]]]] = {}

    def holders(
        self, terms: Collection[str], days: Days, most: int
    ) -> Iterable[tuple[str, str, float]]:
        """Each of the terms with articles of these days, the newest, at most so many, and its weight in them."""
        asked = days, most
        if asked not in self._found:
            self._found[asked] = self._ask(days, most)
        for term in terms:
            for article, weight in self._found[asked].get(term, ()):
                yield term, article, weight

    def _ask(self, days: Days, most: int) -> Mapping[str, Sequence[tuple[str, float]]]:
        found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for term, article, weight in self._held.holders(self._terms, days, most):
            found[term].append((article, weight))
        return found


class Lookup:
    """The same in memory: each article is added once, before anything is asked."""

    def __init__(self) -> None:
        self._held: defaultdict[str, list[tuple[int, str, float]]] = defaultdict(list)
        self._sorted: set[str] = set()

    def add(self, article: str, day: int, terms: Vector) -> None:
        """Add an article, with the weights of its terms."""
        for term, weight in terms.items():
            self._held[term].append((-day, article, weight))

    def holders(
        self, terms: Collection[str], days: Days, most: int
    ) -> Iterable[tuple[str, str, float]]:
        """Each term with articles of these days, the newest, at most so many, and its weight in them."""
        for term in terms:
            held = self._held[term]
            if term not in self._sorted:
                held.sort()
                self._sorted.add(term)
            start = bisect_left(held, -days.last, key=_day)
            stop = min(bisect_right(held, -days.first, key=_day), start + most)
            for _, article, weight in held[start:stop]:
                yield term, article, weight


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
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for days in around(day, window):
        for term, other, weight in held.holders(terms.keys(), days, limits.held_by):
            shares[other].append(terms[term] * weight)
    shares.pop(article, None)
    alike = {other: math.fsum(shared) for other, shared in shares.items()}
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
