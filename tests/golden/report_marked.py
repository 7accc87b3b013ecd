"""How Sayso fares on the marked passages of which its weights learned nothing.

`python tests/golden/report_marked.py [--rules]` prints for each file: of the passages with a warning, in how many a
red line was given whose words are most of the marked condition and of the marked answer; of those without one,
how many stayed silent. With `--rules` without the weights. Who warns is not judged.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from golden.deals import read
from sayso.extractors import redlines
from sayso.model.ledger import RedLine
from sayso.model.text import Span
from sayso.reading import Reader
from sayso.train.marked import MarkedPassage, read_marked
from sayso.train.warnings import is_held_out

FOLDER = Path(__file__).parent / "marked"
_MOST = 0.6


class Count(NamedTuple):
    """`right` of `warnings` passages, with `given` red lines in all; `silent` of `others`."""

    right: int
    warnings: int
    given: int
    silent: int
    others: int

    @property
    def f1(self) -> float:
        """Twice the right over all that was marked and all that was given."""
        return 2 * self.right / ((self.warnings + self.given) or 1)


def held_out() -> Mapping[str, tuple[MarkedPassage, ...]]:
    """The passages that only measure, by the name of their file."""
    return {
        path.stem: tuple(one for one in read_marked([path]) if is_held_out(one))
        for path in sorted(FOLDER.glob("*.txt"))
    }


def count(passages: Iterable[MarkedPassage], reader: Reader) -> Count:
    """Reads each passage as an article by itself."""
    right = warnings = given = silent = others = 0
    for one in passages:
        lines = tuple(redlines.extract(read(reader, one.text)))
        given += len(lines)
        if one.warns:
            warnings, right = warnings + 1, right + any(is_right(one, line) for line in lines)
        else:
            others, silent = others + 1, silent + (not lines)
    return Count(right, warnings, given, silent, others)


def is_right(passage: MarkedPassage, line: RedLine) -> bool:
    """Whether a line's words are most of a marked condition, and of a marked answer where there is one."""
    answers = any(mark == "Q" for mark, _, _ in passage.spans)
    told = _most(passage, "C", line.condition.spans)
    return told and (not answers or _most(passage, "Q", line.consequence.spans))


def _most(passage: MarkedPassage, mark: str, spans: Sequence[Span]) -> bool:
    letters = {at for span in spans for at in range(span.start, span.end)}
    marked = [set(range(start, end)) for kind, start, end in passage.spans if kind == mark]
    return any(len(each & letters) >= _MOST * len(each) for each in marked)


def told(name: str, found: Count) -> str:
    """One line of the report."""
    return (
        f"{name:14} F1 {found.f1:.3f}  right {found.right} of {found.warnings}, {found.given} given,"
        f"  silent {found.silent} of {found.others}"
    )


def main(*, rules: bool) -> None:
    """Prints the report."""
    reader = Reader(tagging=not rules)
    whole = Count(0, 0, 0, 0, 0)
    for name, passages in held_out().items():
        found = count(passages, reader)
        whole = Count(*(one + other for one, other in zip(whole, found, strict=True)))
        sys.stdout.write(told(name, found) + "\n")
    sys.stdout.write(told("all", whole) + "\n")


if __name__ == "__main__":
    main(rules="--rules" in sys.argv[1:])
