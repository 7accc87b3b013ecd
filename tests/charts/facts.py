"""Facts of our own for charts, and what all charts are held to."""

from __future__ import annotations

from typing import Any

import altair as alt

from sayso.charts.style import NARROW, Chart, Style

STYLES = (Style(), Style(width=NARROW))


def rows(chart: Chart) -> list[dict[str, Any]]:
    """All rows of data that the chart's marks have."""
    values = [layer["data"]["values"] for layer in chart.spec["layer"]]
    return [row for some in values for row in some]


def texts(chart: Chart) -> list[str]:
    """All that is written in the chart, without doubles."""
    return list(dict.fromkeys(row["text"] for row in rows(chart) if "text" in row))


def assert_sound(chart: Chart) -> None:
    """The specification is Vega-Lite, and no mark in pixels lies outside of its canvas."""
    alt.Chart.from_dict(chart.spec).to_dict()
    width, height = chart.spec["width"], chart.spec["height"]
    for row in rows(chart):
        for name, most in (("x", width), ("x2", width), ("y", height), ("y2", height)):
            value = row.get(name, 0)
            assert not isinstance(value, int | float) or -1 <= value <= most + 1, row
