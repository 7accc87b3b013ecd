"""Which articles are wanted, as SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, or_, select

from sayso.stores import Selection
from sayso.stores.tables import actors, articles, parties, records

T = TypeVar("T")

# A statement takes 32,766 values in SQLite, 65,535 in PostgreSQL.
MANY = 10_000
# After every time of a day in ISO 8601.
END_OF_DAY = "~"


def chosen(connection: Connection, selection: Selection) -> list[str]:
    """The ids of the articles that are wanted, in the order in which a store gives them."""
    query = select(articles.c.published_start, articles.c.id).where(*_conditions(selection))
    if selection.articles is None:
        rows = [tuple(row) for row in connection.execute(query)]
    else:
        rows = [
            tuple(row)
            for ids in parted(sorted(set(selection.articles)), MANY)
            for row in connection.execute(query.where(articles.c.id.in_(ids)))
        ]
    return [key for _, key in sorted(rows, key=lambda row: (row[0] is None, row[0] or "", row[1]))]


def parted(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in portions of at most `size`."""
    iterator = iter(items)
    while portion := list(islice(iterator, size)):
        yield portion


def _conditions(selection: Selection) -> Iterator[ColumnElement[bool]]:
    if selection.published_until is not None:
        start = articles.c.published_start
        # Without a beginning it has no date, or may have been out on any day.
        yield or_(start.is_(None), start <= selection.published_until + END_OF_DAY)
    if selection.written_until is not None:
        yield articles.c.written <= selection.written_until
    if selection.actors:
        naming = select(actors.c.article).where(actors.c.id.in_(sorted(selection.actors)))
        yield articles.c.id.in_(naming)
    holds = [*_record_conditions(selection)]
    if holds:
        one = (
            select(records.c.key)
            .where(records.c.article == articles.c.id, *holds)
            .correlate(articles)
            .exists()
        )
        yield or_(one, articles.c.id.in_(sorted(selection.always))) if selection.always else one


def _record_conditions(selection: Selection) -> Iterator[ColumnElement[bool]]:
    if selection.kinds is not None:
        yield records.c.kind.in_(sorted(selection.kinds))
    if selection.since is not None:
        yield or_(records.c.last_day.is_(None), records.c.last_day >= selection.since)
    if selection.until is not None:
        yield or_(records.c.first_day.is_(None), records.c.first_day <= selection.until)
    if selection.who:
        yield (
            select(parties.c.record)
            .where(
                parties.c.article == records.c.article,
                parties.c.record == records.c.position,
                *(parties.c.folded.contains(word, autoescape=True) for word in selection.who),
            )
            .correlate(records)
            .exists()
        )
