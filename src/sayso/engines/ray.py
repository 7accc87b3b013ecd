"""Workers on a cluster of Ray: actors that each hold a language model, and what happens when one is lost.

A worker has one shard to read and the next one waiting, and looks into files beside that. Its values come
one by one, and it stops when few have been taken, so nothing piles up. When a worker is lost, with its
node or alone, another is started, and its calls go on at others from the value that was awaited: nothing
is lost and nothing comes twice.
"""

from __future__ import annotations

import logging
import os
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.engines.answers import told
from sayso.engines.hand import LOOKS, READS, SLOTS, Asked, Hand
from sayso.engines.local import Taking
from sayso.engines.sharded import Answered, Call
from sayso.engines.version import reading_version
from sayso.engines.worker import Worker
from sayso.errors import UsageError, WorkerError
from sayso.inputs.shards import Shard
from sayso.inputs.walk import Found
from sayso.settings import Settings

log = logging.getLogger(__name__)

# Values that a worker makes ahead of what was taken.
_AHEAD = 8
# So often a worker may be lost while the same value is awaited, or before it is ready.
_LOSSES = 5
# Bytes for what passes between processes of a cluster that is started here: far more than waits at any time.
_OBJECTS = 200_000_000
_STARTS = 3
_PATIENCE = 10  # seconds, after which is looked again


@contextmanager
def crew(
    settings: Settings, taking: Taking, address: str | None = None, workers: int | None = None
) -> Iterator[Crew]:
    """So many workers on the cluster at `address`; with none on that of the variable RAY_ADDRESS, else on one started here.

    Without a number, one for each processor that the cluster has. All of them are gone at the end.
    UsageError without Ray; WorkerError where the cluster cannot be reached.
    """
    # Nothing is told to anybody.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise UsageError("a cluster needs Ray: pip install 'sayso[ray]'") from error
    ours = not ray.is_initialized()
    if ours:
        _connect(address or os.environ.get("RAY_ADDRESS") or "local", workers)
    try:
        number = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        hired = Crew(settings, taking, number)
        try:
            yield hired
        finally:
            hired.dismiss()
    finally:
        if ours:
            ray.shutdown()


def _connect(address: str, workers: int | None) -> None:
    import ray

    if address.startswith("ray://"):
        raise UsageError(
            "a cluster is joined from inside: run Sayso on it, as with `ray job submit`, not by ray://"
        )
    given: dict[str, Any] = {"address": address, "log_to_driver": False, "logging_level": "WARNING"}
    if address == "local":
        given |= {
            "num_cpus": workers,
            "include_dashboard": False,
            "object_store_memory": _OBJECTS,
        }
    # Ray gives its own processes half a minute to start, which is too little on a machine that does much else.
    for left in reversed(range(_STARTS if address == "local" else 1)):
        try:
            ray.init(**given)
        except Exception as error:  # Ray raises bare ones too
            ray.shutdown()
            if not left:
                raise WorkerError(f"no cluster at {address}: {error}") from error
        else:
            return


class Actor(Worker):
    """A worker with a process of its own on some node."""

    def __init__(self, settings: Settings, taking: Taking, folder: str) -> None:
        super().__init__(settings, taking)
        if Path(folder).is_dir():  # where relative paths begin
            os.chdir(folder)

    def join(self) -> tuple[str, str]:
        """Be ready: the version that reads here, and Ray's id of the node."""
        import ray

        return self.prepare(), ray.get_runtime_context().get_node_id()

    def cut(self, found: Found, skip: int = 0) -> Iterator[Shard]:
        """The same of a file that is here; WorkerError where only the others have it."""
        if not os.path.lexists(found.path):
            raise WorkerError("it is not on this node: all nodes need the same files")
        yield from super().cut(found, skip)


