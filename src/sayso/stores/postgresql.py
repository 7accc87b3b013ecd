"""What PostgreSQL does its own way. The driver is psycopg 3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Engine, Table, create_engine, text
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.engine import URL

from sayso.errors import StoreError

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


def lock_schema(connection: Connection) -> None:
    """One process at a time makes or changes tables."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SCHEMA_LOCK})


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
