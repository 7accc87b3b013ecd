"""Articles into the store, with the progress shown: what `read` does."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec
import typer

from sayso.cli.intake import QUARANTINED, name_quarantine
from sayso.cli.session import Session
from sayso.cli.telling import telling
from sayso.engines.filling import Bounds, Filled, Filling, Read
from sayso.engines.local import Aside, LocalEngine, Taking
from sayso.engines.processes import read_in_processes
from sayso.engines.version import reading_version
from sayso.errors import NothingRead, StoreError, UsageError
from sayso.gathered import bring_up_to_date
from sayso.inputs import Item, Skipped, read_inputs
from sayso.inputs.walk import Found, walk
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import open_store

log = logging.getLogger(__name__)

T = TypeVar("T", bound=Item | Found)


class Outcome(msgspec.Struct, frozen=True, kw_only=True, tag="read", tag_field="kind"):
    """What a run came to. `version` is what read; `words` of the articles that were read, in `seconds`.

    `known` articles were there already, `copies` are of articles that the run had met before; `forgotten`
    ones were deleted on demand, or have the text of one that was, and stay out.
    """

    store: str
    version: str
    read: int
    renewed: int
    known: int
    copies: int
    forgotten: int
    quarantined: int
    skipped: int
    records_added: int
    records_removed: int
    records_kept: int
    words: int
    seconds: float

    def settle(self) -> None:
        """End the run as the contract wants: NothingRead, or exit 1 where inputs were quarantined."""
        if not self.read + self.renewed + self.known + self.forgotten:
            raise NothingRead("nothing could be read")
        if self.quarantined:
            raise typer.Exit(QUARANTINED)


class Cluster(NamedTuple):
    """Where to read on a cluster, and with how many workers; what is None is as `engines.ray.crew` has it."""

    address: str | None = None
    workers: int | None = None


def fill(
    paths: Sequence[str],
    taking: Taking,
    session: Session,
    *,
    jobs: int = 1,
    cluster: Cluster | None = None,
    again: bool = False,
) -> Outcome:
    """Read what the store does not have; with `again` also what another version has read."""
    began = time.monotonic()
    settings = session.settings
    version = reading_version(settings)
    with open_store(session.store, create=True) as store:
        bounds = Bounds(articles=settings.store_batch)
        filling = Filling(store, version, again=again, bounds=bounds)
        read = (
            _here(paths, taking, session, filling, jobs)
            if cluster is None
            else _there(paths, taking, session, filling, cluster)
        )
        try:
            with closing(read):
                for made in read:
                    tell(made)
            with telling(session) as watch:
                bring_up_to_date(store, settings.story_window, watch=watch)
        except (KeyboardInterrupt, StoreError):
            log.warning(
                "stopped: what was written is whole, and the same command goes on from there"
            )
            raise
        return outcome(filling.done, store.address, version.id, began)


def outcome(done: Filled, store: str, version: str, began: float) -> Outcome:
    """What a run came to that began at an instant of the monotonic clock."""
    return Outcome(
        store=store,
        version=version,
        # What has the text of a forgotten article is known as such only when it is read.
        read=done.read - done.written.forgotten,
        renewed=done.renewed,
        known=done.known,
        copies=done.copies,
        forgotten=done.forgotten + done.written.forgotten,
        quarantined=done.quarantined,
        skipped=done.skipped,
        records_added=done.written.added,
        records_removed=done.written.removed,
        records_kept=done.written.kept,
        words=done.words,
        seconds=round(time.monotonic() - began, 3),
    )


def tell(made: Ledger | Aside) -> None:
    """Name what was left aside."""
    if isinstance(made, Quarantine):
        name_quarantine(made)
    elif isinstance(made, Skipped):
        log.debug("skipped %s: %s", made.path, made.reason)


def found(paths: Sequence[str]) -> Iterator[Found | Aside]:
    """The files that are named, for those who open them elsewhere. UsageError for standard input."""
    if "-" in paths:
        raise UsageError("standard input is here alone: name files that all nodes have")
    return (piece for path in paths for piece in walk(path))


def _here(
    paths: Sequence[str], taking: Taking, session: Session, filling: Filling, jobs: int
) -> Generator[Ledger | Aside, None, None]:
    settings = session.settings
    read: Read = (
        LocalEngine(settings, taking).read
        if jobs == 1
        else partial(read_in_processes, settings=settings, taking=taking, jobs=jobs)
    )
    items = read_inputs(paths, max_bytes=settings.max_input_bytes)
    with watched(items, paths, filling.done, session) as seen:
        yield from filling.fill(seen, read)


def _there(
    paths: Sequence[str], taking: Taking, session: Session, filling: Filling, cluster: Cluster
) -> Generator[Ledger | Aside, None, None]:
    from sayso.engines.ray import crew
    from sayso.engines.sharded import read_shards

    with (
        watched(found(paths), paths, filling.done, session) as seen,
        crew(session.settings, taking, *cluster) as hands,
    ):
        yield from filling.take(read_shards(hands, seen, filling.choose))


@contextmanager
def watched(
    items: Iterable[T], paths: Sequence[str], done: Filled, session: Session
) -> Iterator[Iterable[T]]:
    """The items; on a terminal a line tells how far they are."""
    if not sys.stderr.isatty() or session.quiet or session.settings.log_json:
        yield items
        return
    from rich.console import Console
    from rich.progress import (
        Progress,
        ProgressColumn,
        SpinnerColumn,
        Task,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Figures(ProgressColumn):
        """What is done, as it stands at that moment."""

        def render(self, task: Task) -> Text:
            pace = done.words / task.elapsed if task.elapsed else 0.0
            told = f"{done.read + done.renewed:,} read, {done.known:,} known, {pace:,.0f} words/s"
            return Text(told + (f", {done.quarantined:,} quarantined" if done.quarantined else ""))

    files = None if "-" in paths else _files(paths)
    columns = (SpinnerColumn(), Figures(), TextColumn("·"), TimeElapsedColumn(), TextColumn("of"))
    with Progress(
        *columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("", total=None if files is None else len(files))

        def counted() -> Iterator[T]:
            at = 0
            for item in items:
                # What is in an archive, or on a line, has the path of the file before its own.
                while files and at < len(files) and not (item.path or "").startswith(files[at]):
                    at += 1
                progress.update(task, completed=at)
                yield item

        yield counted()


def _files(paths: Sequence[str]) -> list[str]:
    return [found.path for path in paths for found in walk(path) if isinstance(found, Found)]
