"""Charts rendered: whole SVG elements without style or script, the same bytes each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from charts.test_novelty import ARTICLES
from charts.test_routes import LEGS
from charts.test_timeline import DATED
from sayso.charts import picture
from sayso.charts.novelty import novelty
from sayso.charts.picture import to_png, to_svg
from sayso.charts.routes import routes
from sayso.charts.style import PAGE, WIDE, Chart, Style
from sayso.charts.timeline import timeline
from sayso.charts.world import load_world
from sayso.errors import UsageError

_HOSTILE = '"><script>alert(1)</script>'


def charts(style: Style) -> list[Chart]:
    found = [timeline(DATED, style), routes(LEGS, load_world(), style), novelty(ARTICLES, style)]
    return [chart for chart in found if chart is not None]


@pytest.mark.parametrize("chart", charts(Style(PAGE, WIDE, titled=False)), ids=lambda c: c.name)
def test_a_picture_may_stand_in_a_page(chart: Chart) -> None:
    svg = to_svg(chart)
    assert svg == to_svg(chart)
    root = ET.fromstring(svg)  # noqa: S314 (our own)
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert all(name and name.startswith(f"{chart.name}-") for name in names)
    attributes = {name for element in root.iter() for name in element.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert root.find("{*}title").text == chart.title  # type: ignore[union-attr]
    assert not re.search(r'(?:fill|stroke)="#', svg), "a colour that the page's night does not know"
    assert root.get("width") == str(WIDE)


def test_a_picture_in_pixels_is_a_png() -> None:
    assert to_png(charts(Style())[2]).startswith(b"\x89PNG")


def test_words_of_articles_stay_words() -> None:
    article = ARTICLES[0]._replace(outlet=_HOSTILE)
    svg = to_svg(novelty([article], Style()))
    assert "<script" not in svg
    assert ET.fromstring(svg) is not None  # noqa: S314 (our own)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "can_draw", lambda: False)
    with pytest.raises(UsageError, match=r"pip install 'sayso\[charts\]'"):
        to_svg(charts(Style())[0])
