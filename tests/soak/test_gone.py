"""A PostgreSQL that is stopped while articles are read: the run says so, and the next one goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Cli
from sayso.errors import NoStore
from sayso.stores import open_store
from soak.articles import EXIT, write_articles
from soak.runs import content
from soak.servers import Server

SRC = Path(__file__).parents[2] / "src"
SOME = 3
LOST = 4


@pytest.fixture
def own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    """A server of this test alone. Its folder's name is short, as the path of a socket must be."""
    folder = tmp_path_factory.mktemp("p")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    server = Server(folder / "pg")
    yield server
    server.close()


def written(address: str) -> int:
    """How many articles are there; none while there is no store yet."""
    try:
        with open_store(address) as store:
            return store.counts()["articles"]
    except NoStore:
        return 0


def test_a_database_that_is_stopped_costs_nothing_but_time(
    own: Server, cli: Cli, bare: Path
) -> None:
    write_articles(bare / "articles", 40)
    address, undisturbed = own.empty(), f"sqlite:///{bare / 'undisturbed.sqlite'}"
    read = ["read", "articles", "--set", "store_batch=1", "--store"]
    running = subprocess.Popen(
        [sys.executable, "-m", "sayso", *read, address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
    )
    while (before := written(address)) < SOME:
        assert running.poll() is None
        time.sleep(0.01)
    own.stop()
    _, told = running.communicate()
    assert running.returncode == LOST
    *_, hint, error = told.splitlines()
    assert "the same command goes on" in hint
    assert error.startswith("sayso: error: the store at postgresql://")
    assert "Traceback" not in told

    own.start()
    assert before <= written(address) < 40
    with open_store(address) as store:
        assert list(store.check()) == []
    assert cli(*read, address).code == EXIT
    assert cli(*read, undisturbed).code == EXIT
    assert content(address) == content(undisturbed)
