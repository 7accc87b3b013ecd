"""``kill -9`` at random points of `sayso read`."""

from __future__ import annotations

import os
import signal
from typing import NamedTuple

from soak.runs import Runs
from soak.servers import Empty

# So often one store is struck before it is read to its end.
_BLOWS = 5


class Killed(NamedTuple):
    """How many runs were killed, and how many stores were read to their end after that."""

    kills: int
    stores: int


def kill_runs(runs: Runs, empty: Empty, kills: int) -> Killed:
    """Kill so many runs. After each nothing is there by half; another run makes the store as it should be."""
    within = runs.time(empty())
    done = stores = 0
    while done < kills:
        address = empty()
        stores += 1
        for _ in range(min(_BLOWS, kills - done)):
            if not runs.lose(address, lambda child: os.kill(child, signal.SIGKILL), within):
                break
            done += 1
            runs.verify(address)
        runs.complete(address)
    return Killed(done, stores)
