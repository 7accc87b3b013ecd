"""BCubed over mentions (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

M = TypeVar("M", bound=Hashable)


class Figures(NamedTuple):
    """Precision, recall, and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(gold: Mapping[M, Hashable], found: Mapping[M, Hashable]) -> Figures:
    """How well `found` puts together what `gold` has together; both name a cluster for each mention."""
    theirs, ours = _clusters(gold), _clusters(found)
    precision = recall = 0.0
    for mention in gold:
        own, true = ours[found[mention]], theirs[gold[mention]]
        shared = len(own & true)
        precision += shared / len(own)
        recall += shared / len(true)
    return Figures(precision / len(gold), recall / len(gold))


def _clusters(of: Mapping[M, Hashable]) -> Mapping[Hashable, frozenset[M]]:
    clusters: defaultdict[Hashable, set[M]] = defaultdict(set)
    for mention, cluster in of.items():
        clusters[cluster].add(mention)
    return {cluster: frozenset(members) for cluster, members in clusters.items()}
