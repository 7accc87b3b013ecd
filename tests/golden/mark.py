"""Writes the golden passages that rules may be tuned on, and the grids, as marked passages to learn from.

`python tests/golden/mark.py FOLDER` writes ``redlines.txt`` (what is marked is the words that the labels name, so
the others are open), ``grids.txt`` (one crossing of every frame, odd ones too; the words of its slots) and ``others.txt`` (the
passages of the other sets, of which none that rules find a red line in). Nothing of a reported half is written.
With a second folder, of articles about other matters than threats between powers, ``articles.txt`` has their paragraphs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from golden.deals import load, read
from golden.grids import Crossing, cross, grids
from golden.lines import LinePassage, load_lines
from golden.passages import load_passages
from sayso.extractors import redlines
from sayso.reading import Reader
from sayso.train.marked import marked_line

_SEED = 5
# The slots of a grid by what they tell; those of who is warned are not marked.
_MARKS = {"A": "C", "C": "Q", "W": "W", "WS": "W", "WA": "W", "BODY": "W"}
_SHORTEST, _LONGEST = 60, 700  # characters of a passage of another set, or of a paragraph
_THIRD = 3

Spans = list[tuple[str, int, int]]


def of_lines(passages: Iterable[LinePassage]) -> Iterator[str]:
    """The passages for tuning with what their labels name."""
    for one in passages:
        if one.half != "tuning":
            continue
        spans: Spans = []
        for line in one.redlines:
            for mark, label in (("C", line.condition), ("Q", line.consequence), ("W", line.warner)):
                spans += _found(mark, one.text, label.split("|"), spans)
        if any(mark == "C" for mark, _, _ in spans) or not one.redlines:
            yield marked_line("~" if one.redlines else "-", one.text, spans)


def of_grids() -> Iterator[str]:
    """One crossing of each frame of red lines and near misses."""
    for grid in grids().values():
        if grid.kind == "transfers":
            continue
        for crossing in cross(grid, 1, _SEED):
            spans = _slots(crossing) if grid.kind == "red lines" else []
            if spans or grid.kind == "near misses":
                yield marked_line("~" if spans else "-", crossing.text, spans)


def of_others(reader: Reader) -> Iterator[str]:
    """Passages of the sets that are not about red lines."""
    deals = (one for name in ("transfers", "policies", "relations") for one in load(f"{name}*"))
    texts = [one.text for one in deals if one.half == "tuning"]
    told = (*load_passages("statements"), *load_passages("chains"))
    texts += [one.text for one in told if one.half == "tuning" and one.media is None]
    for text in dict.fromkeys(texts):
        if len(text) <= _LONGEST and not any(redlines.extract(read(reader, text))):
            yield marked_line("-", text, ())


def of_articles(folder: Path, reader: Reader) -> Iterator[str]:
    """Every third paragraph of articles, but for those in which rules find a red line."""
    paths = sorted(folder.glob("*.txt"))
    lines = [line.strip() for path in paths for line in path.read_text("utf-8").splitlines()]
    fitting = [line for line in lines if _SHORTEST <= len(line) <= _LONGEST]
    for text in fitting[::_THIRD]:
        if not any(redlines.extract(read(reader, text))):
            yield marked_line("-", text, ())


def _slots(crossing: Crossing) -> Spans:
    """The words of a crossing's slots; () where the act is not told in one."""
    spans: Spans = []
    for slot, words in crossing.slots.items():
        mark = _MARKS.get(slot, _MARKS.get(slot[0]) if slot[0] in "AC" else None)
        if mark is not None and f"{{{slot}}}" in crossing.frame.text:
            spans += _found(mark, crossing.text, [words], spans)
    return spans if any(mark == "C" for mark, _, _ in spans) else []


def _found(mark: str, text: str, labels: Iterable[str], before: Spans) -> Spans:
    """The longest of the labels that the text holds, unless it crosses what is marked already."""
    for label in sorted(filter(None, labels), key=len, reverse=True):
        start = text.lower().find(label.lower())
        end = start + len(label)
        apart = all(
            end <= s or start >= e or (s <= start and end <= e) or (start <= s and e <= end)
            for _, s, e in before
        )
        if start >= 0:
            return [(mark, start, end)] if apart else []
    return []


def main(folder: Path, articles: Path | None = None) -> None:
    """Writes the files."""
    folder.mkdir(parents=True, exist_ok=True)
    reader = Reader(tagging=False)
    written = {
        "redlines": of_lines(load_lines()),
        "grids": of_grids(),
        "others": of_others(reader),
        "articles": of_articles(articles, reader) if articles is not None else iter(()),
    }
    for name, lines in written.items():
        (folder / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
