"""Charts in the page of a brief."""

from __future__ import annotations

import re

from briefs.test_charting import herring
from sayso.briefs.figures import figures_of
from sayso.briefs.html import render


def test_charts_stand_in_the_section_that_tells_the_same() -> None:
    brief = herring().brief
    figures = figures_of(brief)
    told = [figure.section for figure in figures if not figure.tree]
    assert told == ["Timeline", "Articles", "Who says so"]
    page = render(brief, figures)
    after = page.index('<h2 id="timeline">')
    assert after < page.index('id="timeline-title"') < page.index('class="times entries"')
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert "<script" not in page
    assert " style=" not in page
    assert "--chart-blue" in page


def test_the_matrix_and_the_origin_trees_stand_where_the_page_says_who_says_so() -> None:
    brief = herring().brief
    page = render(brief, figures_of(brief))
    numbers = [int(number) for number in re.findall(r'id="origins-(\d+)-title"', page)]
    assert numbers
    assert set(numbers) <= {n for n, one in enumerate(brief.claims, 1) if one.origins}
    places = ['<h2 id="who-says-so">', 'id="say-so-title"', f'id="origins-{numbers[0]}-title"']
    after = [page.index(place) for place in places]
    assert after == sorted(after)
    assert page.index("<h2", after[0] + 1) > after[-1]


def test_without_charts_the_page_says_nothing_of_them() -> None:
    assert "chart" not in render(herring().brief)
