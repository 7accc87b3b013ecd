"""How far a long step is, told while it goes on: on a terminal all the time, in a log now and then."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.cli.session import Session
from sayso.gathered import Watch

log = logging.getLogger(__name__)

# Articles from one line of the log to the next.
_LOGGED = 1_000


@contextmanager
def telling(session: Session) -> Iterator[Watch]:
    """What is to be told the name of a step and how many articles it has done."""
    if not sys.stderr.isatty() or session.quiet or session.settings.log_json:
        yield logged()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("")

        def watch(step: str, done: int) -> None:
            progress.update(task, description=f"{done:,} articles {step}")

        yield watch


def logged() -> Watch:
    """What notes each thousand articles of a step in the log."""
    noted: dict[str, int] = {}

    def watch(step: str, done: int) -> None:
        if done // _LOGGED > noted.get(step, 0):
            noted[step] = done // _LOGGED
            log.info("%s articles %s so far", f"{done:,}", step)

    return watch
