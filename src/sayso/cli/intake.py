"""Inputs of a command: what was read is handed on; what was not is named on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec
import typer

from sayso.cli.session import Session
from sayso.engines.local import Aside, Taking, read_articles, read_ledgers
from sayso.errors import NothingRead
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger

QUARANTINED = 1

log = logging.getLogger(__name__)


class Tally:
    """Counts what came in during one run."""

    def __init__(self) -> None:
        self.read = 0
        self.quarantined = 0
        self.skipped = 0

    def watch(self, items: Iterable[Ledger | Aside]) -> Iterator[Ledger | Quarantine]:
        """Count the items, name the quarantined, and hand on all but the skipped."""
        for item in items:
            if isinstance(item, Ledger):
                self.read += 1
                yield item
            elif isinstance(item, Quarantine):
                self.quarantined += 1
                name_quarantine(item)
                yield item
            else:
                self.skipped += 1
                log.debug("skipped %s: %s", item.path, item.reason)

    def close(self) -> None:
        """Say what was skipped, and end the run as the contract wants: NothingRead, or exit 1."""
        if self.skipped:
            log.info("skipped %s of unknown type in folders", _files(self.skipped))
        if not self.read:
            raise NothingRead("nothing could be read")
        if self.quarantined:
            raise typer.Exit(QUARANTINED)


@contextmanager
def take(
    paths: Sequence[str],
    taking: Taking,
    session: Session,
    *,
    streams: bool = False,
    articles_only: bool = False,
) -> Iterator[Iterator[Ledger | Quarantine]]:
    """The ledgers of `paths`, with the progress shown; at the end the run's outcome is settled.

    `streams`: the command prints while it reads, so on a terminal a progress line would be in its way.
    `articles_only`: ledgers hold their article and no records, and come without the language model.
    """
    tally = Tally()
    read = read_articles if articles_only else read_ledgers
    items = tally.watch(read(paths, session.settings, taking))
    shown = sys.stderr.isatty() and not (streams and sys.stdout.isatty())
    if shown and not session.quiet and not session.settings.log_json:
        yield from _with_progress(items)
    else:
        yield items
    tally.close()


def _with_progress(
    items: Iterator[Ledger | Quarantine],
) -> Iterator[Iterator[Ledger | Quarantine]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)

        def counted() -> Iterator[Ledger | Quarantine]:
            for item in items:
                progress.advance(task)
                yield item

        yield counted()


def name_quarantine(quarantine: Quarantine) -> None:
    """Say on standard error what could not be read, and why."""
    log.error(
        "quarantined %s: %s",
        quarantine.path,
        quarantine.reason,
        extra={"quarantine": msgspec.to_builtins(quarantine)},
    )


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number:,} files"
