"""What one more article costs as an archive grows: its place among the stories, and what they say together.

    python bench/growth.py NUMBER [--store FILE]

Writes a stream of so many generated articles with their statements into a store, a day at a time, brings the
stories up to date and collates those that are new or have changed; all others are left alone. Counted
are these two, not the writing of articles, on one core. No language model has a part in it: the
statements are generated, and stories are found by words alone. Prints a line for each twentieth of the stream, and
the cost of an article in the last fifth over that in the first fifth that lies behind the last count of usual words.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from streams.stream import stream

from sayso.collate import collate
from sayso.collate.stories import WINDOW
from sayso.gathered import bring_up_to_date
from sayso.stores import Batch, Selection, Store, Version, open_store

VERSION = Version(id="stream", sayso="0", extractors={}, rules="", books="", model="")
STEPS = 20
FIFTH = 5


class Cost(NamedTuple):
    """Some articles of the stream, and the seconds of processor time they took."""

    articles: int
    gathering: float
    collating: float

    @property
    def each(self) -> float:
        """Milliseconds for one."""
        return 1_000 * (self.gathering + self.collating) / self.articles


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("number", type=int)
    parser.add_argument("--store", type=Path, help="Keep the store there.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.store or Path(folder) / "store.sqlite"
        with open_store(str(path), create=True) as store:
            _run(store, chosen.number)
        print(f"store of {path.stat().st_size / 1e6:,.0f} MB")


def _run(store: Store, number: int) -> None:
    print(
        f"{'articles':>9}{'stories':>9}{'gather ms':>11}{'collate ms':>12}{'a second':>10}{'MiB':>7}"
    )
    costs: list[Cost] = []
    step = Cost(0, 0.0, 0.0)
    done = stories = 0
    for ledgers in stream(number):
        store.write(Batch(version=VERSION, ledgers=ledgers))
        began = time.process_time()
        told = bring_up_to_date(store, WINDOW, words_alone=True)
        gathered = time.process_time()
        for story in store.stories(told):
            held = list(store.ledgers(Selection(articles=story.articles)))
            stories += bool(collate(held, together=True).claims)
        ended = time.process_time()
        step = Cost(
            step.articles + len(ledgers),
            step.gathering + gathered - began,
            step.collating + ended - gathered,
        )
        done += len(ledgers)
        if done >= number * (len(costs) + 1) / STEPS:
            costs.append(step)
            _print(done, stories, step)
            step = Cost(0, 0.0, 0.0)
    print(f"cost of an article at the end over that at the start: {_ratio(costs):.2f}")


def _print(done: int, stories: int, step: Cost) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = (1_000 * step.gathering / step.articles, 1_000 * step.collating / step.articles)
    print(
        f"{done:9,}{stories:9,}{each[0]:11.1f}{each[1]:12.1f}{1_000 / step.each:10.1f}{memory:7,.0f}",
        flush=True,
    )


def _ratio(costs: list[Cost]) -> float:
    size = max(len(costs) // FIFTH, 1)
    first, last = costs[:size], costs[-size:]
    return _mean(last) / _mean(first)


def _mean(costs: list[Cost]) -> float:
    return sum(one.each * one.articles for one in costs) / sum(one.articles for one in costs)


if __name__ == "__main__":
    main()
