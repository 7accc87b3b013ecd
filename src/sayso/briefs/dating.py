"""When an article without a date can have been published: after what it tells of, before what tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sayso.books.times import load_times
from sayso.model.collation import Claim
from sayso.model.ledger import UTTERED, Statement, Transfer
from sayso.model.text import Actor, Article, Span, When

_DAY = len("2024-05-31")
_LETTERS = re.compile(r"[^\W\d_]+")


class Bounds(NamedTuple):
    """The first and the last possible day (ISO 8601), None where nothing tells, with the words that tell."""

    first: str | None = None
    last: str | None = None
    spans: tuple[Span, ...] = ()

    @property
    def when(self) -> When | None:
        """The same as a time; None where neither day is known."""
        if self.first is None and self.last is None:
            return None
        return When(start=self.first, end=self.last, precision="range", anchor="context")


NOTHING = Bounds()


class _Bound(NamedTuple):
    day: str
    span: Span


def possible_days(
    articles: Sequence[Article],
    claims: Iterable[Claim],
    statements: Mapping[str, Statement],
    actors: Mapping[str, Actor],
) -> Mapping[str, Bounds]:
    """By the id of each article without a date, the days on which it can have been published.

    Not before what was said or delivered on a day that is known and that its own words tell of; not before
    an article with a date that it cites, and not after one that cites it: another newsroom's only article on the claim.
    Where these exclude each other, nothing is known.
    """
    days = {one.id: one.published.start for one in articles if one.published}
    ends = {one.id: one.published.end or one.published.start for one in articles if one.published}
    undated = {one.id for one in articles if days.get(one.id) is None}
    if not undated:
        return {}
    told = tuple(claims)
    first: defaultdict[str, list[_Bound]] = defaultdict(list)
    last: defaultdict[str, list[_Bound]] = defaultdict(list)
    for bound in _told_of(told, statements.values()):
        first[bound.span.article].append(bound)
    outlets = _outlets(articles, actors)
    for claim in told:
        for citing, cited, span in _citations(claim, outlets):
            before, after = days.get(cited), ends.get(citing)
            if before is not None:
                first[citing].append(_Bound(before[:_DAY], span))
            if after is not None:
                last[cited].append(_Bound(after[:_DAY], span))
    return {key: _bounds(first[key], last[key]) for key in sorted(undated)}


def begins(when: When) -> str | None:
    """The first day (ISO 8601) that a time's words leave open: "the end of 2023" is late in the year."""
    if when.start is None or when.end is None:
        return when.start[:_DAY] if when.start else None
    closing = load_times().closing
    words = _LETTERS.findall(when.text.casefold())
    over = max((closing[word] for word in words if word in closing), default=0.0)
    first, last = (date.fromisoformat(day[:_DAY]) for day in (when.start, when.end))
    return (first + timedelta(days=int(((last - first).days + 1) * over))).isoformat()


def _told_of(claims: Iterable[Claim], statements: Iterable[Statement]) -> Iterator[_Bound]:
    """The days on which articles tell that something was said or delivered.

    What may be, is promised or would follow was said all the same; what somebody means to say was not yet.
    """
    to_come: set[Span] = set()
    for statement in statements:
        if statement.modality == "planned":
            to_come.update(statement.content)
        elif statement.when and _is_dated(statement, statement.when):
            yield from _bounds_at(statement.when, statement.content[:1])
    for claim in claims:
        for occasion in claim.occasions or ():
            if occasion.when is not None:
                told = [span for span in occasion.spans if span not in to_come]
                yield from _bounds_at(occasion.when, told)
        if _is_past(claim) and claim.record.when is not None:
            paths = [path for origin in claim.origins for path in origin.paths]
            yield from _bounds_at(
                claim.record.when, [span for path in paths for span in path.evidence[:1]]
            )


def _bounds_at(when: When, spans: Iterable[Span]) -> Iterator[_Bound]:
    day = begins(when)
    if day is not None:
        yield from (_Bound(day, span) for span in spans)


def _is_past(claim: Claim) -> bool:
    """Whether it tells that something was delivered."""
    record = claim.record
    return (
        isinstance(record, Transfer)
        and (record.modality, record.status) == ("asserted", "delivered")
        and claim.standing != "contested"
    )


def _is_dated(statement: Statement, when: When) -> bool:
    """Whether it is told as uttered at that time, and the time is told by words."""
    return (
        statement.act in UTTERED
        and bool(statement.content)
        and when.anchor in {"explicit", "context"}
        and when.precision != "duration"
    )


def _outlets(articles: Iterable[Article], actors: Mapping[str, Actor]) -> Mapping[str, set[str]]:
    """By a newsroom's id, its articles."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        if article.outlet:
            by_name[article.outlet.casefold()].add(article.id)
    return {
        actor.id: found
        for actor in actors.values()
        if (
            found := set().union(*(by_name[name.casefold()] for name in (actor.name, *actor.names)))
        )
    }


def _citations(claim: Claim, outlets: Mapping[str, set[str]]) -> Iterator[tuple[str, str, Span]]:
    """Who cites whom for the claim, with the words: the article, the cited newsroom's only one on it."""
    own = set(claim.articles)
    for origin in claim.origins:
        for path in origin.paths:
            for link in path.chain:
                held = outlets.get(link.party.actor or "", set()) & own if link.party else set()
                if len(held) == 1 and path.article not in held:
                    yield path.article, next(iter(held)), link.span


def _bounds(first: Sequence[_Bound], last: Sequence[_Bound]) -> Bounds:
    earliest = max(first, key=_order, default=None)
    latest = min(last, key=_order, default=None)
    if earliest and latest and earliest.day > latest.day:
        return NOTHING
    return Bounds(
        earliest.day if earliest else None,
        latest.day if latest else None,
        tuple(one.span for one in (earliest, latest) if one),
    )


def _order(bound: _Bound) -> tuple[str, str, str, int]:
    return bound.day, bound.span.article, bound.span.part, bound.span.start
