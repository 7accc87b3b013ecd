"""Groups of what is alike on average: agglomerative clustering with average linkage.

The two groups whose members are most alike on average are joined, again and again, while that average
is at least a limit (UPGMA, Sokal and Michener 1958). Likeness is a dot product, so the average over two
groups is the dot product of their sums, divided by the number of pairs: no matrix of all pairs is kept,
only those pairs that reach the limit, without one of which no average can.
"""

from __future__ import annotations

import heapq

from sayso.collate.vectors import Portraits, Vector, alike_pairs, dot


def linked(portraits: Portraits, least: float) -> tuple[tuple[int, ...], ...]:
    """The groups as indexes, each in rising order, by their first one. A tie joins the first groups.

    The result depends on the order of `portraits` in ties alone: give them in an order of their own.
    """
    groups = _Groups(portraits)
    for left, right, likeness in alike_pairs(portraits, least):
        groups.note(left, right, likeness)
    while (pair := groups.closest()) is not None and pair[2] >= least:
        groups.join(pair[0], pair[1])
    return tuple(sorted(tuple(sorted(group)) for group in groups.members.values()))


class _Groups:
    """Groups under their lowest index, with the likeness summed over the pairs of two groups."""

    def __init__(self, portraits: Portraits) -> None:
        self.members: dict[int, list[int]] = {
            index: [index] for index in range(len(portraits.words))
        }
        self._sums: dict[int, Vector] = dict(enumerate(portraits.words))
        self._meant = dict(enumerate(portraits.meaning))
        self._totals: dict[int, dict[int, float]] = {index: {} for index in self.members}
        self._heap: list[tuple[float, int, int]] = []

    def note(self, left: int, right: int, total: float) -> None:
        """Keep the likeness of two groups, summed over their pairs."""
        self._totals[left][right] = self._totals[right][left] = total
        first, second = min(left, right), max(left, right)
        heapq.heappush(self._heap, (-self._average(left, right), first, second))

    def closest(self) -> tuple[int, int, float] | None:
        """The two groups most alike on average. Entries that a join has outdated are passed over."""
        while self._heap:
            negative, left, right = self._heap[0]
            known = right in self._totals.get(left, ())
            if known and self._average(left, right) == -negative:
                return left, right, -negative
            heapq.heappop(self._heap)
        return None

    def join(self, left: int, right: int) -> None:
        """Join `right` into `left`, the lower index."""
        near_left, near_right = self._totals.pop(left), self._totals.pop(right)
        neighbours = sorted((near_left.keys() | near_right.keys()) - {left, right})
        totals = {
            other: self._total(near_left, left, other) + self._total(near_right, right, other)
            for other in neighbours
        }
        for other in neighbours:
            self._totals[other].pop(left, None)
            self._totals[other].pop(right, None)
        self.members[left] += self.members.pop(right)
        self._sums[left] = _sum(self._sums[left], self._sums.pop(right))
        self._meant[left] = self._meant[left] + self._meant.pop(right)
        self._totals[left] = {}
        for other, total in totals.items():
            self.note(left, other, total)

    def _total(self, near: dict[int, float], group: int, other: int) -> float:
        if other in near:
            return near[other]
        meant = float(self._meant[group] @ self._meant[other])
        return meant + dot(self._sums[group], self._sums[other])

    def _average(self, left: int, right: int) -> float:
        pairs = len(self.members[left]) * len(self.members[right])
        return self._totals[left][right] / pairs


def _sum(left: Vector, right: Vector) -> Vector:
    total = dict(left)
    for term, weight in right.items():
        total[term] = total.get(term, 0.0) + weight
    return total
