"""What SQLite does its own way. The file can be opened by any tool for SQLite, Datasette among them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    literal_column,
    text,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.engine import URL

from sayso.stores.asking import Term

# How long a writer waits for its turn. A batch takes milliseconds, but SQLite gives the turn to whoever asks first
# when it is free, so that of many writers on a busy machine one may wait for minutes.
_WAIT_SECONDS = 600


def exists(url: URL) -> bool:
    """Whether the file is there."""
    return url.database is not None and Path(url.database).exists()


def engine(url: URL, *, create: bool) -> Engine:
    """Connections that read without waiting, and write one after another."""
    if create and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    made = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def insert_new(table: Table) -> Insert:
    """An insert that leaves what is there as it is."""
    return insert(table).on_conflict_do_nothing()


def meets(table: Table, terms: Sequence[Term], without: Sequence[Term]) -> ColumnElement[bool]:
    """FTS5's query, https://www.sqlite.org/fts5.html#full_text_query_syntax."""
    query = " AND ".join(map(_any, terms))
    if without:
        query = f"({query}) NOT ({' OR '.join(map(_any, without))})"
    return literal_column(f'"{table.name}"').op("MATCH", is_comparison=True)(query)


def _any(term: Term) -> str:
    # Words are letters, digits and our marks, so nothing in the quotes needs to be escaped.
    phrases = [f'"{" ".join(phrase.words)}"{"*" * phrase.open}' for phrase in term.phrases]
    return f"({' OR '.join(phrases)})"


def sweep(connection: Connection) -> None:
    """Merge the parts of the index: until then, a word that was deleted stands in an older one."""
    connection.execute(text("INSERT INTO article_words(article_words) VALUES ('optimize')"))
    connection.execute(text("INSERT INTO statement_words(statement_words) VALUES ('optimize')"))


def lock_schema(connection: Connection) -> None:
    """Nothing to do: whoever writes is alone from the beginning of the transaction."""
    del connection


def lock_names(connection: Connection, names: Sequence[str]) -> None:
    """Nothing to do, likewise."""
    del connection, names


def is_collision(error: BaseException) -> bool:
    """Whether two writers came in each other's way, so that trying again helps."""
    return getattr(error, "sqlite_errorcode", None) in {
        sqlite3.SQLITE_BUSY_SNAPSHOT,
        sqlite3.SQLITE_BUSY_RECOVERY,
    }


def _prepare(connection: Any, _: object) -> None:
    """Write-ahead log: readers see the last whole batch while the next is written.

    `synchronous=FULL`: what was told as read is on the disk, also when the power fails. One flush a batch
    costs nothing beside the language model; with NORMAL the last batches could be lost then (never half of
    one).
    """
    connection.isolation_level = None  # transactions are begun by _begin, not by the driver
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its turn at the beginning: one that only asked first could not go on to write."""
    options = connection.get_execution_options()
    if options.get("outside", False):  # of any transaction
        return
    writes = options.get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def snapshot(engine: Engine) -> Connection:
    """A connection that reads one moment: a transaction in the write-ahead log does."""
    return engine.connect()


def cleanse(engine: Engine, tables: Sequence[Table]) -> str | None:
    """Write the file anew, since pages that are free or have been split keep old bytes; then empty the log.

    The log cannot be emptied while somebody is in the middle of reading it.
    """
    del tables
    with engine.execution_options(outside=True).connect() as connection:
        connection.exec_driver_sql("VACUUM")
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return (
        "another process is reading, so the file's write-ahead log stays for now" if busy else None
    )


def broken(connection: Connection) -> Iterator[str]:
    """What SQLite's own check finds."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield found
