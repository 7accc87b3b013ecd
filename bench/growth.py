"""What one more article costs as an archive grows: its place among the stories, and what they say together.

    python bench/growth.py NUMBER [--a-day N] [--store FILE]

Writes a stream of so many generated articles with their statements into a store, a day at a time, brings the
stories up to date and collates those that are new or have changed; all others are left alone. Counted
are these two, not the writing of articles, in processor time. No language model has a part in it: the
statements are generated, and words alone decide.

Whenever the store has grown by half it is counted anew how usual words are, and while it is small all stories are
found anew then: such days stand apart (`anew`: seconds of the step). Prints a line for each twentieth
of the stream, and what an article costs in the last fifth over what it costs in the second (in the first, stories and
the window of days are still filling), such days left out.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from streams.stream import stream

from sayso.books.stories import load_story_book
from sayso.collate import collate
from sayso.collate.stories import WINDOW
from sayso.gathered import bring_up_to_date
from sayso.stores import Batch, Selection, Store, Version, open_store
from sayso.stores.selecting import parted

VERSION = Version(id="stream", sayso="0", extractors={}, rules="", books="", model="")
STEPS = 20
READ = 25  # stories
FIFTH = 5


class Cost(NamedTuple):
    """Some articles of the stream, and the seconds of processor time they took."""

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
    parser.add_argument("--store", type=Path, help="Keep the store there.")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.store or Path(folder) / "store.sqlite"
        with open_store(str(path), create=True) as store:
            _run(store, chosen.number, chosen.a_day)
        print(f"store of {path.stat().st_size / 1e6:,.0f} MB")


def _run(store: Store, number: int, a_day: int) -> None:
    print(
        f"{'articles':>9}{'stories':>9}{'gather ms':>11}{'collate ms':>12}{'a second':>10}"
        f"{'anew s':>8}{'MiB':>7}"
    )
    steps: list[Cost] = []
    small = load_story_book().gathered_anew
    step, done, stories, counted = Cost(), 0, 0, 0
    for ledgers in stream(number, a_day):
        store.write(Batch(version=VERSION, ledgers=ledgers))
        began = time.process_time()
        told = bring_up_to_date(store, WINDOW, words_alone=True)
        gathered = time.process_time()
        now = _counted(store)
        if now != counted and counted <= small:
            step += Cost(anew=gathered - began)
        else:
            _collate(store, told)
            collated = time.process_time() - gathered
            step += Cost(len(ledgers), gathered - began, collated)
        counted = now
        stories += len(told)
        done += len(ledgers)
        if done >= number * (len(steps) + 1) / STEPS:
            steps.append(step)
            _print(done, stories, step)
            step = Cost()
    size = max(len(steps) // FIFTH, 1)
    first, last = sum(steps[size : 2 * size], Cost()), sum(steps[-size:], Cost())
    print(f"cost of an article at the end over that at the start: {last.each / first.each:.2f}")


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


def _print(done: int, stories: int, step: Cost) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = [1_000 * part / max(step.articles, 1) for part in (step.gathering, step.collating)]
    print(
        f"{done:9,}{stories:9,}{each[0]:11.1f}{each[1]:12.1f}{1_000 / (step.each or 1):10.1f}"
        f"{step.anew:8.1f}{memory:7,.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
