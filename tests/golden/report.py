"""Prints how a golden set fares: ``python tests/golden/report.py [SET] [--wrong tuning|reported]``.

SET is ``statements`` (where none is named), ``chains``, ``actors`` or ``times`` (the blind ones). One table, field by field and half
by half; for actors also Sayso beside the language model's own NER. With ``--wrong`` also what is not
wholly right in that half, and what Sayso gave for it. Look at the tuning half while rules are written;
the reported half is there to be measured.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Run Sayso over the passages and print the result."""
    from golden.halves import HALVES

    parser = argparse.ArgumentParser(description="How a golden set fares.")
    sets = ("statements", "chains", "actors", "times")
    parser.add_argument("set", nargs="?", choices=sets, default="statements")
    parser.add_argument("--wrong", choices=HALVES, help="show what is not wholly right")
    given = parser.parse_args()
    if given.set == "actors":
        from golden import actor_measure
        from golden.actor_table import actor_explanations, actor_table, ner_table

        named = actor_measure.run()
        print(actor_table(named), ner_table(named), sep="\n\n")
        wrong = actor_explanations(named, given.wrong) if given.wrong else ()
    elif given.set == "times":
        from golden import times
        from golden.table import grid

        told = times.run()
        print(grid(times.value_f1(told)))
        wrong = times.explanations(told, given.wrong) if given.wrong else ()
    else:
        from golden import measure
        from golden.table import explanations, table

        verdicts = measure.run(given.set)
        print(table(verdicts))
        wrong = explanations(verdicts, given.wrong) if given.wrong else ()
    print(*wrong, sep="\n")


if __name__ == "__main__":
    tests = Path(__file__).parents[1]
    sys.path[:0] = [str(tests), str(tests.parent / "src")]
    main()
