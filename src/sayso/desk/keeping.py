"""Answers as they were given, kept as long as the store stays as it is.

A page is made once for all who may see the same: where it names its visitor, or carries the seal of
that visitor's forms, it has a gap, which is filled for each.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from anyio.to_thread import run_sync


class Key(NamedTuple):
    """All that an answer depends on. `state` is the store's, `role` the visitor's."""

    state: str
    role: str | None
    path: str
    query: str


class Kept(NamedTuple):
    """The body of an answer, with its gaps, and its media type."""

    body: bytes
    media: str


class Gaps:
    """What stands in a page for the visitor's name and seal: words that nobody outside can know."""

    def __init__(self) -> None:
        self.name, self.seal = secrets.token_hex(16), secrets.token_hex(16)

    def filled(self, body: bytes, name: str | None, seal: str) -> bytes:
        """The page for one visitor. A name has no letter that HTML would take for its own."""
        named = body.replace(self.name.encode(), (name or "").encode())
        return named.replace(self.seal.encode(), seal.encode())


class Keeping:
    """Answers, for several threads; beyond `most` bytes together those not asked for longest go."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._held: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: Key) -> Kept | None:
        """The answer, if it is there still."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def keep(self, key: Key, answer: Kept) -> None:
        """Keep an answer; one that is larger than all the room is not kept."""
        with self._lock:
            before = self._held.pop(key, None)
            self._size += len(answer.body) - (len(before.body) if before else 0)
            self._held[key] = answer
            while self._size > self._most:
                _, gone = self._held.popitem(last=False)
                self._size -= len(gone.body)


class Pulse:
    """The state of the store, asked anew for everybody, and once for all who wait for it together."""

    def __init__(self, ask: Callable[[], str]) -> None:
        self._ask = ask
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._answered = 0
        self._state = ""

    async def state(self) -> str:
        """A state that the store had after this was called."""
        self._waiting += 1
        number = self._waiting
        async with self._turn:
            if self._answered < number:
                latest = self._waiting
                self._state = await run_sync(self._ask)
                self._answered = latest
            return self._state
