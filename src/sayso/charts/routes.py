"""The legs of transfers on a map: firm ones drawn through, the others dashed, each with its number and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

from sayso.charts.canvas import boxes, framed, inner, paths, signs, strokes, words
from sayso.charts.lettering import Box, about, letter
from sayso.charts.measure import cut, wrap
from sayso.charts.projecting import View, shapes_in, view_of
from sayso.charts.style import LINE, SIZE, SMALL, Chart, Spec, Style
from sayso.charts.world import World

NAME, TITLE = "routes", "Where the weapons go"
NOTE = (
    "Points stand at capitals, or in the middle of the land; lines join who gives and who gets, and are no "
    "routes of transport. Drawn through: announced at least. Dashed: feared, asked for, promised or denied."
)
_BADGE, _KEY, _ARROW = 8.5, 92, 9
_BEND, _STEPS = 0.2, 24
_LONGEST_NAME = 150


_Line = tuple[tuple[float, float], ...]


class Stop(NamedTuple):
    """An end of a leg: its name, and the state that it is or is of (ISO 3166-1 alpha-3) where that is known."""

    name: str
    country: str | None


class Leg(NamedTuple):
    """From one owner to the next: of what, how far it has come in words, and the number of its claim."""

    giver: Stop
    receiver: Stop
    weapon: str
    status: str
    firm: bool
    number: int
    href: str = ""

    @property
    def told(self) -> str:
        """The leg in words."""
        return f"{self.giver.name} → {self.receiver.name}: {self.weapon}, {self.status}"


class _Drawn(NamedTuple):
    """A leg on the map: its curve in pixels, where it points to in degrees clockwise from up, its number's place."""

    leg: Leg
    points: tuple[tuple[float, float], ...]
    heading: float
    badge: tuple[float, float]


def routes(legs: Sequence[Leg], world: World, style: Style) -> Chart | None:
    """The map with its key; None where no leg has two ends in different places that are known."""
    placed = [leg for leg in legs if _is_placed(leg, world)]
    if not placed:
        return None
    width = inner(style)
    codes = sorted({stop.country or "" for leg in placed for stop in (leg.giver, leg.receiver)})
    seats = {code: world.seats[code][:2] for code in codes}
    view = view_of([seats[code] for code in codes], width)
    places = {code: view.place(seat) for code, seat in seats.items()}
    drawn = _drawn(placed, places)
    layers = [
        *_land(view, world, codes, style),
        *_lines(drawn, style),
        *_names(drawn, places, view, style),
    ]
    key, height = _key(legs, frozenset(leg.number for leg in placed), view.height + 16, style)
    told = tuple(_words(leg, placed=leg in placed) for leg in legs)
    return Chart(NAME, TITLE, told, framed([*layers, *key], style, height=height, title=TITLE))


def _is_placed(leg: Leg, world: World) -> bool:
    ends = {leg.giver.country, leg.receiver.country}
    return len(ends) == 2 and all(end in world.seats for end in ends)


def _land(view: View, world: World, codes: Sequence[str], style: Style) -> list[Spec]:
    """Land as it is in view; the states that a leg touches a little darker."""
    colours = style.colours
    found = shapes_in(view, world.shapes)
    made = [
        boxes(
            [{"x": 0, "y": 0, "x2": view.width, "y2": view.height}],
            fill=None,
            stroke=colours.line,
        )
    ]
    for own in (False, True):
        features = [
            {
                "type": "Feature",
                "id": code,
                "geometry": {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]},
            }
            for code, rings in found.items()
            if (code in codes) == own
        ]
        mark = {
            "type": "geoshape",
            "aria": False,
            "fill": colours.home if own else colours.land,
            "stroke": colours.line,
            "strokeWidth": 0.75,
        }
        made.insert(
            len(made) - 1,
            {"data": {"values": features}, "projection": view.projection, "mark": mark},
        )
    return made


def _drawn(legs: Sequence[Leg], places: Mapping[str, tuple[float, float]]) -> list[_Drawn]:
    """The curves, each to the left of its direction; further legs between the same ends bend further."""
    known: Counter[tuple[str, str]] = Counter()
    found: list[_Drawn] = []
    for leg in legs:
        ends = leg.giver.country or "", leg.receiver.country or ""
        bend = _BEND * (1 + known[ends])
        points, heading = _curve(places[ends[0]], places[ends[1]], bend)
        taken = [*places.values(), *(one.badge for one in found)]
        found.append(_Drawn(leg, points, heading, _free(points, taken)))
        known[ends] += 1
    return found


