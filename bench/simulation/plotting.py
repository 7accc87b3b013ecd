"""The figures of the simulation as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulation.rows import Row, label_of

# What is varied, as it is told below its column, and its value in the usual setting.
VARIED = {
    "depth": ("levels of outlets below the agencies", 2.0),
    "fan-out": ("outlets below each, at most", 2.0),
    "rewritten": ("share that rewrite", 0.4),
    "attribution dropped": ("share that drop the source", 0.25),
}
SHARES = {"too_high": "too high", "exact": "exact", "inside": "inside the interval"}
ERRORS = {"error": "independent_origins", "possible_error": "possible_origins"}
WIDTH, HEIGHT = 150, 140


def plot(rows: Sequence[Row]) -> str:
    """An SVG: a column for each thing that is varied; above shares of the claims, below the mean errors."""
    import altair as alt
    import vl_convert

    columns = [
        alt.vconcat(
            _lines(values, SHARES, "share of claims", told, (0.0, 1.0)),
            _lines(values, ERRORS, "mean error", told, (-0.5, 1.5)),
        )
        for name, (told, usual) in VARIED.items()
        if (values := _values(rows, name, usual))
    ]
    chart = alt.hconcat(*columns).configure_view(strokeWidth=0).configure_legend(orient="top")
    return str(vl_convert.vegalite_to_svg(chart.to_dict()))


def _values(rows: Sequence[Row], name: str, usual: float) -> list[tuple[float, Row]]:
    varied = [(row.value, row) for row in rows if row.name == name and row.value is not None]
    known = {value for value, _ in varied}
    middle = [(usual, row) for row in rows if row.label == label_of("usual", None)]
    return sorted(varied + [one for one in middle if one[0] not in known], key=lambda one: one[0])


def _lines(
    values: Sequence[tuple[float, Row]],
    fields: dict[str, str],
    title: str,
    told: str,
    domain: tuple[float, float],
) -> Any:
    import altair as alt

    data = [
        {"at": value, "of": name, "is": getattr(row, field)}
        for value, row in values
        for field, name in fields.items()
    ]
    return (
        alt.Chart(alt.InlineData(values=data), width=WIDTH, height=HEIGHT)
        .mark_line(point=True)
        .encode(
            x=alt.X(
                "at:Q",
                title=told,
                axis=alt.Axis(values=[value for value, _ in values], format=".2~f"),
            ),
            y=alt.Y("is:Q", title=title, scale=alt.Scale(domain=domain)),
            color=alt.Color("of:N", title=None, scale=alt.Scale(domain=list(fields.values()))),
        )
    )
