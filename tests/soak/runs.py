"""`sayso read` in processes that have the language model from the beginning, so that hundreds can die."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec

from sayso.cli import main
from sayso.errors import NoStore
from sayso.reading import Reader
from sayso.settings import Settings
from sayso.stores import open_store
from soak.articles import EXIT

_LOST = 4  # how a run ends whose store failed
_PATIENCE = 120  # seconds


class Content(NamedTuple):
    """What a store holds: a digest of each article's ledger by id, and one of everything."""

    ledgers: Mapping[str, str]
    whole: str


class Runs:
    """Starts runs over one folder of articles, and knows what an undisturbed one comes to.

    The model is loaded once; each run is a fork of this process and the real command line from there on.
    """

    def __init__(self, folder: Path, address: str, seed: int) -> None:
        self.random = random.Random(seed)
        self._folder = folder
        settings = Settings()
        self._reader = Reader(settings.language_model, settings.batch_size)
        # In this process, so that the books and all that is kept of them is there in its forks.
        code = self._read(address, 8)
        assert code == EXIT, f"the first run ended with {code}"
        self.wanted = content(address)

    def start(self, address: str) -> int:
        """The number of a process that reads into the store, in batches of any size."""
        size = self.random.randint(1, 8)
        child = os.fork()
        if child == 0:
            self._run(address, size)
        return child

    def finish(self, address: str) -> None:
        """Read to the end; AssertionError where that does not end well."""
        code = ended(self.start(address))
        assert code == EXIT, f"a run over {address} ended with {code}"

    def time(self, address: str) -> float:
        """Seconds of an undisturbed run into an empty store."""
        begin = time.monotonic()
        self.finish(address)
        return time.monotonic() - begin

    def lose(self, address: str, blow: Callable[[int], None], within: float) -> bool:
        """Start a run and deal it a blow at a random moment; whether it was still running."""
        child = self.start(address)
        time.sleep(self.random.uniform(0, within))
        if os.waitpid(child, os.WNOHANG) != (0, 0):
            return False
        blow(child)
        code = ended(child)
        assert code in (-signal.SIGKILL, _LOST, EXIT), f"a run ended with {code}"
        return code != EXIT

    def verify(self, address: str) -> None:
        """AssertionError where there is anything that an undisturbed run would not have left."""
        try:
            found = content(address)
        except NoStore:
            return
        for key, digest in found.ledgers.items():
            assert self.wanted.ledgers[key] == digest, f"{key} is not whole in {address}"

    def complete(self, address: str) -> None:
        """A second run ends in what an undisturbed one ends in."""
        self.finish(address)
        assert content(address) == self.wanted, f"{address} is not what it should be"

    def _run(self, address: str, size: int) -> None:
        """What a fork does."""
        code = 70
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            for stream in (1, 2):
                os.dup2(null, stream)
            code = self._read(address, size)
        finally:
            os._exit(code)

    def _read(self, address: str, size: int) -> int:
        """The command line with its language model at hand; its exit code."""
        batch = f"store_batch={size}"
        arguments = ["read", str(self._folder), "--quiet", "--store", address, "--set", batch]
        with (
            patch("sayso.engines.local.Reader", lambda *_: self._reader),
            patch.object(sys, "argv", ["sayso", *arguments]),
            redirect_stdout(TextIOWrapper(BytesIO())),
        ):
            try:
                main()
            except SystemExit as end:
                return int(end.code or 0)
        return 0


def ended(child: int, patience: float = _PATIENCE) -> int:
    """The exit code of a process, or the negative number of the signal that ended it."""
    until = time.monotonic() + patience
    while True:
        number, status = os.waitpid(child, os.WNOHANG)
        if number:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise AssertionError("a run did not end")
        time.sleep(0.005)


def content(address: str) -> Content:
    """What the store holds; AssertionError where its own check finds a flaw."""
    ledgers: dict[str, str] = {}
    whole = hashlib.sha256()
    with open_store(address) as store:
        flaws = list(store.check())
        assert flaws == [], f"{address}: {flaws[:3]}"
        for batch in store.batches():
            for ledger in batch.ledgers:
                data = msgspec.json.encode(ledger)
                ledgers[ledger.article.id] = hashlib.sha256(data).hexdigest()
                whole.update(data)
            whole.update(msgspec.json.encode((batch.captures, batch.quarantines)))
    return Content(ledgers, whole.hexdigest())
