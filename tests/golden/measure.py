"""Runs Sayso over the golden passages and counts what is right, half by half."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from golden.halves import HALVES, Half
from golden.passages import Set, load_passages
from golden.scoring import FIELDS, Verdict, judge
from loaded import loaded
from sayso.extractors import extract_all

# What is counted beside the fields of a statement.
ROWS = (*FIELDS, "caveats", "no statement", "precision", "whole passage")


def run(name: Set = "statements") -> tuple[Verdict, ...]:
    """Every passage of a set read and judged, each as an article of its own."""
    passages = load_passages(name)
    reader = loaded()
    readings = reader.read((passage.article, ()) for passage in passages)
    return tuple(
        judge(passage, (*extract_all(reading), *reading.caveats))
        for passage, reading in zip(passages, readings, strict=True)
    )


def shares(verdicts: Sequence[Verdict]) -> Mapping[str, tuple[int, int]]:
    """Per row how many are right, of how many.

    `precision` counts the statements that were given; optional ones that came count as right.
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()

    def count(row: str, good: int, of: int = 1) -> None:
        right[row] += good
        total[row] += of

    for verdict in verdicts:
        for fields in verdict.fields:
            for name, good in fields.items():
                count(name, good)
        if verdict.passage.caveats:
            count("caveats", verdict.caveats)
        if not verdict.passage.statements:
            count("no statement", not verdict.spurious)
        found = sum(fields["found"] for fields in verdict.fields)
        count("precision", found, found + len(verdict.spurious))
        count("whole passage", verdict.whole)
    return {row: (right[row], total[row]) for row in ROWS}


def halves(verdicts: Sequence[Verdict]) -> Mapping[Half, Mapping[str, tuple[int, int]]]:
    """The shares of each half."""
    return {
        half: shares([verdict for verdict in verdicts if verdict.passage.half == half])
        for half in HALVES
    }
