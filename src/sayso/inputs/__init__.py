"""From what was named to documents: files, folders, globs, standard input, .gz and .zip.

Nothing is raised for an input that cannot be read: it comes out as a Quarantine with its reason, and the
rest is still read.

``walk``     paths, folders and globs to files
``formats``  which reader or archive a name or the first bytes ask for
``unpack``   files, standard input and archives to readers
``shards``   files cut into pieces that are read apart
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from sayso.inputs.formats import Formats
from sayso.inputs.unpack import Item, Limits, Unpacker
from sayso.inputs.walk import Found, Skipped, walk
from sayso.readers import find_readers

__all__ = ["Item", "Skipped", "read_inputs", "read_streams"]


def read_inputs(paths: Sequence[str], *, max_bytes: int) -> Iterator[Item]:
    """The documents of all inputs, in the order in which they were named; a folder's sorted by name.

    `max_bytes` limits one document: a file, or one line of JSON Lines. A file of unknown type is
    quarantined when it was named, and skipped when it was found in a folder or an archive. ``-`` is
    standard input, whose format is told from its first bytes.
    """
    unpacker = Unpacker(Formats(find_readers()), Limits(max_bytes))
    for path in paths:
        if path == "-":
            yield from unpacker.standard_input(sys.stdin.buffer)
            continue
        for found in walk(path):
            if isinstance(found, Found):
                yield from unpacker.file(found.path, named=found.named)
            else:
                yield found


def read_streams(streams: Iterable[tuple[str, BinaryIO]], *, max_bytes: int) -> Iterator[Item]:
    """The documents of streams that can be rewound, each with the name that it goes by, in their order.

    A stream whose name asks for no reader is quarantined. `max_bytes` is that of `read_inputs`.
    """
    unpacker = Unpacker(Formats(find_readers()), Limits(max_bytes))
    for name, stream in streams:
        yield from unpacker.stream(stream, name)
