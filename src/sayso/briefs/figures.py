"""Charts as they stand in a page: SVG in the page's own colours, for a wide and a narrow window."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from sayso.briefs.charting import charts_of
from sayso.briefs.page import open_page
from sayso.briefs.sections import articles, timeline, transfers
from sayso.charts import novelty, routes
from sayso.charts import timeline as times
from sayso.charts.picture import to_svg
from sayso.charts.style import NARROW, PAGE, WIDE, Style
from sayso.model.collation import Brief

# The section of the brief that tells in words what a chart shows.
SECTIONS = {times.NAME: timeline.TITLE, routes.NAME: transfers.TITLE, novelty.NAME: articles.TITLE}


class Figure(NamedTuple):
    """A chart in the section that tells the same in words."""

    section: str
    title: str
    wide: Markup
    narrow: Markup


def figures_of(brief: Brief) -> tuple[Figure, ...]:
    """The charts of a brief. UsageError where the extra ``charts`` is missing."""
    page = open_page(brief)
    pairs = zip(
        charts_of(page, Style(PAGE, WIDE, titled=False)),
        charts_of(page, Style(PAGE, NARROW, titled=False)),
        strict=True,
    )
    return tuple(
        Figure(
            SECTIONS[wide.name],
            wide.title,
            Markup(to_svg(wide)),  # noqa: S704 (the renderer escapes all words)
            Markup(to_svg(narrow._replace(name=f"{narrow.name}-narrow"))),  # noqa: S704 (the same)
        )
        for wide, narrow in pairs
    )
