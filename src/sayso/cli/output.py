"""Standard output: records as JSON Lines, or text."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec

_ENCODER = msgspec.json.Encoder()


def write_records(records: Iterable[msgspec.Struct]) -> None:
    """One JSON object a line, `kind` first, every field; in UTF-8 whatever the locale."""
    for record in records:
        sys.stdout.buffer.write(_ENCODER.encode(record) + b"\n")
    sys.stdout.buffer.flush()


def write_text(text: str) -> None:
    """Text with a newline at its end, in UTF-8 whatever the locale."""
    sys.stdout.buffer.write(text.rstrip("\n").encode() + b"\n")
    sys.stdout.buffer.flush()
