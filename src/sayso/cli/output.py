"""Standard output: records as JSON Lines, or text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

import msgspec

from sayso.errors import OutputError
from sayso.neutral import neutral, styled

_ENCODER = msgspec.json.Encoder()


def write_records(records: Iterable[msgspec.Struct]) -> None:
    """One JSON object a line, `kind` first, every field; in UTF-8 whatever the locale.

    OutputError where standard output takes nothing more.
    """
    _write(_ENCODER.encode(record) + b"\n" for record in records)


def write_text(text: str, *, coloured: bool = False) -> None:
    """Text with a newline at its end, in UTF-8 whatever the locale; nothing in it steers the terminal.

    `coloured` text keeps its own colours. OutputError where standard output takes nothing more.
    """
    shown = styled(text) if coloured else neutral(text)
    _write([shown.rstrip("\n").encode() + b"\n"])


def _write(lines: Iterable[bytes]) -> None:
    for line in lines:
        with _opened() as out:
            out.write(line)
    with _opened() as out:
        out.flush()


@contextmanager
def _opened() -> Iterator[BinaryIO]:
    """Standard output, whose own failures are told; that a reader has gone away is none."""
    out: TextIO | None = sys.stdout  # None where the process was started with it closed
    if out is None:
        raise OutputError("standard output is closed")
    try:
        yield out.buffer
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write to standard output: {error.strerror}") from error
