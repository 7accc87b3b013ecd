"""Long work that somebody waits for, for a while: each piece once, in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future

from sayso.errors import SaysoError
from sayso.model.collation import Story


class StillComparing(SaysoError):
    """The articles of a story are compared, and somebody has waited long enough for it."""

    def __init__(self, story: Story) -> None:
        super().__init__(f"the {len(story.articles):,} articles of {story.id} are still compared")
        self.story = story


class Errands:
    """Work by name, for several threads. Whoever asks waits `patience` seconds; None: until it is done.

    What is done is forgotten: work keeps its own results.
    """

    def __init__(self, patience: float | None) -> None:
        self._patience = patience
        self._under_way: dict[Hashable, Future[None]] = {}
        self._lock = threading.Lock()

    def wait(self, name: Hashable, work: Callable[[], object]) -> bool:
        """Do the work, unless it is under way; whether it is done by now. What it raises is raised here."""
        if self._patience is None:
            work()
            return True
        with self._lock:
            future = self._under_way.get(name)
            if future is None:
                future = self._under_way[name] = Future()
                # A daemon: whoever ends the desk need not wait for it.
                threading.Thread(
                    target=self._do, args=(name, work, future), name="errand", daemon=True
                ).start()
        try:
            future.result(self._patience)
        except TimeoutError:
            return False
        return True

    def _do(self, name: Hashable, work: Callable[[], object], future: Future[None]) -> None:
        fault: BaseException | None = None
        try:
            work()
        except BaseException as error:  # noqa: BLE001 (whoever waits gets it)
            fault = error
        # First of all no longer under way: whoever asks next may ask for it again.
        with self._lock:
            del self._under_way[name]
        if fault is None:
            future.set_result(None)
        else:
            future.set_exception(fault)
