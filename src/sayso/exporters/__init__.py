"""Exporters: one file per format, each with ``write(records, out)``.

They get all that a store holds, article by article, and write it to a path that is not there yet: under a
name of its own first, moved when it is whole. A file whose name begins with an underscore is shared.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

import msgspec

from sayso.model.ids import kind_of
from sayso.model.reading import Ledger
from sayso.stores import Batch

# What has no `kind` of its own, by the place that it has in a batch.
DECLARED, CAPTURE, VERSION = "declared", "capture", "version"


class Placed(NamedTuple):
    """A record, of which kind, and where it belongs: its article, and its position among those of its sort.

    Of an article `version` is the id of what read it. Ledger records are numbered together, whatever
    their kind; captures, versions and inputs that could not be read are not numbered.
    """

    kind: str
    record: msgspec.Struct
    article: str | None = None
    position: int | None = None
    version: str | None = None


class Write(Protocol):
    """What an exporter's module offers."""

    def __call__(self, records: Iterable[Placed], out: Path, /) -> None:
        """Write all records to `out`. ExchangeError where that cannot be."""


@cache
def registry() -> Mapping[str, Write]:
    """All exporters by the name of their format."""
    return MappingProxyType(
        {
            module.name: import_module(f"{__name__}.{module.name}").write
            for module in pkgutil.iter_modules(__path__)
            if not module.name.startswith("_")
        }
    )


def placed(batches: Iterable[Batch]) -> Iterator[Placed]:
    """The records of a store: each version before the articles that it read, all of an article together."""
    told: set[str] = set()
    for batch in batches:
        version = batch.version
        if version.id not in told:
            told.add(version.id)
            yield Placed(VERSION, version)
        for ledger in batch.ledgers:
            yield from _of(ledger, version.id)
        for capture in batch.captures:
            yield Placed(CAPTURE, capture, capture.article)
        for quarantine in batch.quarantines:
            yield Placed("quarantine", quarantine)
        for judgement in batch.judgements:
            yield Placed("judgement", judgement)
        for tombstone in batch.tombstones:
            yield Placed("tombstone", tombstone, tombstone.article)


def _of(ledger: Ledger, version: str) -> Iterator[Placed]:
    key = ledger.article.id
    yield Placed("article", ledger.article, key, version=version)
    for position, record in enumerate(ledger.records):
        yield Placed(kind_of(record), record, key, position)
    for position, mention in enumerate(ledger.mentions):
        yield Placed("mention", mention, key, position)
    for position, actor in enumerate(ledger.actors):
        yield Placed("actor", actor, key, position)
    for position, party in enumerate(ledger.declared):
        yield Placed(DECLARED, party, key, position)
