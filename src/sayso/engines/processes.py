"""Several processes that read: each with a language model of its own, fed one document at a time.

A process has one document and one answer at a time, so nothing piles up, and neither side can wait for the
other with a full pipe. What one of them reads depends on nothing that another read.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
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
    idle, busy = deque(workers), dict[Any, _Worker]()
    while True:
        while idle and (item := next(items, None)) is not None:
            if isinstance(item, RawDocument):
                worker = idle.popleft()
                worker.give(item)
                busy[worker.connection] = worker
            else:
                yield item
        if not busy:
            return
        for connection in wait(list(busy)):
            worker = busy.pop(connection)
            yield worker.take()
            idle.append(worker)


class _Worker:
    """One process, seen from outside."""

    def __init__(self, number: int, settings: Settings, taking: Taking) -> None:
        # Started afresh: a copy of this process would have its threads' locks and its database.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_work, args=(theirs, settings, taking), name=f"reader {number}", daemon=True
        )
        self._process.start()
        theirs.close()
        self._reading = "nothing yet"

    def give(self, document: RawDocument) -> None:
        """Hand over a document."""
        self._reading = document.path or document.url or "-"
        try:
            self.connection.send_bytes(msgspec.msgpack.encode(document))
        except OSError as error:
            raise self._died() from error

    def take(self) -> Ledger | Quarantine:
        """What it made of the document."""
        try:
            answered = self.connection.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return made_of(answered, f"{self._process.name} failed at {self._reading}")

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
            f"{self._reading}; what was written stays, and the same command goes on from there"
        )


def _work(connection: Connection, settings: Settings, taking: Taking) -> None:
    """What the process does: documents in, answers out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    engine = LocalEngine(settings, taking)
    while True:
        try:
            document = _DOCUMENT.decode(connection.recv_bytes())
            connection.send_bytes(answer(engine, document))
        except (EOFError, OSError):
            return
