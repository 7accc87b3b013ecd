"""Where names stand beside their points on a map, so that they cover neither each other nor the points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.charts.measure import width_of
from sayso.charts.style import SIZE

# Bold letters are wider than those that are measured.
_BOLD = 1.1
_FAR, _OUTSIDE = 4.0, 10.0


class Box(NamedTuple):
    """Left, top, right and bottom in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """The area that two boxes have in common."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


def about(x: float, y: float, half: float) -> Box:
    """A square about a point."""
    return Box(x - half, y - half, x + half, y + half)


def letter(
    names: Sequence[str],
    points: Sequence[tuple[float, float]],
    taken: Sequence[Box],
    frame: Box,
) -> tuple[tuple[float, float], ...]:
    """Where each name begins, and the middle of its line: where it covers least and stays in the frame."""
    used = [*taken, *(about(x, y, 7) for x, y in points)]
    found = []
    for name, (x, y) in zip(names, points, strict=True):
        boxes = list(_around(x, y, _BOLD * width_of(name, SIZE)))
        costs = [_cost(box, (x, y), used, frame) for box in boxes]
        best = boxes[costs.index(min(costs))]
        used.append(best)
        found.append((round(best.left, 1), round((best.top + best.bottom) / 2, 1)))
    return tuple(found)


def _around(x: float, y: float, wide: float) -> tuple[Box, ...]:
    """Places for a name, the best first: right, left, below, above, and at the corners."""
    high, off = SIZE + 3, 9
    rows = (y - high / 2, y + off, y - off - high)
    columns = (x + off, x - off - wide, x - wide / 2)
    places = [
        *((columns[side], rows[0]) for side in (0, 1)),
        *((columns[2], rows[side]) for side in (1, 2)),
        *((columns[side], rows[up]) for up in (1, 2) for side in (0, 1)),
        *((columns[2], y + side * (off + high)) for side in (1.2, -2.2)),
    ]
    return tuple(Box(left, top, left + wide, top + high) for left, top in places)


def _cost(box: Box, point: tuple[float, float], used: Sequence[Box], frame: Box) -> float:
    """What a place covers and how far it lies from its point; to leave the frame costs most."""
    whole = (box.right - box.left) * (box.bottom - box.top)
    far = max(box.left - point[0], point[0] - box.right, 0.0) + max(
        box.top - point[1], point[1] - box.bottom, 0.0
    )
    covered = sum(box.shared(other) for other in used)
    return covered + _FAR * far + _OUTSIDE * (whole - box.shared(frame))
