"""Inputs into a store: what is there is not read again, the rest in batches that are whole or not there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import msgspec

from sayso.engines.local import Aside
from sayso.inputs import Item
from sayso.model.ids import digest_id, sha256_id
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.stores import Batch, Capture, Store, Version, Written

Read = Callable[[Iterable[Item]], Iterator[Ledger | Aside]]


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


class Filling:
    """Fills a store.

    With `again`, articles that another version read are read anew; the old records stay until the new ones
    are written, in one transaction.
    """

    def __init__(
        self, store: Store, version: Version, *, again: bool = False, bounds: Bounds = BOUNDS
    ) -> None:
        self.done = Filled()
        self._store = store
        self._version = version
        self._again = again
        self._bounds = bounds
        # Articles that are being read, each with the other places where it was met meanwhile.
        self._flight: dict[str, list[Capture]] = {}
        self._renewing: set[str] = set()
        # Read since documents were last looked up, or not written by then: the answer lacks them.
        self._fresh: set[str] = set()
        self._clear()

    def fill(self, items: Iterable[Item], read: Read) -> Iterator[Ledger | Aside]:
        """Read what is not there by `read` and write it; what was read comes out, and what was left aside.

        Whoever stops in between loses at most the batch that is not written yet.
        """
        for made in read(self._unknown(items)):
            if isinstance(made, Ledger):
                self._keep(made)
            elif isinstance(made, Quarantine):
                self._set_aside(made)
            else:
                self.done.skipped += 1
            yield made
            if self._is_due():
                self._write()
        self._write()

    def _unknown(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items that are to be read. Of what is known, the place is noted."""
        for portion in _portions(items, self._bounds):
            ids = [_key(item) for item in portion if isinstance(item, RawDocument)]
            known = self._store.known(ids)
            forgotten = self._store.forgotten(ids)
            self._fresh = {ledger.article.id for ledger in self._ledgers}
            for item in portion:
                if not isinstance(item, RawDocument):
                    yield item
                    continue
                key = _key(item)
                capture = Capture(article=key, path=item.path, url=item.url)
                if key in forgotten:
                    self.done.forgotten += 1
                elif key in self._flight:
                    self._flight[key].append(capture)
                    self.done.copies += 1
                elif key in self._fresh:
                    self._captures.append(capture)
                    self.done.copies += 1
                elif key in known and not (self._again and known[key] != self._version.id):
                    self._captures.append(capture)
                    self.done.known += 1
                else:
                    self._flight[key] = []
                    if key in known:
                        self._renewing.add(key)
                    yield item
            if self._is_due():
                self._write()

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
        self._fresh.add(key)

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


def _key(item: RawDocument) -> str:
    return digest_id("article", item.captured)


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
