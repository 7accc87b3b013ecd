"""The desk over a store with the sample disputes: asked in this process, or by a real browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from litestar.testing import TestClient

from desk.chromium import NO_BROWSER, chromium
from sayso import samples
from sayso.desk.accounts import Accounts
from sayso.desk.admitting import SEAL_HEADER
from sayso.desk.app import make_app
from sayso.desk.door import Door
from sayso.engines.filling import Filling
from sayso.engines.local import LocalEngine, Taking
from sayso.engines.version import reading_version
from sayso.inputs import read_streams
from sayso.settings import Settings
from sayso.stores import Store, open_store

Serve = Callable[[Store], str]
AUTHOR = "ona"
ADDRESS = "http://127.0.0.1:8765"
TOKEN = "t" * 43


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample disputes, read once a process. Tests leave it as it is."""
    with open_store(str(tmp_path_factory.mktemp("desk") / "store.sqlite"), create=True) as opened:
        paths = [path for dispute in samples.disputes() for path in samples.paths(dispute)]
        read_into(opened, paths)
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "empty.sqlite"), create=True) as opened:
        yield opened


def read_into(store: Store, paths: list[Path]) -> None:
    """Read articles under their bare names, as the desk does."""
    settings = Settings()
    streams = [(path.name, path.open("rb")) for path in paths]
    items = read_streams(streams, max_bytes=settings.max_input_bytes)
    filling = Filling(store, reading_version(settings))
    assert list(filling.fill(items, LocalEngine(settings, Taking()).read))
    for _, stream in streams:
        stream.close()


@pytest.fixture(scope="session")
def desk(store: Store) -> Iterator[TestClient[Any]]:
    """The desk, asked without a socket: ``desk.get("/")``."""
    with client(store) as made:
        yield made


@contextmanager
def client(store: Store, patience: float | None = None) -> Iterator[TestClient[Any]]:
    """The desk as one person at this machine has it; all that is sent carries the seal of a form."""
    door = Door(Settings(), AUTHOR)
    app = make_app(store, Settings(), door, patience=patience)
    with TestClient(app, base_url=ADDRESS) as made:
        made.cookies.set(door.cookie, TOKEN)
        made.headers[SEAL_HEADER] = door.seal(door.visitor(TOKEN))
        yield made


@pytest.fixture(scope="session")
def address(store: Store) -> Iterator[str]:
    """The desk over the samples on a real socket: its address."""
    with serving(store) as given:
        yield given


@contextmanager
def serving(store: Store, accounts: Accounts | None = None) -> Iterator[str]:
    app = make_app(store, Settings(), Door(Settings(), AUTHOR, accounts))
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        config = uvicorn.Config(app, log_config=None, access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real Chromium; without one, the tests that ask for it are skipped."""
    path = chromium()
    if path is None:
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()
