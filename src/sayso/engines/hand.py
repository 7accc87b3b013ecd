"""A worker of a cluster seen from outside, and the calls that it has."""

from __future__ import annotations

from typing import Any

from sayso.engines.sharded import Call

# How many calls of each kind a worker has at a time; of those that read, one waits.
READS = 2
SLOTS = {"cut": 1, "tell": 1, "read": READS, "part": READS}
LOOKS = ("cut", "tell")


class Asked:
    """A call, with a worker or waiting for one: how many of its values are there, and its losses since."""

    def __init__(self, number: int, call: Call) -> None:
        self.number = number
        self.call = call
        self.had = 0
        self.losses = 0
        self.stream: Any = None
        self.hand: Hand | None = None

    def put_back(self) -> None:
        """Be as one that waits, for the values that are left."""
        self.call, self.had = self.call.rest(self.had), 0
        self.hand = self.stream = None


class Hand:
    """One worker; `joining` until it is ready. `node` is Ray's id of where it is."""

    def __init__(self, actor: Any) -> None:
        self.actor = actor
        self.joining = actor.join.remote()
        self.node = ""
        self.asked: dict[str, list[Asked]] = {method: [] for method in SLOTS}
