"""A part of the world on paper: which part holds all points, and where degrees come to stand in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import radians
from typing import NamedTuple

from sayso.charts.style import Spec
from sayso.charts.world import Degrees

# The least that a map shows, in degrees, and how much room it leaves about its points.
_LEAST, _ROOM = 24.0, 0.22
_MOST_SCALE = 900.0
# The shares of its width that a map is high.
_LOWEST, _HIGHEST = 0.34, 0.6
_NORTHERNMOST, _MARGIN = 84.0, 6
# What is smaller than this, in pixels, is not drawn.
_FINEST = 1.0
_TRIANGLE = 3


class View(NamedTuple):
    """A map of `width` times `height` pixels: its middle meridian (degrees), scale and shift as in d3-geo."""

    width: float
    height: float
    meridian: float
    scale: float
    shift: Degrees

    def place(self, degrees: Degrees) -> Degrees:
        """Pixels of a longitude and latitude."""
        x, y = _natural_earth(turned(degrees[0], self.meridian), degrees[1])
        return x * self.scale + self.shift[0], self.shift[1] - y * self.scale

    @property
    def projection(self) -> Spec:
        """The same for Vega-Lite."""
        return {
            "type": "naturalEarth1",
            "rotate": [-self.meridian, 0, 0],
            "scale": self.scale,
            "translate": list(self.shift),
            "precision": 0,
            "clipExtent": [[0, 0], [self.width, self.height]],
        }


def view_of(points: Sequence[Degrees], width: float) -> View:
    """The part of the world that holds all points with room about them, as high as it needs to be."""
    meridian, east = _arc([longitude for longitude, _ in points])
    south = min((latitude for _, latitude in points), default=-60.0)
    north = max((latitude for _, latitude in points), default=80.0)
    spread_x, spread_y = max(east, _LEAST), max(north - south, _LEAST / 2)
    middle = (south + north) / 2
    low, high = max(middle - spread_y / 2, -85.0), min(middle + spread_y / 2, 85.0)
    corners = [_natural_earth(x, y) for x in (-spread_x / 2, spread_x / 2) for y in (low, high)]
    x1, x2 = min(x for x, _ in corners), max(x for x, _ in corners)
    y1, y2 = min(y for _, y in corners), max(y for _, y in corners)
    room = 1 - 2 * _ROOM
    scale = min(width * room / (x2 - x1), width * _HIGHEST * room / (y2 - y1), _MOST_SCALE)
    height = round(min(max(scale * (y2 - y1) / room, width * _LOWEST), width * _HIGHEST))
    # Nothing is drawn beyond the pole.
    pole = _natural_earth(0, _NORTHERNMOST)[1]
    down = min(height / 2 + scale * (y1 + y2) / 2, scale * pole + _MARGIN)
    across = width / 2 - scale * (x1 + x2) / 2
    return View(width, height, meridian, round(scale, 2), (round(across, 2), round(down, 2)))


def shapes_in(
    view: View, shapes: Mapping[str, Sequence[Sequence[Degrees]]]
) -> Mapping[str, list[Sequence[Degrees]]]:
    """The rings of each state of which a part may be in view, no finer than can be seen."""
    found: dict[str, list[Sequence[Degrees]]] = {}
    for code, rings in shapes.items():
        thinned = (_thinned(view, ring) for ring in rings if _is_in(view, ring))
        kept = [ring for ring in thinned if len(ring) > _TRIANGLE]
        if kept:
            found[code] = kept
    return found


def turned(longitude: float, meridian: float) -> float:
    """Degrees east of a meridian, from -180 to 180."""
    return (longitude - meridian + 180.0) % 360.0 - 180.0


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """The middle and width of the shortest arc that holds them all."""
    if not longitudes:
        return 10.0, 340.0
    around = sorted(longitude % 360.0 for longitude in longitudes)
    gaps = [
        ((following - own) % 360.0, following)
        for own, following in zip(around, [*around[1:], around[0]], strict=True)
    ]
    widest, start = max(gaps) if len(around) > 1 else (360.0, around[0])
    width = 360.0 - widest if widest else 0.0
    return round(turned(start + width / 2, 0.0), 2), width


def _is_in(view: View, ring: Sequence[Degrees]) -> bool:
    """Whether a box about a ring meets the view; a ring that goes round the back of the world is cut there."""
    places = [view.place(degrees) for degrees in ring]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return max(xs) >= 0 and min(xs) <= view.width and max(ys) >= 0 and min(ys) <= view.height


def _thinned(view: View, ring: Sequence[Degrees]) -> Sequence[Degrees]:
    """The ring without points that stand less than a pixel from the one before; it is closed as it was."""
    kept, last = [ring[0]], view.place(ring[0])
    for degrees in ring[1:-1]:
        x, y = view.place(degrees)
        if abs(x - last[0]) + abs(y - last[1]) >= _FINEST:
            kept.append(degrees)
            last = x, y
    return [*kept, ring[-1]]


def _natural_earth(longitude: float, latitude: float) -> Degrees:
    """Natural Earth I (Savric, Jenny, Patterson, Petrovic and Hurni, 2011), as d3-geo computes it."""
    x, y = radians(longitude), radians(latitude)
    y2 = y * y
    y4 = y2 * y2
    return (
        x * (0.8707 - 0.131979 * y2 + y4 * (-0.013791 + y4 * (0.003971 * y2 - 0.001529 * y4))),
        y * (1.007226 + y2 * (0.015085 + y4 * (-0.044475 + 0.028874 * y2 - 0.005916 * y4))),
    )