def _free(points: _Line, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The place on a curve, near its middle, that is far enough from all that is taken, else the furthest."""
    near = sorted(range(3, len(points) - 3), key=lambda n: (abs(n - len(points) // 2), n))
    room = {n: min(hypot(points[n][0] - x, points[n][1] - y) for x, y in taken) for n in near}
    return points[
        next((n for n in near if room[n] > 2.2 * _BADGE), max(near, key=room.__getitem__))
    ]


def _curve(
    start: tuple[float, float], end: tuple[float, float], bend: float
) -> tuple[_Line, float]:
    """A quadratic curve, and where it points to. It stops short of both points, so that they and the arrow are seen."""
    (x1, y1), (x2, y2) = start, end
    far = max(hypot(x2 - x1, y2 - y1), 1.0)
    over = max(far * bend, 14.0)
    cx = (x1 + x2) / 2 + (y2 - y1) / far * over
    cy = (y1 + y2) / 2 - (x2 - x1) / far * over
    gap = min(0.2, _ARROW / far)
    points = []
    for step in range(_STEPS + 1):
        t = gap + (1 - 2 * gap) * step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append((round(a * x1 + b * cx + c * x2, 1), round(a * y1 + b * cy + c * y2, 1)))
    (xa, ya), (xb, yb) = points[-2], points[-1]
    return tuple(points), round(degrees(atan2(yb - ya, xb - xa)) + 90, 1)


def _lines(drawn: Sequence[_Drawn], style: Style) -> list[Spec]:
    made = []
    for firm in (True, False):
        own = [one for one in drawn if one.leg.firm == firm]
        colour = style.colours.blue if firm else style.colours.orange
        rows = [
            {"x": x, "y": y, "at": at, **_more(one.leg)}
            for one in own
            for at, (x, y) in enumerate(one.points)
        ]
        made.append(paths(rows, "claim", colour, dashed=not firm, strokeWidth=2))
        heads = [
            {"x": one.points[-1][0], "y": one.points[-1][1], "angle": one.heading, **_more(one.leg)}
            for one in own
        ]
        turn = {"field": "angle", "type": "quantitative", "scale": None}
        arrow = signs(heads, "triangle", 70, filled=True, color=colour)
        arrow["encoding"]["angle"] = turn
        made.append(arrow)
    return [*made, *_badges([(one.leg, *one.badge) for one in drawn], style)]


def _badges(placed: Sequence[tuple[Leg, float, float]], style: Style) -> list[Spec]:
    """Numbers of claims in rings."""
    rows = [{"x": x, "y": y, "text": str(leg.number), **_more(leg)} for leg, x, y in placed]
    colours = style.colours
    ring = {"filled": True, "fill": colours.paper, "stroke": colours.ink, "strokeWidth": 1}
    return [
        signs(rows, "circle", round(4 * _BADGE * _BADGE * 0.785), **ring),
        words(rows, style, align="center", fontSize=SMALL),
    ]


def _names(
    drawn: Sequence[_Drawn],
    places: Mapping[str, tuple[float, float]],
    view: View,
    style: Style,
) -> list[Spec]:
    """Points, and beside each the names of all who are there."""
    called: dict[str, dict[str, None]] = {code: {} for code in places}
    for one in drawn:
        for stop in (one.leg.giver, one.leg.receiver):
            called[stop.country or ""][stop.name] = None
    whole = [", ".join(called[code]) for code in places]
    names = [cut(name, _LONGEST_NAME, SIZE) for name in whole]
    points = list(places.values())
    taken = [about(*one.badge, _BADGE) for one in drawn]
    taken += [about(x, y, 3) for one in drawn for x, y in one.points[::2]]
    spots = letter(names, points, taken, Box(2, 2, view.width - 2, view.height - 2))
    rows = [
        {"x": x, "y": y, "text": name, "told": told}
        for (x, y), name, told in zip(spots, names, whole, strict=True)
    ]
    dots = [
        {"x": x, "y": y, "state": code, "told": told}
        for (x, y), code, told in zip(points, places, whole, strict=True)
    ]
    colours = style.colours
    halo = {"stroke": colours.paper, "strokeWidth": 3, "strokeJoin": "round"}
    return [
        signs(dots, "circle", 36, filled=True, color=colours.ink),
        words(rows, style, colours.paper, fontWeight="bold", **halo),
        words(rows, style, fontWeight="bold"),
    ]


def _key(
    legs: Sequence[Leg], placed: frozenset[int], top: float, style: Style
) -> tuple[list[Spec], float]:
    """A row for each leg, on the map or not, then what the map means; and where that ends."""
    width = inner(style)
    rows: list[dict[str, Any]] = []
    badges: list[tuple[Leg, float, float]] = []
    lines: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    y = top + _BADGE
    for leg in legs:
        badges.append((leg, _BADGE + 1, y))
        lines[leg.firm].append({"x": 26, "x2": 78, "y": y, "y2": y})
        for line in wrap(_words(leg, placed=leg.number in placed), width - _KEY, SIZE, 3):
            rows.append({"x": _KEY, "y": y, "text": line, **_more(leg)})
            y += LINE
        y += 8
    notes = []
    for line in wrap(NOTE, width, SMALL, 6):
        notes.append({"x": 0, "y": y + 4, "text": line})
        y += LINE
    colours = style.colours
    return [
        strokes(lines[True], color=colours.blue, strokeWidth=2),
        strokes(lines[False], color=colours.orange, strokeWidth=2, strokeDash=[5, 4]),
        *_badges(badges, style),
        words(rows, style),
        words(notes, style, colours.dim, fontSize=SMALL),
    ], y + 4


def _words(leg: Leg, *, placed: bool) -> str:
    if placed:
        return leg.told
    if leg.giver.country is not None and leg.giver.country == leg.receiver.country:
        return f"{leg.told} (within one state)"
    return f"{leg.told} (not on the map: where from or to is not told)"


def _more(leg: Leg) -> dict[str, Any]:
    return {"claim": leg.number, "told": leg.told, "href": leg.href}
