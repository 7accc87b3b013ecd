"""Several processes that read: each with a language model of its own, fed a document ahead.

A process has the document that it reads and the next one, so that it need not wait while answers are
written, and nothing piles up. It takes documents while it reads, so neither side can wait for the other
with a full pipe. What one of them reads depends on nothing that another read.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

import msgspec

from sayso.engines.answers import answer, made_of
from sayso.engines.local import Aside, LocalEngine, Taking
from sayso.errors import WorkerError
from sayso.inputs import Item
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.settings import Settings

_HELD = 2  # documents
_PATIENCE = 5  # seconds for a process to end by itself


_DOCUMENT = msgspec.msgpack.Decoder(RawDocument)


def read_in_processes(
    items: Iterable[Item], settings: Settings, taking: Taking, jobs: int
) -> Iterator[Ledger | Aside]:
    """The ledgers of documents, read by `jobs` processes, in the order in which they are done.

    WorkerError where one of them dies or fails; it names the document that it was reading.
    """
    workers = [_Worker(number, settings, taking) for number in range(1, jobs + 1)]
    try:
        yield from _handed_out(iter(items), workers)
    finally:
        for worker in workers:
            worker.stop()


def _handed_out(items: Iterator[Item], workers: list[_Worker]) -> Iterator[Ledger | Aside]:
    more = True
    while True:
        while more and len((worker := min(workers, key=lambda one: len(one.held))).held) < _HELD:
            item = next(items, None)
            if isinstance(item, RawDocument):
                worker.give(item)
            elif item is not None:
                yield item
            else:
                more = False
        busy: dict[Any, _Worker] = {one.connection: one for one in workers if one.held}
        if not busy:
            return
        for connection in wait(list(busy)):
            yield busy[connection].take()


class _Worker:
    """One process, seen from outside; `held` names the documents that it has, the first is being read."""

    def __init__(self, number: int, settings: Settings, taking: Taking) -> None:
        # Started afresh: a copy of this process would have its threads' locks and its database.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_work, args=(theirs, settings, taking), name=f"reader {number}", daemon=True
        )
        self._process.start()
        theirs.close()
        self.held: deque[str] = deque()

    def give(self, document: RawDocument) -> None:
        """Hand over a document."""
        self.held.append(document.path or document.url or "-")
        try:
            self.connection.send_bytes(msgspec.msgpack.encode(document))
        except OSError as error:
            raise self._died() from error

    def take(self) -> Ledger | Quarantine:
        """What it made of the first document that it has."""
        try:
            answered = self.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return made_of(answered, f"{self._process.name} failed at {self.held.popleft()}")

    def stop(self) -> None:
        """End it. What it was reading is lost with it, and will be read by another run."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_PATIENCE)

    def _died(self) -> WorkerError:
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        return WorkerError(
            f"{self._process.name} (process {self._process.pid}) died with {how} while it read "
            f"{self.held[0]}; what was written stays, and the same command goes on from there"
        )


def _work(connection: Connection, settings: Settings, taking: Taking) -> None:
    """What the process does: documents in, answers out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    documents = SimpleQueue[RawDocument | None]()
    Thread(target=_receive, args=(connection, documents), daemon=True).start()
    engine = LocalEngine(settings, taking)
    while (document := documents.get()) is not None:
        try:
            connection.send_bytes(answer(engine, document))
        except OSError:
            return


def _receive(connection: Connection, documents: SimpleQueue[RawDocument | None]) -> None:
    """Take documents as they come, and None at their end."""
    while True:
        try:
            documents.put(_DOCUMENT.decode(connection.recv_bytes()))
        except (EOFError, OSError):
            documents.put(None)
            return
