"""How right the numbers of origins are, on invented news whose publication trees are known.

    python bench/origins.py [--trees N] [--seed S] [--plot FOLDER]

Grows trees (utterances, agencies, outlets that reprint, cut, rewrite or translate, drop or swap the
source), reads them as Sayso reads any article, and holds `independent_origins` and `possible_origins` of
the claim against the truth. One parameter is varied at a time. Prints for each setting how often more
origins are counted than there are (the error that harms), how often the number is exact, how often the
truth lies within the interval, how many claims one matter became, and the share of its articles that the main one has.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from simulation.publishing import Rates, Tree, grow
from simulation.scoring import Score, score, share
from simulation.telling import tell

from sayso.collate import collate
from sayso.engines.local import Taking, read_ledgers
from sayso.model.reading import Ledger
from sayso.settings import Settings


class Trial(NamedTuple):
    """One setting: what is varied, its value, and the rates that follow."""

    name: str
    value: float
    rates: Rates


def trials() -> Iterator[Trial]:
    """The usual rates, then each parameter over its range, the others as usual."""
    usual = Rates()
    yield Trial("usual", 0, usual)
    yield Trial("reprints and cited chains", 0, Rates(rewrite=0, drop=0, near=0))
    for depth in (1, 3, 4):
        yield Trial("depth", depth, usual._replace(depth=depth))
    for fan_out in (1, 3, 4):
        yield Trial("fan-out", fan_out, usual._replace(fan_out=fan_out))
    for rate in (0.0, 0.5, 1.0):
        yield Trial("rewritten", rate, usual._replace(rewrite=rate))
        yield Trial("attribution dropped", rate, usual._replace(drop=rate))
    for rate in (0.25, 0.5):
        yield Trial("attribution swapped", rate, usual._replace(swap=rate))
    yield Trial("second source", 1.0, usual._replace(second=1.0))
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
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--trees", type=int, default=100, help="for each setting")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(
        f"{'':28}{'articles':>9}{'too high':>9}{'exact':>7}{'inside':>8}{'claims':>8}{'share':>7}"
    )
    for trial in trials():
        random = Random(options.seed)
        scores = measure(list(grow(options.trees, trial.rates, random)), random)
        articles = sum(one.articles for one in scores)
        row = (share([one.over for one in scores]), share([one.exact for one in scores]))
        inside = share([one.inside for one in scores])
        claims = sum(one.claims for one in scores) / len(scores)
        covered = sum(one.covered for one in scores) / articles
        name = f"{trial.name} {trial.value:g}" if trial.value else trial.name
        print(
            f"{name:28}{articles:9}{row[0]:9.3f}{row[1]:7.3f}{inside:8.3f}{claims:8.2f}{covered:7.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
