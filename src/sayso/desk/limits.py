"""How often something may be done."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

# Beyond so many keys, those that did nothing for longest are forgotten.
_MOST_KEYS = 10_000
_NETWORK = 64


class Limit:
    """At most `most` in `seconds` for each key, counted over a window that slides; for several threads."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float]) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._taken: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str) -> float:
        """Count one more and give 0; where that would be too many, seconds until one may be done again."""
        with self._lock:
            now = self._clock()
            taken = self._taken.setdefault(key, deque())
            self._taken.move_to_end(key)
            while taken and taken[0] <= now - self._seconds:
                taken.popleft()
            if len(taken) >= self._most:
                return taken[0] + self._seconds - now
            taken.append(now)
            while len(self._taken) > _MOST_KEYS:
                self._taken.popitem(last=False)
            return 0.0

    def give_back(self, key: str) -> None:
        """Do not count the last one."""
        with self._lock:
            taken = self._taken.get(key)
            if taken:
                taken.pop()


def network(address: str) -> str:
    """What is counted as one address: of IPv6 the first 64 bits, which are one household's or server's."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return f"{IPv6Address(int(found) >> _NETWORK << _NETWORK)}/{_NETWORK}"
    return str(found)
