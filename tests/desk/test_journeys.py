"""The desk in a real browser: the journeys that analysts make, on a desktop and on a phone, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from desk.conftest import serving
from desk.hostile import IMAGE, put_endless, write_hostile
from sayso import samples
from sayso.desk.library import Library
from sayso.desk.told import Told
from sayso.settings import Settings
from sayso.stores import Store

# A browser takes its time on a machine that does much else.
pytestmark = [pytest.mark.enable_socket, pytest.mark.browser]

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
# Five are clicked, and no link among them is followed.
CLICK_FIVE = """all => {
  addEventListener("click", event => event.preventDefault());
  const click = () => new MouseEvent("click", {bubbles: true, cancelable: true});
  all.slice(0, 5).forEach(one => one.dispatchEvent(click()));
}"""
SOURCES = "all => all.map(one => one.getAttribute('src') || '')"
# Each colour scheme and each width once.
LOOKS = [
    pytest.param({"viewport": DESKTOP, "color_scheme": "light"}, id="desktop-light"),
    pytest.param({"viewport": PHONE, "color_scheme": "dark", "has_touch": True}, id="phone-dark"),
]


@contextmanager
def opened(browser: Any, **options: Any) -> Iterator[Any]:
    """A page in a browser of its own; a message of the console or a failed request fails the test."""
    context = browser.new_context(**{"viewport": DESKTOP, **options})
    page = context.new_page()
    page.set_default_timeout(60_000)
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    try:
        yield page
        assert troubles == []
    finally:
        context.close()


@pytest.fixture(scope="module")
def told(store: Store) -> Told:
    library = Library(store, Settings().story_window)
    found = next(s for s in library.shelf().stories if "howitzers" in s.title)
    return library.told(found.id) or pytest.fail("no story")


@pytest.fixture(scope="module")
def places(told: Told) -> dict[str, str]:
    """One page of each kind."""
    one, other = (article.article for article in told.brief.articles[:2])
    line = told.page.of_kind("redline")[0].record
    words = {"kind": "redline", "words": line.spans[0].text}
    return {
        "front": "/",
        "story": f"/story/{told.story.id}",
        "as of": f"/story/{told.story.id}?as_of=2031-05-21",
        "what changed": f"/story/{told.story.id}?since=2031-05-20",
        "claim": told.claim_place(told.page.claims[0]),
        "article": f"/article/{one}",
        "compare": f"/compare?a={one}&b={other}",
        "compare form": f"/compare?story={told.story.id}",
        "actor": f"/actor/{next(a.id for a in told.collation.actors if a.type == 'state')}",
        "red lines": "/redlines",
        "transfers": "/transfers",
        "statements": "/statements",
        "claims": "/claims",
        "search": "/search?q=howitzers",
        "review": "/review",
        "review of a record": f"/review/record/{told.page.claims[0].record.id}",
        "review of a claim": f"/review/claim/{told.story.id}/{told.page.claims[0].id}",
        "review of an actor": f"/review/actor/{told.collation.actors[0].id}",
        "adding a record": f"/review/add/{line.article}?{urlencode(words)}",
        "forgetting": f"/forget/{one}",
        "nowhere": "/nowhere",
    }


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_is_wider_than_the_screen_or_hard_to_use(
    browser: Any, address: str, places: dict[str, str], look: dict[str, Any]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found: list[str] = []
    context = browser.new_context(**look)
    page = context.new_page()
    page.set_default_timeout(60_000)
    for name, path in places.items():
        page.goto(address + path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{name}: wider than the screen")
        for one in Axe().run(page).response["violations"]:
            if one["impact"] in {"serious", "critical", "moderate"}:
                nodes = "; ".join(node["html"][:120] for node in one["nodes"][:3])
                found.append(f"{name}: {one['impact']}, {one['id']}: {nodes}")
    context.close()
    assert found == []


def test_first_use_from_nothing_to_the_matrix(browser: Any, empty: Store) -> None:
    paths = [str(path) for path in samples.paths("santiago_lima")]
    with serving(empty) as address, opened(browser) as page:
        page.goto(address)
        assert page.get_by_role("heading", level=1).inner_text() == "Nothing is read yet"
        page.get_by_role("button", name="Read them").click()
        assert "Choose files first" in page.get_by_role("status").inner_text()
        page.get_by_label("Files, dropped here or chosen").set_input_files(paths)
        page.get_by_role("button", name="Read them").click()
        page.wait_for_url("**/story/**", timeout=200_000)
        table = page.get_by_role("table", name="Claims that several articles tell")
        assert table.get_by_role("row").count() > 3


def test_without_script_files_are_read_too(browser: Any, empty: Store) -> None:
    paths = [str(path) for path in samples.paths("santiago_lima")[:2]]
    with serving(empty) as address, opened(browser, java_script_enabled=False) as page:
        page.goto(address)
        page.get_by_label("Files, dropped here or chosen").set_input_files(paths)
        page.get_by_role("button", name="Read them").click()
        page.wait_for_url("**/reading/**")
        page.get_by_role("heading", name="Read", exact=True).wait_for(timeout=200_000)
        page.locator("main").get_by_role("link").first.click()
        assert "/story/" in page.url


def test_from_a_story_to_the_words_and_back(browser: Any, address: str, told: Told) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.get_by_role("link", name=told.story.title).click()
        page.get_by_role("navigation", name="Sections").get_by_role(
            "link", name="Who says so"
        ).click()
        cell = page.locator("td.say.told a").first
        cell.click()
        assert "/article/" in page.url
        words = page.locator(":target")
        assert words.inner_text()
        assert words.is_visible()
        page.go_back()
        page.locator("th.claim a").first.click()
        assert "/claim/" in page.url
        assert page.locator("svg.tree .node.origin").count() >= 1


def test_words_and_records_are_tied_both_ways(browser: Any, address: str, told: Told) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/article/{told.brief.articles[0].article}")
        page.locator(".refs a").first.click()
        assert page.locator(".record:target").count() == 1
        record = page.locator(".record:target")
        record.get_by_role("link", name="to its words").click()
        assert page.locator(".text :target, h1 :target").count() == 1
        mark = page.locator(".text mark[data-records]").first
        mark.hover()
        number = str(mark.get_attribute("data-records")).split(" ", maxsplit=1)[0]
        page.locator(f'.record.tied[data-record="{number}"]').wait_for()
        page.mouse.move(0, 0)
        page.locator(f'.record[data-record="{number}"]').hover()
        page.locator(".text mark.tied").first.wait_for()


def test_kinds_of_records_can_be_hidden(browser: Any, address: str, told: Told) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/article/{told.brief.articles[0].article}")
        shown = page.locator(".record.statement:visible").count()
        assert shown > 0
        page.get_by_role("checkbox", name="statement").uncheck()
        assert page.locator(".record.statement:visible").count() == 0
        page.get_by_role("checkbox", name="event").check()
        assert page.locator(".record.event:visible").count() > 0


def test_the_slider_tells_the_story_as_of_its_days(browser: Any, address: str, told: Told) -> None:
    with opened(browser) as page:
        page.goto(f"{address}/story/{told.story.id}")
        slider = page.get_by_role("slider")
        slider.focus()
        page.keyboard.press("Home")
        page.wait_for_url("**as_of=2031-**")
        assert "as of 2031-" in page.locator(".facts").first.inner_text()


def test_all_can_be_reached_by_keyboard(browser: Any, address: str) -> None:
    with opened(browser) as page:
        page.goto(address)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert "/story/" in page.evaluate("document.activeElement.href ?? ''")


def test_nothing_of_an_article_is_executed(browser: Any, empty: Store, tmp_path: Path) -> None:
    paths = write_hostile(tmp_path)
    with serving(empty) as address, opened(browser) as page:
        page.goto(address)
        page.get_by_label("Files, dropped here or chosen").set_input_files(
            [str(path) for path in paths]
        )
        page.get_by_role("button", name="Read them").click()
        page.wait_for_url("**/reading/**")
        page.get_by_role("heading", name="Read", exact=True).or_(
            page.locator("nav.parts")
        ).first.wait_for(timeout=200_000)
        library = Library(empty, Settings().story_window)
        seen = 0
        for story in library.shelf().stories:
            found = library.told(story.id)
            assert found is not None
            visited = [f"/story/{story.id}", "/", *(f"/article/{a}" for a in story.articles)]
            visited += [found.claim_place(claim) for claim in found.page.claims]
            visited += ["/statements", "/redlines", "/claims", "/search?q=ferry"]
            for path in visited:
                page.goto(address + path)
                # At once: charts that come alive take the place of what stands there.
                page.locator("main p, main mark").evaluate_all(CLICK_FIVE)
                assert page.evaluate("window.pwned") is None, path
                # The only pictures are the charts that the desk draws itself.
                sources = page.locator("main img").evaluate_all(SOURCES)
                assert all(source.startswith(f"/story/{story.id}/") for source in sources), path
                assert page.evaluate("getComputedStyle(document.body).display") != "none"
                assert page.locator('a[href^="javascript:"]').count() == 0, path
                assert "\u202e" not in page.content(), path
                seen += 1
        assert seen >= 8


def test_a_paragraph_of_5_mb_in_the_store_is_shown_by_parts(browser: Any, empty: Store) -> None:
    article = put_endless(empty)
    with serving(empty) as address, opened(browser) as page:
        page.goto(f"{address}/article/{article}")
        assert "Characters 1 to 50,0" in page.locator("main").inner_text()
        assert page.locator(".record").count() == 1
        assert len(page.content()) < 200_000
        page.get_by_role("link", name="After").first.click()
        assert page.locator(".record").count() == 0
        page.goto(f"{address}/statements")
        page.get_by_role("link", name="the tide is out").click()
        assert "?part=" in page.url
        assert page.locator(".text :target").inner_text() == "the tide is out"
        assert IMAGE in page.locator(".text").inner_text()
        page.goto(address)
        page.locator(".stories h3 a").click()
        partly = page.locator("header .gap")
        assert "2 of 2 records and 200," in partly.inner_text()
        assert "tide is out" in page.locator("main").inner_text()
        [brief] = page.request.get(f"{page.url}?as=json").json()
        [whole] = [one for one in brief["records"] if one["id"] == article]
        assert len(whole["text"].replace(" ", "")) > 5_000_000
        partly.get_by_role("link").click()
        assert page.url.endswith(article)
        assert page.evaluate("window.pwned") is None
