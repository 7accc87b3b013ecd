"""Charts on the desk: pictures by day and night, what they are drawn from, and what draws them."""

from __future__ import annotations

import re
from typing import Any

import altair as alt
import pytest
from litestar.testing import TestClient

from desk.conftest import serving
from desk.test_journeys import opened
from sayso.stores import Store


def first_story(desk: TestClient[Any]) -> str:
    found = re.search(r'href="(/story/story_\w+)"', desk.get("/").text)
    assert found is not None
    return found[1]


def test_a_chart_by_day_and_by_night_and_what_it_is_drawn_from(desk: TestClient[Any]) -> None:
    place = f"{first_story(desk)}/charts/novelty"
    day, night = desk.get(place), desk.get(f"{place}?look=night&width=narrow")
    assert day.headers["content-type"].startswith("image/svg+xml")
    assert 'fill="#0072b2"' in day.text
    assert 'fill="#6cbbef"' in night.text
    spec = desk.get(f"{place}?as=spec").json()
    alt.Chart.from_dict(spec)
    assert spec["layer"][0]["data"]["values"][0]["href"].startswith("/article/")
    assert desk.get(f"{first_story(desk)}/charts/nothing").status_code == 404


def test_a_story_shows_its_charts_with_their_facts_as_text(desk: TestClient[Any]) -> None:
    page = desk.get(first_story(desk)).text
    assert re.search(r'<img [^>]*alt="What each article adds: 1 ?[^"]+ new, ', page)
    assert "style=" not in page


def test_the_module_that_draws_them_is_made_from_the_extra(desk: TestClient[Any]) -> None:
    made = desk.get("/static/vega.js")
    assert made.headers["content-type"].startswith("text/javascript")
    assert "window.vegaEmbed" in made.text
    assert "://cdn." not in made.text


@pytest.mark.enable_socket
@pytest.mark.browser
def test_charts_come_alive_under_the_policy_and_for_everybody(browser: Any, store: Store) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with serving(store) as address, opened(browser) as page:
        page.goto(address)
        page.locator(".stories a").first.click()
        charts = page.locator("[data-chart]").count()
        assert charts >= 3
        for number in range(charts):
            page.locator("[data-chart]").nth(number).scroll_into_view_if_needed()
        page.wait_for_function(
            "number => document.querySelectorAll('[data-chart] svg').length === number",
            arg=charts,
            timeout=120_000,
        )
        assert " new, " in (page.locator("[data-chart*=novelty] svg").text_content() or "")
        found = [
            f"{one['id']}: {one['nodes'][0]['html'][:120]}"
            for one in Axe().run(page).response["violations"]
            if one["impact"] in {"serious", "critical", "moderate"}
        ]
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
