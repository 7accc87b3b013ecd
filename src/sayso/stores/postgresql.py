"""What PostgreSQL does its own way. The driver is psycopg 3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    cast,
    create_engine,
    literal_column,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, Insert, insert
from sqlalchemy.engine import URL

from sayso.errors import StoreError
from sayso.stores.asking import Phrase, Term

# A number of our own for the lock that is held while tables are made or changed: "Sayso" in ASCII.
_SCHEMA_LOCK = 0x536179736F
# Deadlock, failure to serialise, and a row that went away between two commands (SQLSTATE).
_COLLISIONS = frozenset({"40P01", "40001", "23503"})


def exists(url: URL) -> bool:
    """The server knows; to ask it is to connect."""
    del url
    return True


def engine(url: URL, *, create: bool) -> Engine:
    """Connections that read one moment's state. StoreError where the driver is not installed."""
    del create
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except ImportError as error:
        raise StoreError(
            "a store in PostgreSQL needs psycopg: pip install 'sayso[postgres]'"
        ) from error


def insert_new(table: Table) -> Insert:
    """An insert that leaves what is there as it is."""
    return insert(table).on_conflict_do_nothing()


def meets(table: Table, terms: Sequence[Term], without: Sequence[Term]) -> ColumnElement[bool]:
    """The GIN index narrows to rows with all the words; whether they stand in a phrase, the text tells.

    Positions in a tsvector would not do: it keeps 256 of a word, and none beyond 16,383.
    """
    words = table.c.words
    held: ColumnElement[Any] = literal_column(f"{table.name}.terms")
    unwanted = [phrase for term in without for phrase in term.phrases]
    query = " & ".join(
        (*map(_any, terms), *(f"!{_all(one)}" for one in unwanted if len(one.words) == 1))
    )
    return and_(
        held.op("@@", is_comparison=True)(cast(query, TSQUERY)),
        *(
            or_(*(words.like(_like(phrase)) for phrase in term.phrases))
            for term in terms
            if any(len(phrase.words) > 1 for phrase in term.phrases)
        ),
        *(words.not_like(_like(one)) for one in unwanted if len(one.words) > 1),
    )


def _any(term: Term) -> str:
    return f"({' | '.join(map(_all, term.phrases))})"


def _all(phrase: Phrase) -> str:
    # Words are letters, digits and our marks, so nothing in the quotes needs to be escaped.
    words = " & ".join(f"'{word}'" for word in phrase.words)
    return f"({words}:*)" if phrase.open else f"({words})"


def _like(phrase: Phrase) -> str:
    return f"% {' '.join(phrase.words)}" + ("%" if phrase.open else " %")


def sweep(connection: Connection) -> None:
    """Nothing to do: what was deleted leaves the files when the server cleans its tables (VACUUM)."""
    del connection


def lock_schema(connection: Connection) -> None:
    """One process at a time makes or changes tables."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})


def lock_names(connection: Connection, names: Sequence[str]) -> None:
    """One after another in one order, so that of two writers one waits for the other."""
    for name in sorted(names):
        connection.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:name, :key))"),
            {"name": name, "key": _SCHEMA_LOCK},
        )


def is_collision(error: BaseException) -> bool:
    """Whether two writers came in each other's way, so that trying again helps."""
    return getattr(error, "sqlstate", None) in _COLLISIONS


def snapshot(engine: Engine) -> Connection:
    """A connection that reads one moment."""
    return engine.connect().execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )


def cleanse(engine: Engine, tables: Sequence[Table]) -> str | None:
    """Let the server use the room of deleted rows again. It keeps its own log and backups as it is set up."""
    names = ", ".join(table.name for table in tables)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM {names}"))
    return None


def broken(connection: Connection) -> Iterator[str]:
    """Nothing: the server checks its pages as it reads them."""
    del connection
    return iter(())
