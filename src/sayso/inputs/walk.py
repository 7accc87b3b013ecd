"""Paths, folders and globs to files."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.model.ledger import Quarantine


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was found but not asked for by name, and is not read; `reason` says why."""

    path: str
    reason: str


class Found(NamedTuple):
    """A file to be read, and whether it was named by the user or found in a folder."""

    path: str
    named: bool


def printable(path: str) -> str:
    """The path as text: bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def walk(path: str) -> Iterator[Found | Quarantine | Skipped]:
    """The files that a path stands for: itself, a folder's (recursive, sorted), or those a glob matches."""
    try:
        # pathlib takes an empty path for the current folder.
        mode = os.stat(path).st_mode  # noqa: PTH116 (see above)
    except (OSError, ValueError) as error:
        # pathlib's glob takes no absolute pattern, and none that starts in the folder above.
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207 (see above)
        if not matches:
            yield Quarantine(path=printable(path), reason=why(error))
        for match in matches:
            yield from _folder(match) if Path(match).is_dir() else (Found(match, named=True),)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path)
    elif stat.S_ISREG(mode):
        yield Found(path, named=True)
    else:
        yield Quarantine(path=printable(path), reason="not a regular file")


def _folder(top: str) -> Iterator[Found | Quarantine | Skipped]:
    """Depth first by name. Links are followed; one that leads back to a folder above it is skipped."""
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(top, frozenset())]
    while waiting:
        path, above = waiting.pop()
        try:
            found = Path(path).stat()
            if stat.S_ISREG(found.st_mode):
                yield Found(path, named=False)
                continue
            if not stat.S_ISDIR(found.st_mode):
                yield Skipped(path=printable(path), reason="not a regular file")
                continue
            here = (found.st_dev, found.st_ino)
            if here in above:
                yield Skipped(path=printable(path), reason="a link to a folder above it")
                continue
            names = sorted((p.name for p in Path(path).iterdir()), key=os.fsencode, reverse=True)
        except OSError as error:
            yield Quarantine(path=printable(path), reason=why(error))
            continue
        for name in names:
            inside = f"{path}{name}" if path.endswith(os.sep) else f"{path}{os.sep}{name}"
            if name.startswith("."):
                yield Skipped(path=printable(inside), reason="hidden")
            else:
                waiting.append((inside, above | {here}))


def why(error: Exception) -> str:
    """An error of the operating system or of an archive in a few words, without its path."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error) or type(error).__name__
