"""Disks that are full, and a database that goes away in the middle of a run."""

from __future__ import annotations

from pathlib import Path

from soak.runs import Runs, ended
from soak.servers import Empty, Server, files, filled, small_disk

_LOST = 4
_SMALL = 64_000_000
_SERVER = 400_000_000
_LARGEST = 1_000_000  # bytes that a store of the articles takes, more or less


def fill_disk(runs: Runs, folder: Path, trials: int) -> int | None:
    """Runs into SQLite files on a disk with less and less room: how many failed, None without a disk."""
    failed = 0
    with small_disk(folder, _SMALL) as mounted:
        if not mounted:
            return None
        empty = files(folder)
        for _ in range(trials):
            address = empty()
            with filled(folder, runs.random.randrange(_LARGEST)):
                code = ended(runs.start(address))
            failed += code == _LOST
            runs.verify(address)
            runs.complete(address)
    return failed


def fill_server_disk(runs: Runs, folder: Path, trials: int) -> int | None:
    """The same with a PostgreSQL whose data lie on that disk. It may go down; then it is started again."""
    failed = 0
    with small_disk(folder, _SERVER) as mounted:
        if not mounted:
            return None
        server = Server(folder / "pg")
        try:
            for _ in range(trials):
                address = server.empty()
                with filled(folder, runs.random.randrange(_LARGEST)):
                    code = ended(runs.start(address))
                failed += code == _LOST
                server.start()
                runs.verify(address)
                runs.complete(address)
        finally:
            server.close()
    return failed


def stop_server(runs: Runs, server: Server, trials: int) -> int:
    """Stop the server in the middle of runs: how many it took with it."""
    empty: Empty = server.empty
    within = runs.time(empty())
    struck = 0
    while struck < trials:
        address = empty()
        struck += runs.lose(address, lambda _: server.stop(), within)
        server.start()
        runs.verify(address)
        runs.complete(address)
    return struck
