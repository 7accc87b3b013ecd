"""How many times something was uttered: the occasions that the articles show, and how many it may be.

Two tellings are of one occasion where they share quoted words, or stand in one article, or come through
one newsroom, and nothing speaks against it. They are of two where their dates lie apart or their
occasions cannot be one. Everything else is undetermined, and only raises the upper bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Ties
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.model.collation import Occasion
from sayso.model.text import Span, When


class Occasions(NamedTuple):
    """`evident`: occasions that are shown to differ; `possible`: how many there may be at most."""

    evident: tuple[Occasion, ...]
    possible: int


class _Mark(NamedTuple):
    """What of a telling can show that it is of another occasion."""

    when: tuple[str, str] | None
    kind: str | None
    heard: frozenset[str]


class _Group(NamedTuple):
    """Tellings of one occasion so far, by their indexes, and their marks."""

    members: tuple[int, ...]
    marks: frozenset[_Mark]


def find_occasions(
    tellings: Sequence[Telling], quoted: Ties, parties: Parties, book: AccountBook
) -> Occasions:
    """The occasions of one speaker's claim: at least one is evident, since it was said.

    `tellings` are in their order, `quoted` the ties of quoted words among them and others.
    """
    marks = [_mark(telling, parties, book) for telling in tellings]
    gap = book.limits.occasion_gap_days
    group = {i: _Group((i,), frozenset({mark})) for i, mark in enumerate(marks)}
    for i, j in _pairs(tellings, quoted, parties):
        a, b = group[i], group[j]
        if a is b or any(_two(x, y, gap) for x in a.marks for y in b.marks):
            continue
        both = _Group(tuple(sorted(a.members + b.members)), a.marks | b.marks)
        group |= dict.fromkeys(both.members, both)
    groups = [one for i, one in group.items() if one.members[0] == i]
    told = {one.members[0]: [tellings[i] for i in one.members] for one in groups}
    evident: list[_Group] = []
    for one in sorted(groups, key=lambda one: _told_best(told[one.members[0]])):
        if all(any(_two(x, y, gap) for x in one.marks for y in other.marks) for other in evident):
            evident.append(one)
    first = sorted(one.members[0] for one in evident)
    return Occasions(tuple(_occasion(told[i]) for i in first), len(groups))


def _pairs(
    tellings: Sequence[Telling], quoted: Ties, parties: Parties
) -> Iterator[tuple[int, int]]:
    """Pairs of tellings that something ties to one occasion: quoted words first, then the rest."""
    index = {telling.key: i for i, telling in enumerate(tellings)}
    tied = {
        (min(i, index[other.key]), max(i, index[other.key]))
        for i, telling in enumerate(tellings)
        for other, _ in quoted.get(telling.key, ())
        if other.key in index
    }
    yield from sorted(tied)
    rooms = [_rooms(telling, parties) for telling in tellings]
    for i, j in combinations(range(len(tellings)), 2):
        if rooms[i] & rooms[j] or tellings[i].record.article == tellings[j].record.article:
            yield i, j


def kind_of_occasion(words: str, book: AccountBook) -> str | None:
    """The kind of an occasion ("interview"), or None where its words fit any."""
    folded = words.casefold()
    hits = [
        (len(noun), kind)
        for kind, nouns in book.occasions.items()
        for noun in nouns
        if noun in folded
    ]
    return max(hits)[1] if hits else None


def _mark(telling: Telling, parties: Parties, book: AccountBook) -> _Mark:
    when, words = telling.statement.when, telling.statement.occasion
    return _Mark(
        (when.start, when.end) if when and when.start and when.end else None,
        kind_of_occasion(words, book) if words else None,
        frozenset(room.id for room in parties.newsrooms_in(words)) if words else frozenset(),
    )


def _two(a: _Mark, b: _Mark, gap: int) -> bool:
    """True where two tellings cannot be of one occasion; `gap` is the least number of days between two."""
    if a.when and b.when and _gap(a.when, b.when) >= gap:
        return True
    if a.kind is None or b.kind is None:
        return False
    if a.kind != b.kind:
        return True
    return a.kind == "interview" and bool(a.heard and b.heard) and not a.heard & b.heard


def _rooms(telling: Telling, parties: Parties) -> set[str]:
    """The newsrooms by which an article knows of it, by owner."""
    named = [parties.actor(link.party) for link in parties.newsrooms(telling.statement)]
    rooms = [actor for actor in named if actor is not None]
    rooms.extend(parties.newsrooms_in(telling.statement.occasion or ""))
    return {parties.owner(actor) for actor in rooms}


def _gap(a: tuple[str, str], b: tuple[str, str]) -> int:
    """The days between two times; 0 where they overlap."""
    first, second = sorted(((a[0][:10], a[1][:10]), (b[0][:10], b[1][:10])))
    return max(0, (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days)


def _told_best(members: Sequence[Telling]) -> tuple[bool, bool, int, tuple[str, int, str]]:
    return (
        not any(telling.statement.when and telling.statement.when.start for telling in members),
        not any(telling.statement.occasion for telling in members),
        -len(members),
        members[0].key,
    )


def _occasion(members: Sequence[Telling]) -> Occasion:
    """One occasion with the fullest words for it; a time only where one is resolved."""
    named = [telling.statement for telling in members if telling.statement.occasion]
    dated = [telling.statement.when for telling in members if telling.statement.when]
    resolved = [when for when in dated if when.start]
    spans = tuple(_evidence(telling) for telling in members)
    best = min(
        named, key=lambda statement: (-len(statement.occasion or ""), statement.id), default=None
    )
    return Occasion(
        occasion=best.occasion if best else None,
        when=min(resolved, key=_sharpness, default=None),
        spans=spans,
    )


def _sharpness(when: When) -> tuple[int, str, str]:
    order = ("instant", "day", "week", "month", "quarter", "season", "year", "range", "duration")
    return (
        order.index(when.precision) if when.precision else len(order),
        when.start or "",
        when.text,
    )


def _evidence(telling: Telling) -> Span:
    return telling.evidence[0]
