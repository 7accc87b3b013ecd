"""What was published, said and told of, and when: a row each, on one scale of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from sayso.charts.canvas import (
    framed,
    inner,
    key,
    layer,
    measured,
    place,
    signs,
    strokes,
    words,
)
from sayso.charts.measure import cut, wrap
from sayso.charts.style import LINE, MOST_ROWS, SIZE, SMALL, Chart, Spec, Style, named
from sayso.charts.ticks import days_to_mark

NAME, TITLE = "timeline", "What was published, said and told of, and when"
Kind = Literal["published", "said", "told"]
# Shapes and words tell the kinds apart as well as colours do.
_SHAPES: dict[Kind, str] = {"published": "square", "said": "circle", "told": "diamond"}
_MEANINGS: dict[Kind, str] = {
    "published": "published",
    "said": "said",
    "told": "told to have happened",
}
_BEYOND = "earlier or later than the scale"
_HEAD, _PAD, _STEP = 24, 9, 26
# What lies further from the dates of publication than these lie apart, and further than a month, stands at the edge.
_NEAR = timedelta(days=31)
_YEAR = timedelta(days=420)
_LINES = 2


class Moment(NamedTuple):
    """Something at a time: `start` and `end` as ISO dates or instants in UTC, and `when` in words.

    `head` says who or what, `text` the rest of it.
    """

    kind: Kind
    start: str
    end: str | None
    when: str
    head: str
    text: str = ""
    href: str = ""

    @property
    def told(self) -> str:
        """The moment in words."""
        return ": ".join(part for part in (self.when, self.head, self.text) if part)


class _Row(NamedTuple):
    moment: Moment
    top: int
    height: int
    lines: tuple[str, ...]


class _Plan(NamedTuple):
    """Columns in pixels: ends of the scale; where words begin and how wide they may be."""

    left: float
    right: float
    words: float
    width: float


def timeline(moments: Sequence[Moment], style: Style) -> Chart:
    """The moments, in the order given; what lies far before or after the others stands at the edge.

    Of more than `MOST_ROWS` the last ones, and the title says so.
    """
    title = named(TITLE, min(len(moments), MOST_ROWS), len(moments))
    moments = moments[-MOST_ROWS:]
    whole = inner(style)
    plan = _Plan(4, 82, 100, whole - 100) if style.narrow else _Plan(150, 340, 364, whole - 364)
    first, last = window(moments)
    rows = _rows(moments, plan, style)
    end = rows[-1].top + rows[-1].height if rows else _HEAD
    told = tuple(moment.told for moment in moments)
    layers = [*_scaled(rows, plan, style, first, last), *_edges(rows, plan, style, first, last)]
    layers += _written(rows, plan, style)
    inside = [moment for moment in moments if not _side(moment, first, last)]
    beyond = len(inside) < len(moments)
    legend, height = _legend(inside, end + 14, style, beyond=beyond)
    return Chart(NAME, title, told, framed([*layers, *legend], style, height=height, title=title))


def window(moments: Sequence[Moment]) -> tuple[date, date]:
    """The days that the scale goes from and to: those of publication, and what lies near them."""
    days = [_days(moment) for moment in moments]
    own = [_days(moment) for moment in moments if moment.kind == "published"] or days
    if not own:
        return date(2000, 1, 1), date(2000, 1, 2)
    first, last = min(start for start, _ in own), max(end for _, end in own)
    near = max(_NEAR, last - first)
    kept = [(a, b) for a, b in days if a >= first - near and b <= last + near]
    pad = timedelta(days=1)
    return min([first, *(a for a, _ in kept)]) - pad, max([last, *(b for _, b in kept)]) + pad


def _days(moment: Moment) -> tuple[date, date]:
    return date.fromisoformat(moment.start[:10]), date.fromisoformat(
        (moment.end or moment.start)[:10]
    )


def _rows(moments: Sequence[Moment], plan: _Plan, style: Style) -> list[_Row]:
    rows: list[_Row] = []
    top = _HEAD
    for moment in moments:
        text = ": ".join(part for part in (moment.head, moment.text) if part)
        lines = wrap(text, plan.width, SIZE, _LINES + 2 * style.narrow)
        if style.narrow:
            lines = (cut(moment.when, plan.width, SMALL), *lines)
        height = max(_STEP, LINE * len(lines) + _PAD)
        rows.append(_Row(moment, top, height, lines))
        top += height
    return rows


def _scaled(rows: Sequence[_Row], plan: _Plan, style: Style, first: date, last: date) -> list[Spec]:
    """Grid, bars for what is known to the month or year, signs for what is known to the day."""
    inside = [row for row in rows if not _side(row.moment, first, last)]
    scale = {
        "type": "utc",
        "domain": [first.isoformat(), last.isoformat()],
        "range": [plan.left, plan.right],
    }
    marks = [day.isoformat() for day in days_to_mark(first, last, 2 if style.narrow else 3)]
    axis = {
        "orient": "top",
        "offset": -_HEAD,
        "format": _format(first, last, style),
        "values": marks,
        "ticks": False,
        "grid": False,
        "labelOverlap": True,
        "labelSeparation": 8,
    }
    x = measured("start", scale, axis, "temporal")
    bare = {**x, "axis": None}
    wide = [
        row for row in inside if row.moment.end and _days(row.moment)[0] != _days(row.moment)[1]
    ]
    exact = [row for row in inside if row not in wide]
    colours = _colours(style)
    ruler = layer(
        [{"start": first.isoformat(), "y": _HEAD}],
        {"type": "point", "color": style.colours.line, "opacity": 0},
        x=x,
        y=place("y"),
    )
    end = rows[-1].top + rows[-1].height if rows else _HEAD
    grid = layer(
        [{"start": mark, "y": _HEAD - 4, "y2": end} for mark in marks],
        {"type": "rule", "color": style.colours.line, "strokeWidth": 1},
        x=bare,
        y=place("y"),
        y2={"field": "y2"},
    )
    made = [ruler, grid]
    for kind, shape in _SHAPES.items():
        # A line from end to end: Vega-Lite takes no time for a second x that is not of its scale.
        mark = {"type": "line", "strokeWidth": 6, "strokeCap": "round", "color": colours[kind]}
        own = [
            {**_datum(row), "at": end}
            for row in wide
            if row.moment.kind == kind
            for end in (row.moment.start, row.moment.end)
        ]
        ends = {**bare, "field": "at"}
        detail = {"field": "y", "type": "quantitative"}
        made.append(layer(own, mark, x=ends, y=place("y"), detail=detail))
        mark = {"type": "point", "shape": shape, "filled": True, "size": 80, "opacity": 1}
        mark["color"] = colours[kind]
        own = [_datum(row) for row in exact if row.moment.kind == kind]
        made.append(layer(own, mark, x=bare, y=place("y")))
    return made


def _format(first: date, last: date, style: Style) -> str:
    """Days where the scale is not much longer than a year, and their year where there is room."""
    if last - first >= _YEAR:
        return "%Y"
    return "%-d %b" if style.narrow else "%-d %b %Y"


def _edges(rows: Sequence[_Row], plan: _Plan, style: Style, first: date, last: date) -> list[Spec]:
    """Arrows for what lies beyond the scale."""
    made = []
    for side, shape, x in (
        ("before", "triangle-left", plan.left),
        ("after", "triangle-right", plan.right),
    ):
        for kind, colour in _colours(style).items():
            out = [
                {**_datum(row), "x": x}
                for row in rows
                if row.moment.kind == kind and _side(row.moment, first, last) == side
            ]
            made.append(signs(out, shape, 70, filled=True, color=colour))
    return made


def _written(rows: Sequence[_Row], plan: _Plan, style: Style) -> list[Spec]:
    lines = [
        {"x": plan.words, "y": _top(row) + LINE * number, "text": line, **_more(row)}
        for row in rows
        for number, line in enumerate(row.lines)
        if not (style.narrow and number == 0)
    ]
    times = [
        {
            "x": plan.words if style.narrow else 0,
            "y": _top(row),
            "text": row.lines[0] if style.narrow else cut(row.moment.when, 136, SMALL),
            **_more(row),
        }
        for row in rows
    ]
    rulers = [{"x": 0, "x2": inner(style), "y": row.top, "y2": row.top} for row in rows]
    return [
        strokes(rulers, color=style.colours.line, strokeWidth=0.5),
        words(times, style, style.colours.dim, fontSize=SMALL),
        words(lines, style),
    ]


def _legend(
    moments: Sequence[Moment], top: float, style: Style, *, beyond: bool
) -> tuple[list[Spec], float]:
    """What the signs mean, as far as they occur; and where that ends."""
    used = {moment.kind for moment in moments}
    colours = _colours(style)
    meant = [(_MEANINGS[kind], _SHAPES[kind], colours[kind]) for kind in _SHAPES if kind in used]
    if beyond:
        meant.append((_BEYOND, "triangle-left", style.colours.dim))
    return key(meant, top, style)


def _top(row: _Row) -> float:
    """The middle of a row's first line."""
    return row.top + (row.height - LINE * len(row.lines)) / 2 + LINE / 2


def _datum(row: _Row) -> dict[str, Any]:
    moment = row.moment
    return {
        "kind": moment.kind,
        "start": moment.start,
        "end": moment.end or moment.start,
        "y": _top(row),
        **_more(row),
    }


def _more(row: _Row) -> dict[str, Any]:
    return {"told": row.moment.told, "href": row.moment.href}


def _side(moment: Moment, first: date, last: date) -> Literal["before", "after", ""]:
    start, end = _days(moment)
    if start < first:
        return "before"
    return "after" if end > last else ""


def _colours(style: Style) -> dict[Kind, str]:
    colours = style.colours
    return {"published": colours.dim, "said": colours.blue, "told": colours.orange}
