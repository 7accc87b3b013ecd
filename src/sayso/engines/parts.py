"""Parts: what was read of a shard as a folder of Parquet, which is there whole or not at all.

A part is named after what it was made of: what the shard holds, how it was taken, and the version that
read. So whoever writes the same again finds it there, and what has changed becomes another part.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.engines.filling import Filled, Filling, Read, Sighted
from sayso.engines.local import Aside, Taking
from sayso.errors import ExchangeError
from sayso.exporters import Placed, placed
from sayso.exporters.parquet import write
from sayso.importers.parts import PREFIX
from sayso.inputs import Item, Skipped
from sayso.model.ids import content_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import Batch, Capture, Version, Written


class Part(NamedTuple):
    """A part that is there: where, what it holds, and what could not be read or was not.

    Of a shard in which nothing was found there is none.
    """

    folder: Path | None
    filled: Filled
    asides: tuple[Aside, ...]


def write_part(
    sighted: Sequence[Sighted | Aside],
    items: Iterable[Item],
    read: Read,
    version: Version,
    taking: Taking,
    folder: Path,
) -> Part:
    """Read `items`, of which `sighted` tells what they are, into a part in the folder.

    ExchangeError where it cannot be written. Few articles are in memory at a time.
    """
    told = tuple(one for one in sighted if not isinstance(one, Sighted))
    if all(isinstance(one, Skipped) for one in sighted):
        return Part(None, Filled(skipped=len(sighted)), told)
    out = folder / content_id(PREFIX, [version.id, taking, sighted])
    pending = _Pending(version)
    filling = Filling(pending, version)
    asides: list[Aside] = []
    if not out.exists():
        try:
            write(_rows(filling.fill(items, read), pending, asides), out)
        except ExchangeError:
            # Somebody else who was asked for it may have been the first.
            if not out.exists():
                raise
        else:
            return Part(out, filling.done, tuple(asides))
    documents = sum(isinstance(one, Sighted) for one in sighted)
    return Part(out, Filled(known=documents), told)


class _Pending:
    """What is in the part, and what comes into it next."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._batches: list[Batch] = []
        # The articles by their place in the part.
        self._places: dict[str, int] = {}
        self._captures: list[Capture] = []
        self._quarantines: list[Quarantine] = []

    def known(self, articles: Collection[str]) -> Mapping[str, str]:
        return {key: self._version.id for key in articles if key in self._places}

    def forgotten(self, articles: Collection[str]) -> frozenset[str]:
        del articles
        return frozenset()

    def write(self, batch: Batch) -> Written:
        self._batches.append(batch)
        for article in (ledger.article for ledger in batch.ledgers):
            self._places[article.id] = len(self._places)
            self._captures.append(Capture(article=article.id, path=article.path, url=article.url))
        self._captures.extend(batch.captures)
        self._quarantines.extend(batch.quarantines)
        records = sum(len(ledger.records) for ledger in batch.ledgers)
        return Written(new=len(batch.ledgers), added=records)

    def drained(self) -> Iterator[Placed]:
        """The articles that are new, each with all that was made of it."""
        for batch in self._batches:
            yield from placed([msgspec.structs.replace(batch, captures=(), quarantines=())])
        self._batches.clear()

    def rest(self) -> Iterator[Placed]:
        """Where all of them were found, in their order, and what could not be read."""
        found = sorted(
            {
                (self._places[one.article], one.path or "", one.url or ""): one
                for one in self._captures
            }.items()
        )
        captures = tuple(one for _, one in found)
        quarantines = tuple(self._quarantines)
        yield from placed(
            [Batch(version=self._version, captures=captures, quarantines=quarantines)]
        )


def _rows(
    made: Iterable[Ledger | Aside], pending: _Pending, asides: list[Aside]
) -> Iterator[Placed]:
    for one in made:
        if not isinstance(one, Ledger):
            asides.append(one)
        yield from pending.drained()
    yield from pending.drained()
    yield from pending.rest()
