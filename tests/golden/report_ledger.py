"""Prints how the golden red lines, transfers, policy changes and relations fare.

``python tests/golden/report_ledger.py [--set NAME] [--wrong tuning|reported]``: for each set the F1 of its
records, the shares of its fields among the records found, and the passages in which nothing is to be
found, half by half. With ``--wrong`` also each passage of that half that is not wholly right, and what
Sayso gave for it. Look at the tuning half while rules are written; the reported half is there to be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from golden.halves import Half
    from golden.ledger import Golden, Judged, Share


def main() -> None:
    """Run Sayso over the passages and print the result."""
    from golden.halves import HALVES
    from golden.ledger import goldens, run
    from sayso.reading import Reader

    sets = goldens()
    parser = argparse.ArgumentParser(description="How the golden records fare.")
    parser.add_argument("--set", choices=[golden.name for golden in sets], help="only this set")
    parser.add_argument("--wrong", choices=HALVES, help="show what is not wholly right")
    asked = parser.parse_args()
    reader = Reader()
    for golden in sets:
        if asked.set in (None, golden.name):
            judged = run(golden, reader)
            told = [*table(golden, judged), ""]
            if asked.wrong:
                told += [*explanations(golden, judged, asked.wrong), ""]
            sys.stdout.write("\n".join(told) + "\n")


def table(golden: Golden, judged: Sequence[Judged]) -> Iterator[str]:
    """The figures of a set, half by half."""
    from golden.halves import HALVES
    from golden.ledger import Share, score

    scores = [score(golden, judged, half) for half in HALVES]
    counts = [sum(one.case.half == half for one in judged) for half in HALVES]
    yield f"{golden.name:24}" + "".join(f"{half:>20}" for half in HALVES)
    yield f"{'passages':24}" + "".join(f"{count:>20}" for count in counts)
    yield f"{'F1':24}" + "".join(f"{one.f1:>20.3f}" for one in scores)
    rows: list[tuple[str, list[Share]]] = [
        ("recall", [one.recall for one in scores]),
        ("precision", [one.precision for one in scores]),
        ("wholly right", [one.whole for one in scores]),
        ("none where none is", [one.silent for one in scores]),
    ]
    rows += [
        (name, [one.fields.get(name, Share(0, 0)) for one in scores])
        for name in dict.fromkeys(name for one in scores for name in one.fields)
    ]
    for name, shares in rows:
        cells = (f"{one.right}/{one.of}  {one.value:.3f}" if one.of else "-" for one in shares)
        yield f"{name:24}" + "".join(f"{cell:>20}" for cell in cells)


def explanations(golden: Golden, judged: Sequence[Judged], half: Half) -> Iterator[str]:
    """Each passage of a half that is not wholly right, and what Sayso gave for it."""
    for one in judged:
        wrong = [pair for pair in one.pairs if not all(pair[2].values())]
        if one.case.half != half or not (wrong or one.missing or one.surplus):
            continue
        yield f"\n{one.case.text}"
        for wanted, given, fields in wrong:
            bad = ", ".join(name for name, good in fields.items() if not good)
            yield f"  wrong {bad}\n    wanted {wanted}\n    given  {golden.tell(given)}"
        yield from (f"  missing {wanted}" for wanted in one.missing)
        yield from (f"  too much {golden.tell(given)}" for given in one.surplus)


if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests), str(tests.parent / "src")]
    main()
