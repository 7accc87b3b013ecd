"""How far a long step is, told on a terminal while it goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.cli.session import Session
from sayso.gathered import Watch


@contextmanager
def telling(session: Session) -> Iterator[Watch]:
    """What is to be told the name of a step and how many articles it has done; silent where nobody looks."""
    if not sys.stderr.isatty() or session.quiet or session.settings.log_json:
        yield _silent
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("")

        def watch(step: str, done: int) -> None:
            progress.update(task, description=f"{done:,} articles {step}")

        yield watch


def _silent(step: str, done: int) -> None:
    del step, done
