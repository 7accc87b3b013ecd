"""One batch in one transaction.

What two processes write of one article is equal, since the same version makes the same records of the same
bytes: so the first that comes stays. Rows are written in the order of their ids, so that of two writers
one waits for the other and never each for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Batch, Capture, Tombstone, Version, Written
from sayso.stores.dialect import Dialect
from sayso.stores.forgetting import keep_out
from sayso.stores.gathering import await_stories, leave_stories
from sayso.stores.index import drop_words, index_words
from sayso.stores.judging import write_judgement
from sayso.stores.rows import ARTICLE, Row, article_row, child_rows, json_of, plain, quarantine_row
from sayso.stores.selecting import MANY, parted
from sayso.stores.succession import link_versions
from sayso.stores.tables import (
    CHILDREN,
    articles,
    captures,
    quarantines,
    records,
    tombstones,
    versions,
)

InsertNew = Callable[[Table], Any]


def write_batch(connection: Connection, dialect: Dialect, batch: Batch, written: str) -> Written:
    """Write a batch in the caller's transaction, and say what that changed.

    `written` is the instant (ISO 8601, UTC) that is noted with the articles.
    """
    insert_new = dialect.insert_new
    ledgers = _settled(batch.ledgers)
    connection.execute(insert_new(versions), _version_row(batch.version))
    new = _insert_articles(connection, insert_new, ledgers, batch.version, written)
    forgotten = keep_out(connection, new)
    ledgers = [ledger for ledger in ledgers if ledger.article.id not in forgotten]
    fresh = [ledger for ledger in ledgers if ledger.article.id in new]
    _insert_children(connection, insert_new, fresh)
    await_stories(connection, [ledger.article.id for ledger in fresh])
    done = Written(
        new=len(fresh),
        added=sum(len(ledger.records) for ledger in fresh),
        forgotten=len(forgotten),
    )
    if batch.again:
        known = [ledger for ledger in ledgers if ledger.article.id not in new]
        done += _renew(connection, insert_new, known, batch.version, written)
    own = () if batch.placed else map(_capture, (ledger.article for ledger in batch.ledgers))
    found = [*batch.captures, *own]
    _insert_captures(connection, insert_new, found)
    link_versions(connection, dialect, (plain(one.article.url) for one in ledgers))
    _note_quarantines(connection, insert_new, batch, found)
    for judgement in batch.judgements:
        write_judgement(connection, insert_new, judgement)
    _set_tombstones(connection, insert_new, batch.tombstones)
    return done


def _settled(ledgers: Iterable[Ledger]) -> list[Ledger]:
    """Each article once, by id: of several captures the one with the smallest path."""
    best: dict[str, Ledger] = {}
    for ledger in sorted(ledgers, key=lambda one: (one.article.path or "", one.article.url or "")):
        best.setdefault(ledger.article.id, ledger)
    return [best[key] for key in sorted(best)]


def _capture(article: Article) -> Capture:
    return Capture(article=article.id, path=article.path, url=article.url)


def _version_row(version: Version) -> Row:
    names = msgspec.json.encode(version.extractors, order="sorted").decode()
    return {**msgspec.structs.asdict(version), "extractors": names}


def _insert_articles(
    connection: Connection,
    insert_new: InsertNew,
    ledgers: Sequence[Ledger],
    version: Version,
    written: str,
) -> frozenset[str]:
    """The ids of those that were not there."""
    if not ledgers:
        return frozenset()
    statement = insert_new(articles).returning(articles.c.id)
    rows = [article_row(ledger, version.id, written) for ledger in ledgers]
    return frozenset(connection.scalars(statement, rows))


def _insert_children(
    connection: Connection, insert_new: InsertNew, ledgers: Sequence[Ledger]
) -> None:
    rows: dict[str, list[Row]] = defaultdict(list)
    for ledger in ledgers:
        for name, row in child_rows(ledger):
            rows[name].append(row)
    for table in reversed(CHILDREN):
        if rows[table.name]:
            connection.execute(insert(table), rows[table.name])
    index_words(connection, ledgers, insert_new)


def _renew(
    connection: Connection,
    insert_new: InsertNew,
    ledgers: Sequence[Ledger],
    version: Version,
    written: str,
) -> Written:
    """Put ledgers in the place of what there is of their articles."""
    done = Written()
    for portion in parted(ledgers, MANY):
        ids = [ledger.article.id for ledger in portion]
        connection.execute(_locked(ids)).all()
        before: dict[str, set[str]] = defaultdict(set)
        query = select(records.c.article, records.c.id).where(records.c.article.in_(ids))
        for article, record in connection.execute(query):
            before[article].add(record)
        drop_words(connection, ids)
        leave_stories(connection, ids)
        for table in CHILDREN:
            connection.execute(delete(table).where(table.c.article.in_(ids)))
        rows = [article_row(ledger, version.id, written) for ledger in portion]
        connection.execute(_update_of(rows[0]), [{**row, "known": row["id"]} for row in rows])
        _insert_children(connection, insert_new, portion)
        for ledger in portion:
            old, now = before[ledger.article.id], {record.id for record in ledger.records}
            done += Written(
                renewed=1, added=len(now - old), removed=len(old - now), kept=len(now & old)
            )
    return done


def _locked(ids: Sequence[str]) -> Any:
    known = select(articles.c.id, articles.c.path).where(articles.c.id.in_(ids))
    return known.order_by(articles.c.id).with_for_update()


def _update_of(row: Row) -> Any:
    names = [name for name in row if name != "id"]
    return (
        update(articles)
        .where(articles.c.id == bindparam("known"))
        .values({name: bindparam(name) for name in names})
    )


def _insert_captures(
    connection: Connection, insert_new: InsertNew, found: Iterable[Capture]
) -> None:
    """Note where articles were found. An article is named by the smallest of its paths."""
    rows = sorted({(one.article, plain(one.path) or "", plain(one.url) or "") for one in found})
    for portion in parted(rows, MANY):
        ids = sorted({article for article, _, _ in portion})
        # Locked, so that two that find one article see each other's paths.
        known = {row.id: row.path for row in connection.execute(_locked(ids))}
        held = [row for row in portion if row[0] in known]
        if not held:
            continue
        connection.execute(
            insert_new(captures),
            [{"article": article, "path": path, "url": url} for article, path, url in held],
        )
        smallest = (
            select(captures.c.article, func.min(captures.c.path))
            .where(captures.c.article.in_(ids))
            .group_by(captures.c.article)
        )
        for article, path in connection.execute(smallest).all():
            if path != (known[article] or ""):
                _name(connection, article, path or None)


def _name(connection: Connection, article: str, path: str | None) -> None:
    record = connection.scalars(select(articles.c.record).where(articles.c.id == article)).one()
    named = json_of(msgspec.structs.replace(ARTICLE.decode(record), path=path))
    connection.execute(
        update(articles).where(articles.c.id == article).values(path=path, record=named)
    )


def _note_quarantines(
    connection: Connection, insert_new: InsertNew, batch: Batch, found: Iterable[Capture]
) -> None:
    """A path is quarantined until it is read."""
    rows = {row["path"]: row for row in map(quarantine_row, batch.quarantines)}
    over = sorted({*rows, *(plain(one.path) or "" for one in found)})
    for portion in parted(over, MANY):
        connection.execute(delete(quarantines).where(quarantines.c.path.in_(portion)))
    if rows:
        connection.execute(insert_new(quarantines), [rows[path] for path in sorted(rows)])


def _set_tombstones(
    connection: Connection, insert_new: InsertNew, buried: Iterable[Tombstone]
) -> None:
    """Those whose article is not here: to forget one that is, it must be asked for."""
    rows = [msgspec.structs.asdict(one) for one in buried]
    for portion in parted(rows, MANY):
        ids = [row["article"] for row in portion]
        here = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(ids))))
        kept = [row for row in portion if row["article"] not in here]
        if kept:
            connection.execute(insert_new(tombstones), kept)
