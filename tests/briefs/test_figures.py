"""Charts in the page of a brief."""

from __future__ import annotations

import re

from briefs.test_charting import herring
from sayso.briefs.figures import figures_of
from sayso.briefs.html import render


def test_charts_stand_in_the_section_that_tells_the_same() -> None:
    brief = herring().brief
    figures = figures_of(brief)
    assert [figure.section for figure in figures] == ["Timeline", "Articles"]
    page = render(brief, figures)
    after = page.index('<h2 id="timeline">')
    assert after < page.index('id="timeline-title"') < page.index('class="times entries"')
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert "<script" not in page
    assert " style=" not in page
    assert "--chart-blue" in page


def test_without_charts_the_page_says_nothing_of_them() -> None:
    assert "chart" not in render(herring().brief)
