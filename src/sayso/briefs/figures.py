"""Charts as they stand in a page: SVG in the page's own colours, for a wide and a narrow window."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from sayso.briefs.charting import NOWHERE, charts_of, matrix_of, trees_of
from sayso.briefs.page import open_page
from sayso.briefs.sections import articles, sayers, timeline, transfers
from sayso.charts import matrix, novelty, routes
from sayso.charts import timeline as times
from sayso.charts.picture import to_svg
from sayso.charts.style import NARROW, PAGE, WIDE, Chart, Style
from sayso.model.collation import Brief

# The section of the brief that tells in words what a chart shows.
SECTIONS = {
    times.NAME: timeline.TITLE,
    routes.NAME: transfers.TITLE,
    novelty.NAME: articles.TITLE,
    matrix.NAME: sayers.TITLE,
}


class Figure(NamedTuple):
    """A chart in the section that tells the same in words; without `narrow`, one drawing serves every window.

    `tree`: it is the origin tree of one claim.
    """

    section: str
    title: str
    wide: Markup
    narrow: Markup | None
    tree: bool = False


def figures_of(brief: Brief) -> tuple[Figure, ...]:
    """The charts of a brief, in the order of a section. UsageError where the extra ``charts`` is missing."""
    page = open_page(brief)
    wide, narrow = (Style(PAGE, width, titled=False) for width in (WIDE, NARROW))
    pairs = [*zip(charts_of(page, wide), charts_of(page, narrow), strict=True)]
    tables = matrix_of(page, wide, NOWHERE), matrix_of(page, narrow, NOWHERE)
    if tables[0] is not None and tables[1] is not None:
        pairs.append((tables[0], tables[1]))
    trees = trees_of(page, narrow, NOWHERE)
    return (
        *(Figure(SECTIONS[one.name], one.title, _drawn(one), _twin(other)) for one, other in pairs),
        *(Figure(sayers.TITLE, one.title, _drawn(one), None, tree=True) for one in trees),
    )


def _twin(chart: Chart) -> Markup:
    """The same chart once more on one page: its ids are others."""
    return _drawn(chart._replace(name=f"{chart.name}-narrow"))


def _drawn(chart: Chart) -> Markup:
    return Markup(to_svg(chart))  # noqa: S704 (the renderer escapes all words)
