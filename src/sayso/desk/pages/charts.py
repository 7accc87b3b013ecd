"""Charts of a story: as pictures, as what they are drawn from, and what draws them in the browser."""

from __future__ import annotations

import msgspec
from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.charting import Places, charts_of
from sayso.charts.picture import to_svg
from sayso.charts.style import NARROW, NIGHT, PAGE, PRINTED, WIDE, Chart, Style
from sayso.desk.admitting import ANYBODY
from sayso.desk.showing import JSON, KEPT, Asked, OurDesk
from sayso.desk.told import Told
from sayso.desk.words import day_of
from sayso.errors import UsageError


@get("/story/{story:str}/charts/{name:str}", opt=KEPT, sync_to_thread=True)
def show_chart(
    request: Asked, desk: OurDesk, story: FromPath[str], name: FromPath[str]
) -> Response[bytes]:
    """One chart: an SVG by day or night (``look``), or with ``as=spec`` its specification."""
    asked = request.query_params
    told = desk.library.told(story, day_of(asked.get("as_of")))
    width = NARROW if asked.get("width") == "narrow" else WIDE
    if asked.get("as") == "spec":
        chart = _find(told, name, Style(PAGE, width, titled=False))
        return desk.keep(request, msgspec.json.encode(chart.spec), JSON)
    colours = NIGHT if asked.get("look") == "night" else PRINTED
    chart = _find(told, name, Style(colours, width, titled=False))
    return desk.keep(request, to_svg(chart).encode(), "image/svg+xml")


@get("/static/vega.js", sync_to_thread=True, opt={"role": ANYBODY})
def show_bundle(desk: OurDesk) -> Response[bytes]:
    """Vega, Vega-Lite and Vega-Embed as one module, made when it is first asked for."""
    return Response(desk.vega(), media_type="text/javascript")


def _find(told: Told | None, name: str, style: Style) -> Chart:
    """The chart of that name; UsageError where the story has none."""
    charts = charts_of(told.page, style, places_of(told)) if told is not None else ()
    for chart in charts:
        if chart.name == name:
            return chart
    raise UsageError(f"this story has no chart {name!r}")


def places_of(told: Told) -> Places:
    """The addresses of claims and articles, by id."""
    claims = {claim.id: told.claim_place(claim) for claim in told.page.claims}
    return {**claims, **{article: f"/article/{article}" for article in told.page.labels}}


HANDLERS = (show_chart, show_bundle)
