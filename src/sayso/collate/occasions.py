"""How many times something was uttered: the occasions that the articles show, and how many it may be.

Two tellings are of one occasion where they share quoted words, or stand in one article, or come through
one newsroom, and nothing speaks against it. They are of two where their dates lie apart or their
occasions cannot be one. Everything else is undetermined, and only raises the upper bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.model.collation import Occasion
from sayso.model.text import Span, When


class Occasions(NamedTuple):
    """`evident`: occasions that are shown to differ; `possible`: how many there may be at most."""

    evident: tuple[Occasion, ...]
    possible: int


def find_occasions(cluster: Cluster, parties: Parties, book: AccountBook) -> Occasions:
    """The occasions of one speaker's claim: at least one is evident, since it was said."""
    tellings = cluster.tellings
    group: dict[tuple[str, int, str], tuple[Telling, ...]] = {t.key: (t,) for t in tellings}
    quoted = {(a.key, b.key) for a, b, likeness in cluster.ties if likeness.quoted}
    rooms = {telling.key: _rooms(telling, parties) for telling in tellings}
    pairs = list(combinations(tellings, 2))
    for a, b in sorted(pairs, key=lambda pair: (pair[0].key, pair[1].key) not in quoted):
        x, y = group[a.key], group[b.key]
        if x is y:
            continue
        one = (a.key, b.key) in quoted or a.record.article == b.record.article
        if not one and not rooms[a.key] & rooms[b.key]:
            continue
        if any(_two(left, right, parties, book) for left in x for right in y):
            continue
        both = tuple(sorted(x + y, key=lambda telling: telling.key))
        group |= {telling.key: both for telling in both}
    groups = [members for key, members in group.items() if members[0].key == key]
    evident: list[tuple[Telling, ...]] = []
    for members in sorted(groups, key=_told_best):
        if all(any(_two(a, b, parties, book) for a in members for b in known) for known in evident):
            evident.append(members)
    evident.sort(key=lambda members: members[0].key)
    return Occasions(tuple(_occasion(members) for members in evident), len(groups))


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


def _two(a: Telling, b: Telling, parties: Parties, book: AccountBook) -> bool:
    if days_between(a.statement.when, b.statement.when) >= book.limits.occasion_gap_days:
        return True
    x, y = a.statement.occasion, b.statement.occasion
    if not x or not y:
        return False
    left, right = kind_of_occasion(x, book), kind_of_occasion(y, book)
    if left is None or right is None:
        return False
    if left != right:
        return True
    heard = (
        {room.id for room in parties.newsrooms_in(x)},
        {room.id for room in parties.newsrooms_in(y)},
    )
    return left == "interview" and bool(heard[0] and heard[1]) and not heard[0] & heard[1]


def _rooms(telling: Telling, parties: Parties) -> set[str]:
    """The newsrooms by which an article knows of it, by owner."""
    named = [parties.actor(link.party) for link in parties.newsrooms(telling.statement)]
    rooms = [actor for actor in named if actor is not None]
    rooms.extend(parties.newsrooms_in(telling.statement.occasion or ""))
    return {parties.owner(actor) for actor in rooms}


def days_between(a: When | None, b: When | None) -> int:
    """The days between two times; 0 where they overlap or one of them is not known."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return 0
    first, second = sorted(((a.start[:10], a.end[:10]), (b.start[:10], b.end[:10])))
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
