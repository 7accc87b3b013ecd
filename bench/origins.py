"""How right the numbers of origins are, on invented news whose publication trees are known.

    python bench/origins.py [--trees N] [--seed S] [--only NAME ...] [--rows FILE] [--plot FILE]

Grows trees (utterances, agencies, outlets that reprint, cut, rewrite or translate, drop or swap the
source), reads them as Sayso reads any article, and holds `independent_origins` and `possible_origins` of
the claim against the truth. One parameter is varied at a time. Prints for each setting how often more
origins are counted than there are (the error that harms), how often the number is exact, how often the
truth lies within the interval, by how much each of the two numbers is off on average, how many claims one
matter became, and the share of its articles that the main one has. `--plot` needs Altair and vl-convert.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from simulation.plotting import plot
from simulation.publishing import Rates, Tree, grow
from simulation.rows import HEAD, label_of, line_of, read_rows, row_of, write_rows
from simulation.scoring import Score, score
from simulation.telling import tell

from sayso.collate import collate
from sayso.engines.local import Taking, read_ledgers
from sayso.model.reading import Ledger
from sayso.settings import Settings


class Trial(NamedTuple):
    """One setting: what is varied, its value, and the rates that follow."""

    name: str
    value: float | None
    rates: Rates

    @property
    def label(self) -> str:
        """Its name as it is printed."""
        return label_of(self.name, self.value)


def trials() -> Iterator[Trial]:
    """The usual rates, then each parameter over its range, the others as usual."""
    usual = Rates()
    yield Trial("usual", None, usual)
    yield Trial("reprints and cited chains", None, Rates(rewrite=0, drop=0, near=0))
    for depth in (1, 3, 4):
        yield Trial("depth", depth, usual._replace(depth=depth))
    for fan_out in (1, 3, 4):
        yield Trial("fan-out", fan_out, usual._replace(fan_out=fan_out))
    for rate in (0.0, 0.5, 1.0):
        yield Trial("attribution dropped", rate, usual._replace(drop=rate))
    for rate in (0.0, 0.5, 1.0):
        yield Trial("rewritten", rate, usual._replace(rewrite=rate))
    for rate in (0.25, 0.5):
        yield Trial("attribution swapped", rate, usual._replace(swap=rate))
    yield Trial("second source", 1.0, usual._replace(second=1.0))
    yield Trial("second source in own words", 1.0, usual._replace(second=1.0, echo=0.0))
    yield Trial("one background", 1.0, usual._replace(common=1.0))
    yield Trial("own words, one background", 1.0, usual._replace(second=1.0, echo=0.0, common=1.0))
    yield Trial("colleague of one state", 1.0, usual._replace(colleague=1.0))
    yield Trial("nearly the same said", 1.0, usual._replace(near=1.0))


def measure(trees: Sequence[Tree], random: Random) -> list[Score]:
    """Reads all trees' articles in one go, then collates each tree by itself."""
    with tempfile.TemporaryDirectory() as folder:
        for number, tree in enumerate(trees):
            lines = b"\n".join(tell(tree, random))
            Path(folder, f"{number:05}.jsonl").write_bytes(lines)
        by_tree: dict[str, list[Ledger]] = {}
        for item in read_ledgers([folder], Settings(), Taking()):
            if isinstance(item, Ledger):
                by_tree.setdefault(Path(item.article.path or "").name[:5], []).append(item)
    return [
        score(tree, collate(by_tree[f"{number:05}"], together=True))
        for number, tree in enumerate(trees)
    ]


def main() -> None:
    """Print the table, and draw it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--trees", type=int, default=100, help="for each setting")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="settings by name, as they are printed")
    parser.add_argument("--rows", type=Path, help="keep the figures here, and go on from there")
    parser.add_argument("--plot", type=Path, help="draw all figures into this SVG file")
    options = parser.parse_args()
    rows = list(read_rows(options.rows)) if options.rows and options.rows.exists() else []
    print(HEAD)
    for trial in trials():
        if options.only and trial.label not in options.only:
            continue
        row = next((one for one in rows if one.label == trial.label), None)
        if row is None:
            random = Random(options.seed)
            trees = list(grow(options.trees, trial.rates, random))
            row = row_of(trial.name, trial.value, measure(trees, random))
            rows.append(row)
            if options.rows:
                write_rows(options.rows, rows)
        print(line_of(row), flush=True)
    if options.plot:
        options.plot.write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
