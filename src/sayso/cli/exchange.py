"""A store out into files, and files into a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec

from sayso.cli.session import Session
from sayso.cli.telling import telling
from sayso.exporters import Placed, Write, placed
from sayso.gathered import bring_up_to_date
from sayso.importers.parquet import read
from sayso.importers.parts import folders
from sayso.stores import Written, open_store


class Exported(msgspec.Struct, frozen=True, kw_only=True, tag="exported", tag_field="kind"):
    """What was written to `out`: how many of each kind of record."""

    store: str
    out: str
    records: dict[str, int]

    def table(self) -> str:
        """A line for each kind, and where it is."""
        width = max((len(f"{number:,}") for number in self.records.values()), default=1)
        lines = [f"{number:>{width},}  {kind}" for kind, number in self.records.items()]
        return "\n".join([*lines, self.out])


class TakenOver(msgspec.Struct, frozen=True, kw_only=True, tag="taken_over", tag_field="kind"):
    """What came into the store: articles that are new or replace older readings, and their records.

    `known` are articles that were there already.
    """

    store: str
    new: int
    renewed: int
    known: int
    quarantined: int
    records_added: int
    records_removed: int
    records_kept: int

    def table(self) -> str:
        """The figures, a line each, and where the store is."""
        rows = (
            (self.new, "new articles"),
            (self.renewed, "articles whose reading was replaced"),
            (self.known, "articles that were there already"),
            (self.quarantined, "inputs that could not be read"),
            (self.records_added, "records added"),
            (self.records_removed, "records removed"),
        )
        width = max(len(f"{number:,}") for number, _ in rows)
        return "\n".join([*(f"{number:>{width},}  {what}" for number, what in rows), self.store])


def export(out: Path, write: Write, session: Session) -> Exported:
    """Write all that the store holds, as one moment has it."""
    counted: Counter[str] = Counter()
    with open_store(session.store) as store:
        write(_counted(placed(store.batches()), counted), out)
        return Exported(store=store.address, out=str(out), records=dict(sorted(counted.items())))


def take_over(folder: Path, session: Session, *, again: bool = False) -> TakenOver:
    """Write what was exported into the store, in batches that are there as a whole or not at all.

    What is there already is not written again, so a run that was stopped goes on where it was. With `again`, an
    article that another version read here is replaced by what the folder has of it.
    """
    done, seen, quarantined = Written(), 0, 0
    with open_store(session.store, create=True) as store, telling(session) as watch:
        for batch in chain.from_iterable(map(read, folders(folder))):
            ids = [ledger.article.id for ledger in batch.ledgers]
            # Only what another version has read is to be replaced.
            same = {
                key
                for key, version in store.known(ids).items()
                if not again or version == batch.version.id
            }
            done += store.write(
                msgspec.structs.replace(
                    batch,
                    ledgers=tuple(one for one in batch.ledgers if one.article.id not in same),
                    again=again,
                )
            )
            seen += len(ids)
            quarantined += len(batch.quarantines)
            watch("taken over", seen)
        bring_up_to_date(store, session.settings.story_window, watch=watch)
        return TakenOver(
            store=store.address,
            new=done.new,
            renewed=done.renewed,
            known=seen - done.new - done.renewed,
            quarantined=quarantined,
            records_added=done.added,
            records_removed=done.removed,
            records_kept=done.kept,
        )


def _counted(records: Iterable[Placed], counted: Counter[str]) -> Iterator[Placed]:
    for one in records:
        counted[one.kind] += 1
        yield one
