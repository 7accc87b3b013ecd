"""What a second worker brings: processes of one machine, and workers of a cluster of Ray.

    python bench/workers.py FOLDER [--texts 60] [--ways jobs ray]

The first texts of the folder are read by one worker and by two, each time into a new store, and the stores must
hold the same. Told are the seconds until every worker has its language model (of processes: of a run over a line
for each), those of the reading with all its writing, and the processor time of the process that writes, an
article: that bounds what one writer can take.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sayso.engines.filling import Filling
from sayso.engines.local import Aside, Taking
from sayso.engines.processes import read_in_processes
from sayso.engines.ray import crew
from sayso.engines.sharded import read_shards
from sayso.engines.version import reading_version
from sayso.exporters import placed
from sayso.inputs import read_inputs
from sayso.inputs.walk import Found
from sayso.model.reading import Ledger
from sayso.settings import Settings
from sayso.stores import Store, open_store

SETTINGS = Settings()
Read = Callable[[Filling], Iterable[Ledger | Aside]]


class Cost(NamedTuple):
    """Seconds of the start and of the reading, processor seconds of the writer, and words that were read."""

    start: float
    reading: float
    writer: float
    words: int


@contextmanager
def by_processes(files: list[str], workers: int, folder: Path) -> Iterator[Read]:
    """Processes of this machine. They start with the reading, so the start is a run of its own."""
    lines = [str(folder / f"{number}.txt") for number in range(workers)]
    for number, line in enumerate(lines):
        Path(line).write_text(f"The keeper of lock {number} waits.\n")

    def read(paths: list[str], filling: Filling) -> Iterator[Ledger | Aside]:
        items = read_inputs(paths, max_bytes=SETTINGS.max_input_bytes)
        return filling.fill(
            items,
            partial(read_in_processes, settings=SETTINGS, taking=Taking(), jobs=workers),
        )

    with new_store(folder / "start.sqlite") as store:
        list(read(lines, Filling(store, reading_version(SETTINGS))))
    yield partial(read, files)


@contextmanager
def by_ray(files: list[str], workers: int, folder: Path) -> Iterator[Read]:
    """Workers of a cluster that is started here."""
    del folder
    with crew(SETTINGS, Taking(), workers=workers) as hands:
        hands.gather()
        pieces = [Found(file, named=True) for file in files]
        yield lambda filling: filling.take(read_shards(hands, pieces, filling.choose))


WAYS = {"jobs": by_processes, "ray": by_ray}


@contextmanager
def new_store(path: Path) -> Iterator[Store]:
    """A store in a file that is not there yet."""
    with open_store(str(path), create=True) as store:
        yield store


def measure(way: str, workers: int, files: list[str]) -> tuple[Cost, list[str]]:
    """What it costs, and what is in the store."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        with (
            WAYS[way](files, workers, folder) as read,
            new_store(folder / "store.sqlite") as store,
        ):
            filling = Filling(store, reading_version(SETTINGS))
            ready, writer = time.perf_counter(), time.process_time()
            for _ in read(filling):
                pass
            done, wrote = time.perf_counter(), time.process_time()
            start = ready - began
            reading = done - ready - (start if way == "jobs" else 0)
            cost = Cost(start, reading, wrote - writer, filling.done.words)
            return cost, sorted(map(repr, placed(store.batches())))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=60)
    parser.add_argument("--ways", nargs="+", choices=sorted(WAYS), default=sorted(WAYS))
    given = parser.parse_args()
    files = [str(path) for path in sorted(given.folder.rglob("*.txt"))[: given.texts]]
    print(f"{len(files)} texts\n")
    print(f"{'':8}{'start s':>10}{'reading s':>11}{'words/s':>9}{'writer ms an article':>22}")
    for way in given.ways:
        costs = []
        stores = []
        for workers in (1, 2):
            cost, store = measure(way, workers, files)
            costs.append(cost)
            stores.append(store)
            print(
                f"{way} {workers:<3}{cost.start:10.1f}{cost.reading:11.1f}"
                f"{cost.words / cost.reading:9,.0f}{1000 * cost.writer / len(files):22.1f}",
                flush=True,
            )
        assert stores[0] == stores[1], "not the same records"
        print(f"two over one: {costs[0].reading / costs[1].reading:.2f}\n", flush=True)


if __name__ == "__main__":
    main()