class Crew:
    """The workers. `nodes` counts the answers that came from each node, by Ray's id of it."""

    def __init__(self, settings: Settings, taking: Taking, number: int) -> None:
        import ray

        self.nodes: Counter[str] = Counter()
        self._version = reading_version(settings).id
        self._actor = ray.remote(concurrency_groups={"look": 2})(Actor)
        self._arguments = (settings, taking, str(Path.cwd()))
        self._hands: list[Hand] = []
        self._waiting: dict[str, deque[Asked]] = {method: deque() for method in SLOTS}
        # Workers that have become ready and calls that have a value, in the order in which it was seen.
        self._due: deque[Hand | Asked] = deque()
        self._given = 0
        self._open = 0
        self._failures = 0
        for _ in range(number):
            self._hire()

    def gather(self) -> None:
        """Wait until all workers are ready. They need not be: calls go to those that are."""
        while any(hand.joining is not None for hand in self._hands):
            for due in self._wait():
                if isinstance(due, Hand):
                    self._join(due)

    @property
    def busy(self) -> bool:
        """Whether a call has not ended yet."""
        return self._open > 0

    @property
    def room(self) -> int:
        """How many calls more may wait: as many as the workers that are ready take next."""
        ready = sum(hand.joining is None for hand in self._hands)
        waiting = len(self._waiting["read"]) + len(self._waiting["part"])
        return max(0, READS * max(1, ready) - waiting)

    def give(self, call: Call) -> int:
        """Have a call made; the number that it goes by."""
        self._given += 1
        self._open += 1
        self._waiting[call.method].append(Asked(self._given, call))
        return self._given

    def take(self) -> Answered:
        """The next value of any call; waits for it. WorkerError where a worker fails, or too many are lost."""
        while True:
            self._assign()
            due = self._due.popleft() if self._due else None
            if due is None:
                self._due.extend(self._wait())
            elif isinstance(due, Hand):
                self._join(due)
            elif due.hand is not None and (answered := self._next(due, due.hand)):
                return answered

    def dismiss(self) -> None:
        """End all workers."""
        import ray

        for hand in self._hands:
            ray.kill(hand.actor)
        for node, values in sorted(self.nodes.items()):
            log.debug("node %s gave %d answers", node, values)

    def _hire(self) -> None:
        self._hands.append(Hand(self._actor.options(num_cpus=1).remote(*self._arguments)))

    def _assign(self) -> None:
        """Give waiting calls to workers: to the least busy, and of these to who has waited longest."""
        for method, slots in SLOTS.items():
            waiting = self._waiting[method]
            for taken in range(slots):
                for hand in tuple(self._hands) if waiting else ():
                    here = hand.asked[method]
                    if waiting and hand.joining is None and len(here) == taken:
                        here.append(waiting[0])
                        self._start(waiting.popleft(), hand)
                        self._hands.remove(hand)
                        self._hands.append(hand)

    def _start(self, asked: Asked, hand: Hand) -> None:
        method = asked.call.method
        group = {"concurrency_group": "look"} if method in LOOKS else {}
        options = {"num_returns": "streaming", "_generator_backpressure_num_objects": _AHEAD}
        made = getattr(hand.actor, method).options(**options, **group)
        asked.hand = hand
        asked.stream = made.remote(*asked.call.arguments)

    def _wait(self) -> list[Hand | Asked]:
        """Wait until something has come."""
        import ray

        awaited: list[tuple[Any, Hand | Asked]] = [
            (hand.joining, hand) for hand in self._hands if hand.joining is not None
        ]
        for hand in self._hands:
            for here in hand.asked.values():
                awaited += [(asked.stream, asked) for asked in here]
        streams = [stream for stream, _ in awaited]
        come, _ = ray.wait(streams, num_returns=len(streams), timeout=0)
        if not come:
            come, _ = ray.wait(streams, num_returns=1, timeout=_PATIENCE)
        seen = {id(stream) for stream in come}
        return [which for stream, which in awaited if id(stream) in seen]

    def _join(self, hand: Hand) -> None:
        import ray
        from ray.exceptions import RayError, RayTaskError

        try:
            version, hand.node = ray.get(hand.joining)
        except RayTaskError as error:
            raise WorkerError(f"a worker cannot begin: {told(error.cause)}") from error
        except RayError as error:
            self._lose(hand, error)
            return
        if version != self._version:
            raise WorkerError(
                f"a worker on node {hand.node} has another Sayso, or other books or weights than here"
            )
        hand.joining = None
        self._failures = 0

    def _next(self, asked: Asked, hand: Hand) -> Answered | None:
        import ray
        from ray.exceptions import RayError, RayTaskError

        try:
            value = ray.get(next(asked.stream))
        except StopIteration:
            hand.asked[asked.call.method].remove(asked)
            self._open -= 1
            return Answered(asked.number, None, ended=True)
        except RayTaskError as error:
            path, what = asked.call.path, told(error.cause)
            raise WorkerError(f"a worker on node {hand.node} failed at {path}: {what}") from error
        except RayError as error:
            self._lose(hand, error)
            return None
        asked.had += 1
        asked.losses = 0
        self.nodes[hand.node] += asked.call.method not in LOOKS
        return Answered(asked.number, value)

    def _lose(self, hand: Hand, error: Exception) -> None:
        """Let a worker go, put its calls back for others, and start another."""
        import ray

        where = f"on node {hand.node}" if hand.node else "that was not ready"
        log.warning("lost a worker %s (%s); another goes on", where, type(error).__name__)
        ray.kill(hand.actor)
        self._hands.remove(hand)
        if hand.joining is not None:
            self._failures += 1
            if self._failures == _LOSSES:
                raise WorkerError(f"no worker can begin: {error}") from error
        for method, here in hand.asked.items():
            for asked in reversed(here):
                # What only waited there is not what it was lost at.
                asked.losses += asked is here[0]
                if asked.losses == _LOSSES:
                    raise WorkerError(
                        f"{_LOSSES} workers were lost, one after another, at {asked.call.path}; what was "
                        "written stays, and the same command goes on from there"
                    ) from error
                asked.put_back()
                self._waiting[method].appendleft(asked)
        self._hire()
