"""Prints how the golden passages fare: ``python tests/golden/report.py [chains] [--wrong tuning|reported]``.

One table for the set that is named (``statements`` where none is), field by field and half by half. With ``--wrong`` also each passage of that half that is
not wholly right, and what Sayso gave for it. Look at the tuning half while rules are written; the
reported half is there to be measured.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Run Sayso over the passages and print the result."""
    from golden.halves import HALVES
    from golden.measure import run
    from golden.table import explanations, table

    parser = argparse.ArgumentParser(description="How the golden passages fare.")
    parser.add_argument("set", nargs="?", choices=("statements", "chains"), default="statements")
    parser.add_argument("--wrong", choices=HALVES, help="show what is not wholly right")
    given = parser.parse_args()
    verdicts = run(given.set)
    print(table(verdicts))
    if given.wrong:
        print(*explanations(verdicts, given.wrong), sep="\n")


if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests), str(tests.parent / "src")]
    main()
