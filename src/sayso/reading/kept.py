"""What was found in words that may come again, kept within a bound."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """What was met last, of `limit` tokens at most."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._kept: dict[K, tuple[V, int]] = {}

    def get(self, key: K) -> V | None:
        """What is kept under a key, which is then the one met last; None where nothing is."""
        held = self._kept.pop(key, None)
        if held is None:
            return None
        self._kept[key] = held
        return held[0]

    def put(self, key: K, value: V, tokens: int) -> None:
        """Keep a value under a key that holds none, and let go of those that were met longest ago."""
        self._kept[key] = value, tokens
        self._size += tokens
        while self._size > self._limit:
            self._size -= self._kept.pop(next(iter(self._kept)))[1]
