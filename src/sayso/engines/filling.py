"""Inputs into a store: what is there is not read again, the rest in batches that are whole or not there."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec

from sayso.engines.local import Aside
from sayso.inputs import Item
from sayso.model.ids import digest_id, sha256_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.stores import Batch, Capture, Version, Written


class Sighted(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is held elsewhere: the id of its article, and where it was found.

    `number` is its place among what was found there.
    """

    article: str
    path: str | None
    url: str | None
    number: int


T = TypeVar("T", bound=Item | Sighted)

Read = Callable[[Iterable[Item]], Iterator[Ledger | Aside]]


class Choose(Protocol):
    """Takes what was found and gives what of it is to be read."""

    def __call__(self, portion: Sequence[T], /) -> list[T]:
        """Those of the documents that are to be read, with all that is no document, in their order."""


class Keeper(Protocol):
    """What is filled: the part of a `Store` that is needed here."""

    def known(self, articles: Collection[str]) -> Mapping[str, str]:
        """Those of the article ids that are there, each with the id of the version that read it."""

    def forgotten(self, articles: Collection[str]) -> frozenset[str]:
        """Those of the article ids that were forgotten."""

    def write(self, batch: Batch) -> Written:
        """Write a batch: all of it, or nothing."""


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """How much is held before it is written, and looked up at a time.

    A batch is written when it has so many articles, captures of known ones or characters, or is so old; at
    the latest with the next article. `ahead` and `ahead_bytes` bound how many documents are opened to be
    looked up together.
    """

    articles: int = 50
    captures: int = 2_000
    characters: int = 4_000_000
    seconds: float = 5.0
    ahead: int = 32
    ahead_bytes: int = 8_000_000


BOUNDS = Bounds()


class Filled(msgspec.Struct, kw_only=True):
    """What a run has done so far.

    Articles: `read` (new), `renewed` (read again), `known` (there already), `copies` (of one that was met in
    this run), `forgotten` (deleted on demand, and not read again). Inputs: `quarantined`, `skipped`. `words` of what was read. `written` is in the store.
    """

    read: int = 0
    renewed: int = 0
    known: int = 0
    copies: int = 0
    forgotten: int = 0
    quarantined: int = 0
    skipped: int = 0
    words: int = 0
    written: Written = Written()

    def add(self, other: Filled) -> None:
        """Count what another has done too."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Filling:
    """Fills a store.

    With `again`, articles that another version read are read anew; the old records stay until the new ones
    are written, in one transaction.
    """

    def __init__(
        self, store: Keeper, version: Version, *, again: bool = False, bounds: Bounds = BOUNDS
    ) -> None:
        self.done = Filled()
        self._store = store
        self._version = version
        self._again = again
        self._bounds = bounds
        # Articles that are being read, each with the other places where it was met meanwhile.
        self._flight: dict[str, list[Capture]] = {}
        self._renewing: set[str] = set()
        self._clear()

    def fill(self, items: Iterable[Item], read: Read) -> Iterator[Ledger | Aside]:
        """Read what is not there by `read` and write it; what was read comes out, and what was left aside.

        Whoever stops in between loses at most the batch that is not written yet.
        """
        yield from self.take(read(self._unknown(items)))

    def take(self, made: Iterable[Ledger | Aside]) -> Iterator[Ledger | Aside]:
        """Write what was made of the documents that `choose` has given, and hand it on."""
        for one in made:
            if isinstance(one, Ledger):
                self._keep(one)
            elif isinstance(one, Quarantine):
                self._set_aside(one)
            else:
                self.done.skipped += 1
            yield one
            if self._is_due():
                self._write()
        self._write()

    def choose(self, portion: Sequence[T]) -> list[T]:
        """What is to be read of a portion, and what is no document. Of what is known the place is noted.

        Whatever is given out must come back to `take`.
        """
        ids = [_key(item) for item in portion if isinstance(item, RawDocument | Sighted)]
        known = self._store.known(ids)
        forgotten = self._store.forgotten(ids)
        # Read, and not written yet: the answer lacks them.
        fresh = {ledger.article.id for ledger in self._ledgers}
        chosen: list[T] = []
        for item in portion:
            if not isinstance(item, RawDocument | Sighted):
                chosen.append(item)
                continue
            key = _key(item)
            capture = Capture(article=key, path=item.path, url=item.url)
            if key in forgotten:
                self.done.forgotten += 1
            elif key in self._flight:
                self._flight[key].append(capture)
                self.done.copies += 1
            elif key in fresh:
                self._captures.append(capture)
                self.done.copies += 1
            elif key in known and not (self._again and known[key] != self._version.id):
                self._captures.append(capture)
                self.done.known += 1
            else:
                self._flight[key] = []
                if key in known:
                    self._renewing.add(key)
                chosen.append(item)
        if self._is_due():
            self._write()
        return chosen

    def _unknown(self, items: Iterable[Item]) -> Iterator[Item]:
        for portion in _portions(items, self._bounds):
            yield from self.choose(portion)

    def _keep(self, ledger: Ledger) -> None:
        key = ledger.article.id
        self._ledgers.append(ledger)
        self._captures += self._flight.pop(key, [])
        self._characters += len(ledger.article.text)
        self.done.words += len(ledger.article.text.split())
        if key in self._renewing:
            self._renewing.discard(key)
            self.done.renewed += 1
        else:
            self.done.read += 1

    def _set_aside(self, quarantine: Quarantine) -> None:
        """What cannot be read at one place cannot be read at another."""
        self._quarantines.append(quarantine)
        self.done.quarantined += 1
        if quarantine.sha256 is None:
            return
        key = sha256_id("article", quarantine.sha256)
        self._renewing.discard(key)
        for capture in self._flight.pop(key, ()):
            path = capture.path or capture.url or "-"
            self._quarantines.append(msgspec.structs.replace(quarantine, path=path))
            self.done.copies -= 1
            self.done.quarantined += 1

    def _is_due(self) -> bool:
        bounds = self._bounds
        return (
            len(self._ledgers) >= bounds.articles
            or len(self._captures) + len(self._quarantines) >= bounds.captures
            or self._characters >= bounds.characters
            or time.monotonic() - self._since >= bounds.seconds
        )

    def _write(self) -> None:
        if self._ledgers or self._captures or self._quarantines:
            batch = Batch(
                version=self._version,
                ledgers=tuple(self._ledgers),
                captures=tuple(self._captures),
                quarantines=tuple(self._quarantines),
                again=self._again,
            )
            self.done.written += self._store.write(batch)
        self._clear()

    def _clear(self) -> None:
        self._ledgers: list[Ledger] = []
        self._captures: list[Capture] = []
        self._quarantines: list[Quarantine] = []
        self._characters = 0
        self._since = time.monotonic()


def _key(item: RawDocument | Sighted) -> str:
    return item.article if isinstance(item, Sighted) else digest_id("article", item.captured)


def _portions(items: Iterable[Item], bounds: Bounds) -> Iterator[list[Item]]:
    portion: list[Item] = []
    size = 0
    for item in items:
        portion.append(item)
        size += len(item.captured) if isinstance(item, RawDocument) else 0
        if len(portion) >= bounds.ahead or size >= bounds.ahead_bytes:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
