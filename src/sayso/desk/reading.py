"""Files and texts that were dropped are read into the store, one run after another."""

from __future__ import annotations

import io
import logging
import queue
import secrets
import threading
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec

from sayso.desk.faults import log_fault
from sayso.engines.filling import Bounds, Filling
from sayso.engines.local import LocalEngine, Taking
from sayso.engines.version import reading_version
from sayso.errors import SaysoError
from sayso.inputs import Item, read_streams
from sayso.model.ids import digest_id
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.settings import Settings
from sayso.stores import Store

log = logging.getLogger(__name__)

# A run is forgotten when so many newer ones have begun.
_MOST_RUNS = 200
# What is read is in the store, and so on the pages, so many seconds later.
_SHOWN_AFTER = 1.0


class Dropped(NamedTuple):
    """A file that was dropped, by the name that its owner gave it."""

    name: str
    content: bytes


class Run(msgspec.Struct, kw_only=True, tag="run", tag_field="kind"):
    """What became of what was dropped together.

    `files` is how many there are. `articles` are ids of what is read, and at the end of what the store has then;
    `known` were there already.
    `failed` says why nothing more is read.
    """

    id: str
    state: Literal["waiting", "reading", "done", "failed"] = "waiting"
    files: int
    read: int = 0
    known: int = 0
    words: int = 0
    articles: list[str] = msgspec.field(default_factory=list)
    quarantined: list[Quarantine] = msgspec.field(default_factory=list)
    failed: str | None = None


class ReadingRoom:
    """Reads what is dropped, in one thread of its own: the language model serves one at a time."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._engine = LocalEngine(settings, Taking())
        self._waiting: queue.Queue[tuple[Run, Sequence[Dropped]] | None] = queue.Queue()
        self._runs: dict[str, Run] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def take(self, dropped: Sequence[Dropped]) -> Run:
        """Begin to read; the run tells how far it is."""
        run = Run(id=secrets.token_urlsafe(12), files=len(dropped))
        with self._lock:
            self._runs[run.id] = run
            while len(self._runs) > _MOST_RUNS:
                self._runs.pop(next(iter(self._runs)))
        self._begin((run, dropped))
        return run

    def prepare(self) -> None:
        """Load the language model ahead of the first article."""
        self._begin(None)

    def run(self, identifier: str) -> Run | None:
        """A run by its id."""
        return self._runs.get(identifier)

    def _begin(self, work: tuple[Run, Sequence[Dropped]] | None) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
                self._thread.start()
        self._waiting.put(work)

    def _work(self) -> None:
        while True:
            work = self._waiting.get()
            if work is None:
                self._engine.prepare()
                continue
            run, dropped = work
            run.state = "reading"
            try:
                self._read(run, dropped)
                run.state = "done"
            except SaysoError as error:
                run.failed, run.state = str(error), "failed"
            except Exception as error:  # noqa: BLE001 (the thread must live on; the fault is told)
                log_fault(log, error)
                run.failed, run.state = (
                    "a fault of Sayso’s own; the desk’s log names the place",
                    "failed",
                )

    def _read(self, run: Run, dropped: Sequence[Dropped]) -> None:
        filling = Filling(
            self._store,
            reading_version(self._settings),
            bounds=Bounds(articles=self._settings.store_batch, seconds=_SHOWN_AFTER),
        )
        for made in filling.fill(self._items(run, dropped), self._engine.read):
            if isinstance(made, Quarantine):
                run.quarantined.append(made)
            run.read, run.words = filling.done.read, filling.done.words
            run.known = filling.done.known + filling.done.copies
        run.known = filling.done.known + filling.done.copies
        known = self._store.known(run.articles)
        run.articles = [key for key in dict.fromkeys(run.articles) if key in known]

    def _items(self, run: Run, dropped: Sequence[Dropped]) -> Iterator[Item]:
        streams = ((one.name, io.BytesIO(one.content)) for one in dropped)
        for item in read_streams(streams, max_bytes=self._settings.max_input_bytes):
            if isinstance(item, RawDocument):
                run.articles.append(digest_id("article", item.captured))
            yield item
