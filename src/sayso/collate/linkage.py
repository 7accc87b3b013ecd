"""Groups of what is alike on average: agglomerative clustering with average linkage.

The two groups whose members are most alike on average are joined, again and again, while that average
is at least a limit (UPGMA, Sokal and Michener 1958). Likeness is a dot product, so the average over two
groups is the dot product of their sums, divided by the number of pairs: no matrix of all pairs is kept,
only the pairs of neighbours. Two groups without a pair of neighbours between them stay two, so each part
of what is linked at all can be grouped by itself.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

from sayso.collate.vectors import Portrait, likeness, summed

# Two articles and how alike they are.
Pair = tuple[str, str, float]


def linked(
    portraits: Mapping[str, Portrait],
    pairs: Iterable[Pair],
    least: float,
    window: int,
    together: Sequence[Sequence[str]] = (),
) -> tuple[tuple[str, ...], ...]:
    """The groups, each in order of its members, by their first one. A tie joins the first groups.

    `pairs` are the neighbours: all that are at least so alike, each once. Two groups more than `window` days apart
    stay two, so that what has no date, and may be of any time, joins one of them and never both. The groups in
    `together` are joined beforehand. No order of what is given changes anything.
    """
    groups = _Groups(portraits, window)
    for left, right, alike in sorted(pairs):
        groups.note(left, right, alike)
    for group in together:
        first, *others = sorted(group)
        for other in others:
            groups.join(first, other)
    while (pair := groups.closest()) is not None and pair[2] >= least:
        groups.join(pair[0], pair[1])
    return tuple(sorted(tuple(sorted(group)) for group in groups.members.values()))


class _Groups:
    """Groups under the first of their members, with the likeness summed over the pairs of two groups."""

    def __init__(self, portraits: Mapping[str, Portrait], window: int) -> None:
        self._window = window
        self.members = {key: [key] for key in sorted(portraits)}
        self._sums = dict(portraits)
        self._totals: dict[str, dict[str, float]] = {key: {} for key in self.members}
        self._heap: list[tuple[float, str, str]] = []

    def note(self, left: str, right: str, total: float) -> None:
        """Keep the likeness of two groups, summed over their pairs."""
        self._totals[left][right] = self._totals[right][left] = total
        first, second = min(left, right), max(left, right)
        heapq.heappush(self._heap, (-self._average(left, right), first, second))

    def closest(self) -> tuple[str, str, float] | None:
        """The two groups most alike on average, of those that are near in time.

        Entries that a join has outdated are passed over; two that are not near are noted anew when one grows.
        """
        while self._heap:
            negative, left, right = self._heap[0]
            known = right in self._totals.get(left, ())
            if (
                known
                and self._average(left, right) == -negative
                and self._sums[left].is_near(self._sums[right], self._window)
            ):
                return left, right, -negative
            heapq.heappop(self._heap)
        return None

    def join(self, left: str, right: str) -> None:
        """Join `right` into `left`, the first of both."""
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
        self._sums[left] = summed(self._sums[left], self._sums.pop(right))
        self._totals[left] = {}
        for other, total in totals.items():
            self.note(left, other, total)

    def _total(self, near: Mapping[str, float], group: str, other: str) -> float:
        return near[other] if other in near else likeness(self._sums[group], self._sums[other])

    def _average(self, left: str, right: str) -> float:
        pairs = len(self.members[left]) * len(self.members[right])
        return self._totals[left][right] / pairs
