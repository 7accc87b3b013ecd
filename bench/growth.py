"""What one more article costs as an archive grows: its place among the stories, and what they say together.

    python bench/growth.py NUMBER [--a-day N] [--store FILE]
    python bench/growth.py NUMBER --filled SIZE... [--a-day N] [--store FILE]

Writes a stream of so many generated articles with their statements into a store, a day at a time, brings the
stories up to date and collates those that are new or have changed; all others are left alone. Counted
are these two, not the writing of articles, in processor time. No language model has a part in it: the
statements are generated, and words alone decide.

Whenever the store has grown by half it is counted anew how usual words are, and while it is small all stories are
found anew then: such days stand apart (`anew`: seconds of the step). Prints a line for each twentieth
of the stream, and what an article costs in the last fifth over what it costs in the second (in the first, stories and
the window of days are still filling), such days left out. A store that has the beginning of the stream goes on
from there.

With `--filled`, the NUMBER articles come into a store that has so many already. The first 10,000 of these came as
above, and are kept beside the store (`.original`) for the next time; all the others are copies of them, put into the
past as they stand (`streams.copies`). Prints what an article costs at each size, and that over what it costs at the
first.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from streams.copies import copy_into_past, set_count
from streams.stream import stream

from sayso.books.stories import load_story_book
from sayso.collate import collate
from sayso.collate.stories import WINDOW
from sayso.gathered import bring_up_to_date
from sayso.model.reading import Ledger
from sayso.stores import Batch, Selection, Store, Version, open_store
from sayso.stores.selecting import parted

VERSION = Version(id="stream", sayso="0", extractors={}, rules="", books="", model="")
STEPS = 20
READ = 25  # stories
FIFTH = 5
ORIGINALS = 10_000

Days = Iterator[tuple[Ledger, ...]]


class Cost(NamedTuple):
    """So many articles that `came`, and the seconds of processor time they took.

    `told` stories were new or had changed. The days on which stories were found anew are in `anew` alone; of
    the `articles` of the other days tell `gathering` and `collating`.
    """

    came: int = 0
    told: int = 0
    articles: int = 0
    gathering: float = 0.0
    collating: float = 0.0
    anew: float = 0.0

    @property
    def each(self) -> float:
        """Milliseconds for one."""
        return 1_000 * (self.gathering + self.collating) / max(self.articles, 1)

    def __add__(self, other: object) -> Cost:
        assert isinstance(other, Cost)
        return Cost(
            self.came + other.came,
            self.told + other.told,
            self.articles + other.articles,
            self.gathering + other.gathering,
            self.collating + other.collating,
            self.anew + other.anew,
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("number", type=int)
    parser.add_argument("--a-day", type=int, default=100, help="articles of one day")
    parser.add_argument("--filled", type=int, nargs="+", help="articles that are there already")
    parser.add_argument("--store", type=Path, help="Keep the store there.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.store or Path(folder) / "store.sqlite"
        if chosen.filled:
            _run_filled(path, chosen.number, chosen.a_day, chosen.filled)
        else:
            _run(path, chosen.number, chosen.a_day)


def _run(path: Path, number: int, a_day: int) -> None:
    print(
        f"{'articles':>9}{'stories':>9}{'gather ms':>11}{'collate ms':>12}{'a second':>10}"
        f"{'anew s':>8}{'MiB':>7}"
    )
    steps: list[Cost] = []
    with open_store(str(path), create=True) as store:
        days = stream(number, a_day)
        held = _passed(days, store.counts()["articles"])
        for step in range(STEPS * held // number + 1, STEPS + 1):
            whole = sum(steps, Cost(came=held))
            steps.append(_come(store, days, number * step / STEPS - whole.came))
            _print(whole + steps[-1], steps[-1])
    size = max(len(steps) // FIFTH, 1)
    first, last = sum(steps[size : 2 * size], Cost()), sum(steps[-size:], Cost())
    print(f"cost of an article at the end over that at the start: {last.each / first.each:.2f}")
    print(f"store of {path.stat().st_size / 1e6:,.0f} MB")


def _run_filled(path: Path, number: int, a_day: int, sizes: Sequence[int]) -> None:
    days = stream(ORIGINALS + number * len(sizes), a_day)
    original = path.with_suffix(".original")
    if original.exists():
        shutil.copy(original, path)
        _passed(days, ORIGINALS)
    else:
        with open_store(str(path), create=True) as store:
            _come(store, days, ORIGINALS)
        _copy(path, original)
    costs: list[Cost] = []
    held = 1
    print(
        f"{'articles':>9}{'gather ms':>11}{'collate ms':>12}{'MiB':>7}{'MB':>8}{'over first':>12}"
    )
    for size in sizes:
        wanted = size // ORIGINALS
        began = time.monotonic()
        copy_into_past(path, original, range(held, wanted), ORIGINALS // a_day)
        set_count(path, size)
        held = max(held, wanted)
        print(f"filled in {time.monotonic() - began:,.0f} s", flush=True)
        with open_store(str(path)) as store:
            costs.append(_come(store, days, number))
        gathering, collating = _each(costs[-1])
        print(
            f"{size:9,}{gathering:11.1f}{collating:12.1f}{_memory():7,.0f}"
            f"{path.stat().st_size / 1e6:8,.0f}{costs[-1].each / costs[0].each:12.2f}",
            flush=True,
        )


def _copy(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(to)) as other:
        one.backup(other)


def _passed(days: Days, number: int) -> int:
    """Leave out what a store has already: so many articles, which are whole days."""
    passed = 0
    while passed < number:
        passed += len(next(days))
    return passed


def _come(store: Store, days: Days, most: float) -> Cost:
    """Take in whole days of the stream until so many articles have come, or it ends."""
    small = load_story_book().gathered_anew
    cost, counted = Cost(), _counted(store)
    while cost.came < most and (ledgers := next(days, None)) is not None:
        store.write(Batch(version=VERSION, ledgers=ledgers))
        began = time.process_time()
        told = bring_up_to_date(store, WINDOW, words_alone=True)
        gathered = time.process_time()
        cost += Cost(came=len(ledgers), told=len(told))
        now = _counted(store)
        if now != counted and counted <= small:
            cost += Cost(anew=gathered - began)
        else:
            _collate(store, told)
            collated = time.process_time() - gathered
            cost += Cost(articles=len(ledgers), gathering=gathered - began, collating=collated)
        counted = now
    return cost


def _collate(store: Store, told: Sequence[str]) -> None:
    """What the stories say together; their articles are read some stories at a time."""
    for ids in parted(told, READ):
        stories = list(store.stories(ids))
        articles = frozenset(key for story in stories for key in story.articles)
        held = {one.article.id: one for one in store.ledgers(Selection(articles=articles))}
        for story in stories:
            own = [held[key] for key in story.articles]
            assert collate(own, stories=[story], words_alone=True).claims


def _counted(store: Store) -> int:
    """Among how many articles it was counted last how usual words are."""
    with store.gathering() as shelf:
        scale = shelf.scale()
        return scale.articles if scale else 0


def _each(step: Cost) -> tuple[float, float]:
    """The milliseconds that finding the place of one article took, and collating."""
    number = max(step.articles, 1)
    return 1_000 * step.gathering / number, 1_000 * step.collating / number


def _memory() -> float:
    """The most that this process held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _print(whole: Cost, step: Cost) -> None:
    gathering, collating = _each(step)
    print(
        f"{whole.came:9,}{whole.told:9,}{gathering:11.1f}{collating:12.1f}"
        f"{1_000 / (step.each or 1):10.1f}{step.anew:8.1f}{_memory():7,.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
