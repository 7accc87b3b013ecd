"""Who is signed in: in memory alone, under the digest of a token that the browser has."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable
from typing import NamedTuple

from sayso.desk.accounts import Account


class Session(NamedTuple):
    """Somebody who signed in. `since` is the account's; `begun` and `seen` are seconds of the clock."""

    name: str
    since: str
    begun: float
    seen: float


class Sessions:
    """The sessions of one process, for several threads. They end with it.

    One ends after `idle` seconds without a request, and `longest` seconds after it began.
    """

    def __init__(self, idle: float, longest: float, clock: Callable[[], float]) -> None:
        self._idle = idle
        self._longest = longest
        self._clock = clock
        self._held: dict[str, Session] = {}
        self._lock = threading.Lock()

    def begin(self, account: Account) -> str:
        """A token for somebody whose password was right."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._held = {key: one for key, one in self._held.items() if self._lives(one, now)}
            self._held[_digest(token)] = Session(account.name, account.since, now, now)
        return token

    def find(self, token: str) -> Session | None:
        """The session of a token, if there is one still; it has been seen now."""
        key, now = _digest(token), self._clock()
        with self._lock:
            found = self._held.get(key)
            if found is None:
                return None
            if not self._lives(found, now):
                del self._held[key]
                return None
            self._held[key] = found._replace(seen=now)
            return found

    def end(self, token: str) -> None:
        """Sign out."""
        with self._lock:
            self._held.pop(_digest(token), None)

    def _lives(self, one: Session, now: float) -> bool:
        return now - one.seen < self._idle and now - one.begun < self._longest


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
