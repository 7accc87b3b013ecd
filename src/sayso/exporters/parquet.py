"""Parquet: a folder with a file for each kind of record, its columns typed, the whole record as JSON.

`importers.parquet` reads it back without loss. The same store gives the same rows in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import ExchangeError
from sayso.exporters import Placed
from sayso.exporters._columns import COLUMNS, Column, file_name
from sayso.exporters._moving import moved_when_whole

FORMAT = "1"
# A row group is written when it has so many rows, or so many bytes of JSON.
_ROWS = 5_000
_BYTES = 4_000_000


def write(records: Iterable[Placed], out: Path) -> None:
    """Write the folder. ExchangeError where it is there already, cannot be written, or pyarrow is missing."""
    try:
        import pyarrow as pa  # noqa: F401 (only whether it is there)
    except ImportError as error:
        raise ExchangeError("Parquet needs pyarrow: pip install 'sayso[formats]'") from error
    with moved_when_whole(out) as folder:
        folder.mkdir()
        with ExitStack() as opened:
            files = {
                kind: opened.enter_context(_File(folder / f"{file_name(kind)}.parquet", columns))
                for kind, columns in COLUMNS.items()
            }
            for one in records:
                files[one.kind].add(one)


class _File:
    """A file that is being written, and the rows that wait for it."""

    def __init__(self, path: Path, columns: tuple[Column, ...]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        types = _types()
        fields = [
            ("article", pa.string()),
            ("position", pa.int32()),
            *((column.name, types[column.type]) for column in columns),
            ("version", pa.string()),
            ("record", pa.string()),
        ]
        self._schema = pa.schema(fields, metadata={"sayso": FORMAT})
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._getters = [column.getter() for column in columns]
        self._rows: list[Placed] = []
        self._records: list[str] = []
        self._bytes = 0

    def add(self, one: Placed) -> None:
        """Take a row."""
        record = msgspec.json.encode(one.record).decode()
        self._rows.append(one)
        self._records.append(record)
        self._bytes += len(record)
        if len(self._rows) >= _ROWS or self._bytes >= _BYTES:
            self._flush()

    def __enter__(self) -> _File:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        if kind is None:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow as pa

        rows = self._rows
        if rows:
            values = [
                [one.article for one in rows],
                [one.position for one in rows],
                *([get(one.record) for one in rows] for get in self._getters),
                [one.version for one in rows],
                self._records,
            ]
            columns = map(pa.array, values, self._schema.types)
            self._writer.write_table(pa.Table.from_arrays([*columns], schema=self._schema))
        self._rows, self._records, self._bytes = [], [], 0


def _types() -> Mapping[str, Any]:
    import pyarrow as pa

    return {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
    }
