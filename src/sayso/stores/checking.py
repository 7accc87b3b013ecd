"""Whether all in a store is as it must be. What is not is named; nothing is repaired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, exists, func, select

from sayso.model.ids import record_id, sha256_id
from sayso.model.ledger import Quarantine
from sayso.stores import Flaw
from sayso.stores.checking_article import check_article, different
from sayso.stores.checking_index import check_index, strays
from sayso.stores.checking_stories import check_stories
from sayso.stores.judging import JUDGEMENT, judged_rows, judgement_row
from sayso.stores.rows import quarantine_row
from sayso.stores.tables import (
    CHILDREN,
    articles,
    captures,
    judged,
    judgements,
    parties,
    quarantines,
    records,
    tombstones,
    versions,
)

# Articles in memory at a time, and rows that the driver fetches at a time.
_AT_A_TIME = 50
_FETCHED = 1_000

_QUARANTINE = msgspec.json.Decoder(Quarantine)


def check_store(
    connection: Connection, broken: Callable[[Connection], Iterator[str]]
) -> Iterator[Flaw]:
    """All flaws, as one moment has them. `broken` is what the database says of its own files.

    Where its files are broken no row can be trusted, and nothing else is looked at.
    """
    files = [Flaw(table="database", id="-", what=found) for found in broken(connection)]
    if files:
        yield from files
        return
    yield from _orphans(connection)
    for page in _pages(connection):
        yield from _articles(connection, page)
    yield from strays(connection)
    yield from _quarantines(connection)
    yield from _forgotten(connection)
    yield from _judgements(connection)
    yield from check_stories(connection)


def _pages(connection: Connection) -> Iterator[Sequence[Any]]:
    """The rows of the articles, some at a time."""
    last = -1
    query = select(articles).order_by(articles.c.key).limit(_AT_A_TIME)
    while page := connection.execute(query.where(articles.c.key > last)).all():
        yield page
        last = page[-1].key


def _articles(connection: Connection, page: Sequence[Any]) -> Iterator[Flaw]:
    ids = [row.id for row in page]
    rows: dict[str, defaultdict[str, list[Any]]] = {key: defaultdict(list) for key in ids}
    for table in CHILDREN:
        order = [column for column in table.primary_key if column is not table.c.article]
        if table is records:
            order = [table.c.position]
        children = select(table).where(table.c.article.in_(ids)).order_by(table.c.article, *order)
        for row in connection.execute(children):
            rows[row.article][table.name].append(row)
    smallest = _smallest_paths(connection, ids)
    sound = []
    for row in page:
        flaws, ledger = check_article(row, rows[row.id])
        yield from flaws
        if ledger is not None and not flaws:
            sound.append((ledger, row.key))
        if row.id not in smallest:
            yield Flaw(table=str(articles.name), id=row.id, what="it has no capture")
        elif (row.path or "") != smallest[row.id]:
            yield Flaw(
                table=str(articles.name), id=row.id, what="path is not its smallest capture's"
            )
    said = {key: found[records.name] for key, found in rows.items()}
    yield from check_index(connection, sound, said)


def _smallest_paths(connection: Connection, ids: Sequence[str]) -> Mapping[str, str]:
    query = (
        select(captures.c.article, func.min(captures.c.path).label("path"))
        .where(captures.c.article.in_(ids))
        .group_by(captures.c.article)
    )
    return {row.article: row.path for row in connection.execute(query)}


def _orphans(connection: Connection) -> Iterator[Flaw]:
    """Rows that hang on nothing."""
    for table in (captures, *CHILDREN):
        there = exists().where(articles.c.id == table.c.article)
        if table is parties:
            there = exists().where(
                records.c.article == table.c.article, records.c.position == table.c.record
            )
        yield from _named(
            connection,
            table,
            select(table.c.article).where(~there.correlate(table)).distinct(),
            "it hangs on nothing that is there",
        )
    known = exists().where(versions.c.id == articles.c.version).correlate(articles)
    yield from _named(
        connection, articles, select(articles.c.id).where(~known), "its version is not there"
    )
    former = articles.alias()
    known = exists().where(former.c.id == articles.c.version_of, former.c.url == articles.c.url)
    yield from _named(
        connection,
        articles,
        select(articles.c.id).where(articles.c.version_of.is_not(None), ~known.correlate(articles)),
        "what it is a version of is not there",
    )
    known = exists().where(judgements.c.id == judged.c.judgement).correlate(judged)
    yield from _named(
        connection, judged, select(judged.c.judgement).where(~known), "its judgement is not there"
    )


def _quarantines(connection: Connection) -> Iterator[Flaw]:
    for row in _rows(connection, quarantines):
        try:
            quarantine = _QUARANTINE.decode(row.record)
        except msgspec.DecodeError as error:
            yield Flaw(table=str(quarantines.name), id=row.path, what=f"no record: {error}")
        else:
            yield from different(quarantines, row.path, row, quarantine_row(quarantine))


def _forgotten(connection: Connection) -> Iterator[Flaw]:
    """What is left of articles that must have left nothing."""
    for table in (captures, *CHILDREN, judged):
        query = select(table.c.article).join(tombstones, table.c.article == tombstones.c.article)
        yield from _named(connection, table, query.distinct(), "it is of a forgotten article")
    query = select(articles.c.id).join(tombstones, articles.c.id == tombstones.c.article)
    yield from _named(connection, articles, query, "it was forgotten")
    for row in _rows(connection, quarantines):
        if row.sha256 is None:
            continue
        key = sha256_id("article", row.sha256)
        query = select(tombstones.c.article).where(tombstones.c.article == key)
        yield from _named(connection, quarantines, query, "its bytes are of a forgotten article")


def _judgements(connection: Connection) -> Iterator[Flaw]:
    for row in _rows(connection, judgements):
        try:
            judgement = JUDGEMENT.decode(row.record)
        except msgspec.DecodeError as error:
            yield Flaw(table=str(judgements.name), id=row.id, what=f"no record: {error}")
            continue
        yield from different(judgements, row.id, row, judgement_row(judgement))
        if record_id(judgement) != judgement.id:
            yield Flaw(table=str(judgements.name), id=row.id, what="its id is not its content's")
        query = select(judged).where(judged.c.judgement == row.id).order_by(judged.c.position)
        if [*connection.execute(query).mappings()] != [*judged_rows(judgement)]:
            yield Flaw(table=str(judged.name), id=row.id, what="not what its judgement stands on")
        if judgement.verdict == "undone":
            query = select(judgements.c.id).where(judgements.c.id == judgement.left)
            if connection.scalar(query) is None:
                yield Flaw(table=str(judgements.name), id=row.id, what="what it undid is not there")


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    query = select(table).order_by(*table.primary_key)
    return iter(connection.execute(query, execution_options={"yield_per": _FETCHED}))


def _named(connection: Connection, table: Table, query: Any, what: str) -> Iterator[Flaw]:
    for key in connection.scalars(query, execution_options={"yield_per": _FETCHED}):
        yield Flaw(table=str(table.name), id=key, what=what)
