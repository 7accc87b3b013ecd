"""Files cut into shards, which can be read apart: what many readers share among them.

A cut lies where a record begins, and that is found by walking through the file, not by looking for a
beginning somewhere in its middle: so any cut gives each record once, and each as from the whole file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.errors import InputError
from sayso.inputs.formats import Formats
from sayso.inputs.unpack import Item, Limits, Unpacker
from sayso.inputs.walk import Found
from sayso.readers import find_readers
from sayso.readers._source import WHOLE, Piece, Source, Start


class Shard(NamedTuple):
    """A file or a piece of one. `named`: by the user, rather than found in a folder."""

    path: str
    named: bool
    piece: Piece = WHOLE


class Size(NamedTuple):
    """How large a shard may be: it ends with the record by which it has so many, or so many bytes."""

    records: int = 32
    bytes: int = 2_000_000


SIZE = Size()


class Sharder:
    """Cuts files and reads what it has cut. `max_bytes` is that of `read_inputs`."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._formats = Formats(find_readers())
        self._unpacker = Unpacker(self._formats, Limits(max_bytes))

    def cut(self, found: Found, size: Size = SIZE) -> Iterator[Shard]:
        """The shards of a file, in its order. Only one of a format whose records can be told is opened.

        A file that cannot be opened or read comes out as a whole, or as what is left of it: whoever reads
        it says why.
        """
        first: Start | None = None
        taken = 0
        try:
            for start in self._starts(found.path):
                taken += 1
                if first is None:
                    first = start
                elif taken > size.records or start.offset - first.offset >= size.bytes:
                    yield Shard(found.path, found.named, Piece(first, start.offset))
                    first, taken = start, 1
        except (OSError, InputError):
            pass  # met again by whoever reads, and told there
        yield Shard(found.path, found.named, WHOLE if first is None else Piece(first))

    def read(self, shard: Shard) -> Iterator[Item]:
        """The documents of a shard, as `read_inputs` gives them of the whole file."""
        yield from self._unpacker.file(shard.path, named=shard.named, piece=shard.piece)

    def _starts(self, path: str) -> Iterator[Start]:
        reader = self._formats.by_name(path)
        starts = None if isinstance(reader, str) else getattr(reader, "starts", None)
        if starts is not None:
            with Path(path).open("rb") as stream:
                yield from starts(Source(stream, path, max_bytes=self._max_bytes))
