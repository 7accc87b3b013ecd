"""Readers: one file per format. Each hands on documents as they were stored; nothing is cleaned here.

A reader is a module with

``SUFFIXES``    the file name endings that it reads, in lower case with their dot
``MEDIA``       the media type that `sniff` gives for its format
``read``        from a `Source` to documents; a piece that cannot be read (one line of many) is a Quarantine,
                a source that cannot be read at all is an InputError

and, where a file of the format can be read from any of its records on (`read` keeps to `Source.piece`),

``starts``      from a `Source` to the places where records begin that hold something, in their order

It is found by its file name in this folder, and outside Sayso by the entry point group ``sayso.readers``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Protocol, cast

from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers._source import Source

GROUP = "sayso.readers"


class Reader(Protocol):
    """What a reader's module holds."""

    SUFFIXES: tuple[str, ...]
    MEDIA: str

    def read(self, source: Source) -> Iterator[RawDocument | Quarantine]:
        """The documents of one source, in its own order."""
        ...


def find_readers() -> tuple[Reader, ...]:
    """All readers: those of this folder by file name, then the installed ones by entry point name."""
    own = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    found = [cast("Reader", importlib.import_module(f"{__name__}.{name}")) for name in own]
    others = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return (*found, *(cast("Reader", point.load()) for point in others))
