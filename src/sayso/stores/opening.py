"""Addresses to databases whose tables are those of this Sayso."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    ProgrammingError,
)

from sayso.errors import NoStore, StoreError
from sayso.stores import postgresql, sqlite
from sayso.stores.dialect import Dialect
from sayso.stores.tables import metadata

# The newest migration: what the tables of this Sayso are.
SCHEMA = "0006"
_MIGRATIONS = "sayso.stores:migrations"

log = logging.getLogger(__name__)


def open_engine(address: str, *, create: bool) -> tuple[Engine, Dialect, str]:
    """The database at an address, what is particular to its kind, and the address without a password."""
    url = _url(address)
    dialect: Dialect = postgresql if url.get_backend_name() == "postgresql" else sqlite
    shown = url.render_as_string(hide_password=True)
    if not create and not dialect.exists(url):
        raise _none_at(shown)
    with told(shown):
        engine = dialect.engine(url, create=create)
        try:
            _settle_schema(engine, dialect, shown, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine, dialect, shown


@contextmanager
def told(shown: str) -> Iterator[None]:
    """What the database cannot do, as a StoreError with its first line; a fault of ours stays one."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError, NotSupportedError):
        raise
    except (DatabaseError, InterfaceError) as error:
        reason = str(error.orig).strip().partition("\n")[0]
        raise StoreError(f"the store at {shown}: {reason}") from error
    except OSError as error:
        raise StoreError(f"the store at {shown}: {error.strerror or error}") from error


def current(connection: Connection) -> str | None:
    """The migration that the tables are at; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection, revision: str = SCHEMA) -> None:
    """Bring the tables to a revision (``base``: none at all), forward or back, data and all."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", _MIGRATIONS)
    config.attributes["connection"] = connection
    now = current(connection)
    known = [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]
    back = revision == "base" or (now in known and known.index(now) < known.index(revision))
    (command.downgrade if back else command.upgrade)(config, revision)


def _url(address: str) -> URL:
    """What has no ``://`` is the path of a SQLite file."""
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise NoStore("that is no address of a store: sqlite:///FILE or postgresql://…") from error
    if url.get_backend_name() not in {"sqlite", "postgresql"} or not url.database:
        shown = url.render_as_string(hide_password=True)
        raise NoStore(f"{shown} is no address of a store: sqlite:///FILE or postgresql://…")
    return url


def _settle_schema(engine: Engine, dialect: Dialect, shown: str, *, create: bool) -> None:
    with engine.connect() as connection:
        # In this order: tables that another process is just making come with their version.
        taken = set(metadata.tables).intersection(inspect(connection).get_table_names())
        found = current(connection)
    if found is None and not create:
        raise _none_at(shown)
    if found is not None and found > SCHEMA:
        raise StoreError(
            f"the store at {shown} was made by a newer Sayso (its tables are of version {found}, "
            f"here they are of version {SCHEMA}): install that Sayso, or name another store"
        )
    if found is None and taken:
        raise StoreError(
            f"the database at {shown} holds tables of another program: name an empty one"
        )
    if found != SCHEMA:
        with engine.execution_options(writes=True).begin() as connection:
            dialect.lock_schema(connection)
            migrate(connection)
        if found is not None:
            log.info("the store at %s is now of version %s", shown, SCHEMA)


def _none_at(shown: str) -> NoStore:
    return NoStore(f"there is no store yet at {shown}: `sayso read PATH...` makes one")
