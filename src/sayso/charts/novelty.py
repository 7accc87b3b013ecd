"""What each article adds: its claims that are new, and those that were told before or are told elsewhere too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sayso.charts.canvas import framed, inner, key, layer, measured, place, words
from sayso.charts.measure import cut
from sayso.charts.style import MOST_ROWS, SIZE, SMALL, Chart, Style, named

NAME, TITLE = "novelty", "What each article adds"
_BAR = 12
# A square with a square hole in it.
_HOLLOW = "M-1,-1H1V1H-1ZM-0.65,-0.65V0.65H0.65V-0.65Z"


class Addition(NamedTuple):
    """An article: its label in the brief and where it came out; its claims, by number.

    `new` are those it alone tells, or tells first; `bare` ones, new or not, are told without a source.
    """

    label: str
    outlet: str
    new: int
    repeated: int
    bare: int
    href: str = ""

    @property
    def told(self) -> str:
        """Its numbers in words."""
        if not self.new + self.repeated:
            return "no claims"
        parts = [f"{self.new} new", f"{self.repeated} told by others"]
        return ", ".join(parts + [f"{self.bare} without a source"] * bool(self.bare))


class _Plan(NamedTuple):
    """Where things stand in a row, in pixels: the row's height, middles of its lines, ends of the bar."""

    row: int
    name: int
    bar: int
    numbers: int
    left: float
    right: float
    name_width: float
    numbers_at: float


def _plan(style: Style) -> _Plan:
    width = inner(style)
    if style.narrow:
        return _Plan(58, 10, 42, 26, 0, width, width, 0)
    return _Plan(26, 13, 13, 13, 180, width - 250, 170, width - 240)


def novelty(articles: Sequence[Addition], style: Style) -> Chart:
    """A bar for each article, as long as it has claims, with its numbers in words.

    Of more than `MOST_ROWS` articles the last ones, and the title says so.
    """
    title = named(TITLE, min(len(articles), MOST_ROWS), len(articles))
    articles = articles[-MOST_ROWS:]
    plan, colours = _plan(style), style.colours
    tops = [number * plan.row for number in range(len(articles))]
    pairs = list(zip(articles, tops, strict=True))
    names = _names(articles)
    told = tuple(f"{name}: {one.told}" for name, one in zip(names, articles, strict=True))
    most = max((one.new + one.repeated for one in articles), default=0) or 1
    scale = {"domain": [0, most], "range": [plan.left, plan.right]}
    channels = {
        "x": measured("from", scale),
        "x2": {"field": "to"},
        "y": place("y"),
        "y2": {"field": "y2"},
    }
    bars = {"type": "rect", "strokeWidth": 1.5}
    layers = [
        layer(
            (_bar(one, top + plan.bar, 0, one.new) for one, top in pairs if one.new),
            {**bars, "fill": colours.blue, "stroke": colours.blue},
            **channels,
        ),
        layer(
            (
                _bar(one, top + plan.bar, one.new, one.repeated)
                for one, top in pairs
                if one.repeated
            ),
            {**bars, "fill": colours.paper, "stroke": colours.blue},
            **channels,
        ),
        words(
            (
                {
                    "x": 0,
                    "y": top + plan.name,
                    "text": cut(name, plan.name_width, SIZE),
                    "told": name,
                    "href": one.href,
                }
                for name, (one, top) in zip(names, pairs, strict=True)
            ),
            style,
            fontWeight="bold" if style.narrow else "normal",
        ),
        words(
            (
                {"x": plan.numbers_at, "y": top + plan.numbers, "text": one.told}
                for one, top in pairs
            ),
            style,
            colours.dim,
            fontSize=SMALL,
        ),
    ]
    legend, height = key(
        [
            ("new: it alone tells it, or tells it first", "square", colours.blue),
            ("others tell it too, or told it before", _HOLLOW, colours.blue),
        ],
        plan.row * len(articles) + 14,
        style,
    )
    return Chart(NAME, title, told, framed([*layers, *legend], style, height=height, title=title))


def _names(articles: Sequence[Addition]) -> list[str]:
    """Label and outlet; the outlets alone where each, as the name of a file, begins with its label."""
    alone = all(one.outlet.startswith(one.label) for one in articles)
    return [one.outlet if alone else f"{one.label} {one.outlet}".strip() for one in articles]


def _bar(one: Addition, middle: float, start: int, claims: int) -> dict[str, Any]:
    return {
        "article": one.label,
        "claims": claims,
        "from": start,
        "to": start + claims,
        "y": middle - _BAR / 2,
        "y2": middle + _BAR / 2,
        "told": one.told,
        "href": one.href,
    }
