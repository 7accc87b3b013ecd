"""JSON Lines: every record on a line of its own, as the commands print it.

Articles come by day, each followed by what was read of it. What is no record of its own (captures,
versions, declared sources) is not in it: to move a store, there is Parquet.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from sayso.exporters import CAPTURE, DECLARED, VERSION, Placed
from sayso.exporters._moving import moved_when_whole

_ENCODER = msgspec.json.Encoder()
_NO_RECORDS = frozenset({CAPTURE, DECLARED, VERSION})


def write(records: Iterable[Placed], out: Path) -> None:
    """Write one file. ExchangeError where it is there already or cannot be written."""
    with moved_when_whole(out) as temporary, temporary.open("wb") as file:
        for one in records:
            if one.kind not in _NO_RECORDS:
                file.write(_ENCODER.encode(one.record) + b"\n")
