"""Marks of Vega-Lite: at places in pixels, and the frame that all charts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.charts.measure import width_of
from sayso.charts.style import FONT, LINE, SCHEMA, SIZE, SMALL, Spec, Style

_PADDING = {"left": 4, "right": 4, "top": 4, "bottom": 4}
_TITLE = 40


def place(field: str) -> Spec:
    """A channel whose field is in pixels from the left or the top."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def measured(field: str, scale: Spec, axis: Spec | None = None, kind: str = "quantitative") -> Spec:
    """A channel with a scale, and with an axis if one is given; every layer repeats its scale."""
    return {"field": field, "type": kind, "scale": scale, "axis": axis}


def layer(rows: Iterable[Mapping[str, Any]], mark: Spec, **channels: Any) -> Spec:
    """Marks for rows. A mark with ``told`` in its rows shows that on demand; with ``href`` it leads there.

    Only marks that lead somewhere are told to those who listen; the chart's description has the rest.
    """
    values = [dict(row) for row in rows]
    encoding = {name: channel for name, channel in channels.items() if channel is not None}
    if any(row.get("told") for row in values):
        encoding.setdefault("tooltip", {"field": "told", "type": "nominal"})
    leads = any(row.get("href") for row in values)
    if leads:
        encoding["href"] = {"field": "href", "type": "nominal"}
    return {"data": {"values": values}, "mark": {"aria": leads, **mark}, "encoding": encoding}


def paths(
    rows: Iterable[Mapping[str, Any]], each: str, colour: str, *, dashed: bool, **mark: Any
) -> Spec:
    """Lines through points in the order of ``at``, one line for each value of the field `each`."""
    made = {"type": "line", "color": colour, **mark}
    if dashed:
        made["strokeDash"] = [5, 4]
    return layer(
        rows,
        made,
        x=place("x"),
        y=place("y"),
        order={"field": "at", "type": "quantitative"},
        detail={"field": each, "type": "nominal"},
    )


def words(rows: Iterable[Mapping[str, Any]], style: Style, colour: str = "", **mark: Any) -> Spec:
    """Texts (``text``) beginning at ``x``; ``y`` is the middle of their line."""
    made = {
        "type": "text",
        "align": "left",
        "baseline": "middle",
        "color": colour or style.colours.ink,
        "fontSize": SIZE,
        **mark,
    }
    channels = {"x": place("x"), "y": place("y"), "text": {"field": "text", "type": "nominal"}}
    return layer(rows, made, **channels)


def boxes(rows: Iterable[Mapping[str, Any]], **mark: Any) -> Spec:
    """Rectangles from ``x``, ``y`` to ``x2``, ``y2``."""
    corners = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return layer(rows, {"type": "rect", **mark}, x=place("x"), y=place("y"), **corners)


def strokes(rows: Iterable[Mapping[str, Any]], **mark: Any) -> Spec:
    """Straight lines from ``x``, ``y`` to ``x2``, ``y2``."""
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    return layer(rows, {"type": "rule", **mark}, x=place("x"), y=place("y"), **ends)


def signs(rows: Iterable[Mapping[str, Any]], shape: str, size: int = 90, **mark: Any) -> Spec:
    """Symbols of one shape (`size` in square pixels) about ``x``, ``y``."""
    made = {"type": "point", "shape": shape, "size": size, "opacity": 1, **mark}
    return layer(rows, made, x=place("x"), y=place("y"))


def key(
    meant: Iterable[tuple[str, str, str]], top: float, style: Style
) -> tuple[list[Spec], float]:
    """What signs mean: (meaning, shape, colour), side by side as far as there is room; and where that ends."""
    made: list[Spec] = []
    x, y = 0.0, top
    for meaning, shape, colour in meant:
        wide = width_of(meaning, SMALL) + 34
        if x and x + wide > inner(style):
            x, y = 0.0, y + LINE
        made.append(signs([{"x": x + 6, "y": y}], shape, 70, filled=True, color=colour))
        text = {"x": x + 16, "y": y, "text": meaning}
        made.append(words([text], style, style.colours.dim, fontSize=SMALL))
        x += wide
    return made, y + LINE


def framed(
    layers: Iterable[Spec], style: Style, *, height: float, title: str, told: Sequence[str] = ()
) -> Spec:
    """The whole specification: `layers` that have marks, on a canvas of that height, under its title."""
    colours = style.colours
    made: Spec = {
        "$schema": SCHEMA,
        "description": ". ".join((title, *told)),
        "width": inner(style),
        "height": round(height),
        "padding": {**_PADDING, "top": _TITLE if style.titled else _PADDING["top"]},
        "autosize": "none",
        "background": colours.paper if style.titled else "transparent",
        "layer": [one for one in layers if one["data"]["values"]],
        # A layer has either a scale with its own domain and range, or pixels.
        "resolve": {"scale": {"x": "independent"}, "axis": {"x": "independent"}},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "domain": False,
                "grid": True,
                "gridColor": colours.line,
                "labelColor": colours.dim,
                "labelFontSize": SMALL,
                "tickColor": colours.line,
                "title": None,
            },
        },
    }
    if style.titled:
        made["title"] = {
            "text": title,
            "anchor": "start",
            "frame": "group",
            "color": colours.ink,
            "fontSize": 15,
            "fontWeight": "bold",
            "offset": 14,
        }
    return made


def inner(style: Style) -> int:
    """The width that a chart has for its marks, in pixels."""
    return style.width - _PADDING["left"] - _PADDING["right"]
