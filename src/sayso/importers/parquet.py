"""Parquet as `exporters.parquet` writes it, back into batches for a store.

All files have their rows in the order of the articles, so one pass goes through them together and few rows
are in memory. Only the columns `article`, `position`, `version` and `record` are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from sayso.errors import ExchangeError
from sayso.model.collation import Judgement, LedgerUnion
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article, Mention, Party
from sayso.stores import Batch, Capture, Tombstone, Version

T = TypeVar("T")

FORMAT = "1"
LEDGER_FILES = (
    "statements",
    "events",
    "redlines",
    "transfers",
    "policy_changes",
    "relations",
    "caveats",
)
_AT_A_TIME = 50
# Of each of the files that are read side by side.
_ROWS = 250


class _Row(NamedTuple):
    article: str | None
    position: int | None
    version: str | None
    record: Any


class _Rows:
    """The rows of one file, taken article by article."""

    def __init__(self, folder: Path, name: str, type_: Any) -> None:
        self.name = f"{name}.parquet"
        self._rows = _rows(folder / self.name, msgspec.json.Decoder(type_))
        self._next = next(self._rows, None)

    def all(self) -> Iterator[_Row]:
        """Every row that is left."""
        while (row := self._next) is not None:
            self._next = next(self._rows, None)
            yield row

    def of(self, article: str) -> Iterator[_Row]:
        """The rows of that article, if it is their turn."""
        while self._next is not None and self._next.article == article:
            row, self._next = self._next, next(self._rows, None)
            yield row

    def close(self) -> None:
        """ExchangeError where rows are left: then they are of no article, or not in its order."""
        if self._next is not None:
            raise ExchangeError(
                f"{self.name}: {self._next.article} is not in articles.parquet, or not in its order"
            )


def read(folder: Path) -> Iterator[Batch]:
    """What the folder holds, in batches. ExchangeError where it is no export of this Sayso or damaged."""
    versions = {row.record.id: row.record for row in _Rows(folder, "versions", Version).all()}
    heads = _Rows(folder, "articles", Article)
    places = _Rows(folder, "captures", Capture)
    take = _Ledgers(folder)
    held: list[Ledger] = []
    captures: list[Capture] = []
    version: str | None = None

    def batch() -> Batch:
        if version not in versions:
            raise ExchangeError(f"versions.parquet: version {version} is missing")
        return Batch(
            version=versions[version],
            ledgers=tuple(held),
            captures=tuple(captures),
            placed=True,
        )

    for head in heads.all():
        if held and (len(held) == _AT_A_TIME or head.version != version):
            yield batch()
            held, captures = [], []
        version = head.version
        held.append(take(head.record))
        captures += (row.record for row in places.of(head.record.id))
    if held:
        yield batch()
    places.close()
    take.close()
    quarantines = _whole(folder, "quarantines", Quarantine)
    judgements = _whole(folder, "judgements", Judgement)
    tombstones = _whole(folder, "tombstones", Tombstone)
    if quarantines or judgements or tombstones:
        if not versions:
            raise ExchangeError("versions.parquet: there is no version")
        yield Batch(
            version=versions[max(versions)],
            quarantines=quarantines,
            judgements=judgements,
            tombstones=tombstones,
        )


def _whole(folder: Path, name: str, type_: type[T]) -> tuple[T, ...]:
    return tuple(row.record for row in _Rows(folder, name, type_).all())


class _Ledgers:
    """All that hangs on articles."""

    def __init__(self, folder: Path) -> None:
        self._records = [_Rows(folder, name, LedgerUnion) for name in LEDGER_FILES]
        self._mentions = _Rows(folder, "mentions", Mention)
        self._actors = _Rows(folder, "actors", Actor)
        self._declared = _Rows(folder, "declared", Party)

    def __call__(self, article: Article) -> Ledger:
        records = [row for rows in self._records for row in rows.of(article.id)]
        return Ledger(
            article=article,
            records=_in_place(records),
            mentions=_in_place([*self._mentions.of(article.id)]),
            actors=_in_place([*self._actors.of(article.id)]),
            declared=_in_place([*self._declared.of(article.id)]),
        )

    def close(self) -> None:
        for rows in (*self._records, self._mentions, self._actors, self._declared):
            rows.close()


def _in_place(rows: list[_Row]) -> tuple[Any, ...]:
    """The records by position. ExchangeError where one is missing or there twice."""
    rows.sort(key=lambda row: -1 if row.position is None else row.position)
    if [row.position for row in rows] != list(range(len(rows))):
        raise ExchangeError(f"{rows[0].article}: a record is missing, or there twice")
    return tuple(row.record for row in rows)


def _rows(path: Path, decoder: Any) -> Iterator[_Row]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExchangeError("Parquet needs pyarrow: pip install 'sayso[formats]'") from error
    try:
        with pq.ParquetFile(path) as file:
            _check_format(path, file.schema_arrow.metadata or {})
            names = list(_Row._fields)
            for part in file.iter_batches(batch_size=_ROWS, columns=names):
                columns = (part.column(name).to_pylist() for name in names)
                for article, position, version, record in zip(*columns, strict=True):
                    yield _Row(article, position, version, decoder.decode(record))
    except (OSError, pa.ArrowException, KeyError) as error:
        raise ExchangeError(f"{path} cannot be read: {error}") from error
    except msgspec.DecodeError as error:
        raise ExchangeError(f"{path} holds what is no such record: {error}") from error


def _check_format(path: Path, metadata: Any) -> None:
    found = metadata.get(b"sayso", b"").decode()
    if found != FORMAT:
        raise ExchangeError(
            f"{path} was not exported by this Sayso: its format is {found or 'unknown'}, not {FORMAT}"
        )
