"""Every page over the sample disputes: it answers, as JSON too, and leads where it says."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from litestar.testing import TestClient

from desk.conftest import client
from sayso.briefs.say_so import rows_of, say_so
from sayso.desk.drawing import portions
from sayso.desk.library import Library
from sayso.desk.pages import story
from sayso.desk.told import Told
from sayso.model.collation import Brief
from sayso.model.text import Article
from sayso.settings import Settings
from sayso.stores import Store

Desk = TestClient[Any]
TABLES = ["/redlines", "/transfers", "/statements", "/claims"]


class Seen(HTMLParser):
    """The page's ids and addresses. AssertionError for an inline script or style, or an event handler."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.levels: list[int] = []
        self.text = ""
        self._script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert tag != "style"
        assert not {name for name in given if name == "style" or name.startswith("on")}
        assert tag != "script" or given.get("src") in ("/static/desk.js", "/static/charts.js")
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if given.get("href"):
            self.hrefs.append(given["href"] or "")
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def told(store: Store) -> Told:
    """The story of the invented dispute."""
    library = Library(store, Settings().story_window)
    found = next(s for s in library.shelf().stories if "howitzers" in s.title)
    return library.told(found.id) or pytest.fail("no story")


def every_page(told: Told) -> list[str]:
    articles = [one.article for one in told.brief.articles]
    actors = [one.id for one in told.collation.actors][:3]
    return [
        "/",
        "/?by=novelty",
        f"/story/{told.story.id}",
        f"/story/{told.story.id}?as_of=2031-05-21",
        f"/story/{told.story.id}?as_of=1999-01-01",
        f"/story/{told.story.id}?since=2031-05-20",
        *(told.claim_place(claim) for claim in told.page.claims[:8]),
        *(f"/article/{article}" for article in articles),
        f"/compare?story={told.story.id}",
        f"/compare?a={articles[0]}&b={articles[2]}",
        *(f"/actor/{actor}" for actor in actors),
        *TABLES,
        "/search?q=howitzers",
        "/search",
    ]


def test_every_page_answers_and_is_well_made(desk: Desk, told: Told) -> None:
    for path in every_page(told):
        answer = desk.get(path)
        assert answer.status_code == 200, path
        seen = Seen(answer.text)
        assert len(seen.ids) == len(set(seen.ids)), path
        assert seen.levels[0] == 1, path
        assert seen.levels.count(1) == 1, path
        assert "main" in seen.ids


def test_every_page_is_there_as_json(desk: Desk, told: Told) -> None:
    for path in every_page(told):
        answer = desk.get(path, params={"as": "json"} if "?" not in path else None)
        if "?" in path:
            answer = desk.get(f"{path}&as=json")
        assert answer.headers["content-type"].startswith("application/json"), path
        assert isinstance(msgspec.json.decode(answer.content), list), path


def test_the_story_as_json_is_its_brief(desk: Desk, told: Told) -> None:
    [brief] = msgspec.json.decode(
        desk.get(f"/story/{told.story.id}?as=json").content, type=list[Brief]
    )
    assert brief == told.brief


def test_every_link_of_a_story_leads_somewhere(desk: Desk, told: Told) -> None:
    seen = Seen(desk.get(f"/story/{told.story.id}").text)
    pages: dict[str, Seen] = {}
    for href in sorted(set(seen.hrefs)):
        path, _, anchor = href.partition("#")
        if not path:
            assert anchor in seen.ids, href
            continue
        if path.startswith("/static"):
            continue
        if path not in pages:
            answer = desk.get(path)
            assert answer.status_code == 200, href
            pages[path] = Seen(answer.text if "json" not in path else "")
        assert not anchor or anchor in pages[path].ids, href


def test_origin_trees_stand_beside_the_matrix_and_any_other_is_a_click_away(
    desk: Desk, told: Told
) -> None:
    place = f"/story/{told.story.id}"
    shared = [told.page.numbers[claim.id] for claim in rows_of(told.page)[0]]
    page = Seen(desk.get(place).text)
    first = [int(one.removeprefix("origins-")) for one in page.ids if one.startswith("origins-")]
    assert first == shared[: len(first)]
    assert len(first) < len(shared)
    wanted = shared[-1]
    way = f"{place}?origins={wanted}"
    assert f"{way}#origins-{wanted}" in page.hrefs
    answer = desk.get(way).text
    assert f"<details open>\n<summary>{wanted} <b>" in answer
    assert answer.count("<details open>\n<summary>") == 1
    assert Seen(answer).ids.count(f"origins-{wanted}") == 1
    assert f"{way}#origins-{shared[0]}" not in Seen(answer).hrefs


def test_an_article_is_shown_with_all_its_words(desk: Desk, told: Told) -> None:
    for record in told.brief.records:
        if isinstance(record, Article):
            page = desk.get(f"/article/{record.id}").text
            body = page[page.index('<div class="text"') :]
            shown = re.sub(r'<sup class="refs">.*?</sup>', "", body, flags=re.DOTALL)
            assert record.text in Seen(shown).text


def test_as_of_a_day_later_articles_are_not_told(desk: Desk, told: Told) -> None:
    early = desk.get(f"/story/{told.story.id}?as_of=2031-05-20").text
    late = desk.get(f"/story/{told.story.id}").text
    assert "as of 2031-05-20" in early
    assert early.count('class="label"') < late.count('class="label"')
    assert desk.get(f"/story/{told.story.id}?as_of=yesterday").status_code == 404


def test_what_has_changed_since_a_day_is_told(desk: Desk, told: Told) -> None:
    since = desk.get(f"/story/{told.story.id}?since=2031-05-20").text
    assert 'id="what-changed"' in since
    assert "since the end of 2031-05-20" in since
    assert 'id="what-changed"' not in desk.get(f"/story/{told.story.id}").text
    between = f"/story/{told.story.id}?since=2031-05-20&as_of=2031-05-21"
    assert "2031-05-22" not in Seen(desk.get(between).text).text
    backwards = f"/story/{told.story.id}?since=2031-05-21&as_of=2031-05-20"
    assert desk.get(backwards).status_code == 404


@pytest.mark.parametrize("path", TABLES)
def test_a_table_as_csv_has_all_its_rows(desk: Desk, path: str) -> None:
    rows = list(csv.reader(io.StringIO(desk.get(f"{path}?as=csv").text)))
    told = re.search(r'<p class="facts">(\d+) row', desk.get(path).text)
    assert told is not None
    assert len(rows) == int(told.group(1)) + 1
    assert len({len(row) for row in rows}) == 1


def test_a_facet_narrows_and_a_column_sorts(desk: Desk) -> None:
    whole = list(csv.reader(io.StringIO(desk.get("/claims?as=csv").text)))
    lines = list(csv.reader(io.StringIO(desk.get("/claims?as=csv&kind=red+line").text)))
    assert 1 < len(lines) < len(whole)
    assert {row[1] for row in lines[1:]} == {"red line"}
    up = list(csv.reader(io.StringIO(desk.get("/claims?as=csv&sort=2").text)))[1:]
    down = list(csv.reader(io.StringIO(desk.get("/claims?as=csv&sort=-2").text)))[1:]
    assert [row[2].casefold() for row in up] == sorted(row[2].casefold() for row in up)
    assert sorted(up) == sorted(down)
    assert up != down


def test_names_and_days_narrow_a_table(desk: Desk) -> None:
    rows = list(csv.reader(io.StringIO(desk.get("/statements?as=csv&who=Putin").text)))[1:]
    assert rows
    assert all("Putin" in " ".join(row) for row in rows)
    assert "Nothing is here" in desk.get("/claims?since=2099-01-01").text
    assert desk.get("/claims?since=soon").status_code == 404


def test_an_empty_store_has_pages_too(empty: Store) -> None:
    with client(empty) as desk:
        for path in ("/", *TABLES, "/search?q=word"):
            assert desk.get(path).status_code == 200, path


def test_what_is_asked_wrongly_is_said(desk: Desk) -> None:
    for path in ("/story/x", "/article/x", "/actor/x", "/compare", "/reading/x", "/nowhere"):
        answer = desk.get(path)
        assert answer.status_code == 404, path
        assert 'id="main"' in answer.text
    assert "a word to look for" in desk.get("/search?q=-only").text
    assert desk.post("/claims").status_code in {404, 405}


def test_a_long_story_is_shown_by_portions_and_nothing_is_lost(
    store: Store, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, alone = rows_of(told.page)
    monkeypatch.setattr(portions, "_MOST_CELLS", 1)
    monkeypatch.setattr(portions, "_FEWEST_ROWS", 4)
    monkeypatch.setattr(portions, "_MOST_ALONE", 5)
    monkeypatch.setattr(story, "_MOST_BLOCKS", 6)
    monkeypatch.setattr(story, "_DIFFERENCES", 1)
    place = f"/story/{told.story.id}"
    with client(store) as desk:
        first = desk.get(place).text
        assert f"{len(alone) - 5} more, in the table of all claims" in first
        assert first.count('<article class="contrast">') == 1
        rows, signs, pages, left = 0, 0, 0, [place]
        while left:
            page = desk.get(left.pop()).text
            table = page.partition("<caption>Claims that several")[2].partition("</table>")[0]
            rows += table.count('<th scope="row"')
            signs += table.count('<td class="say told')
            pages += 1
            left = re.findall(r'rel="next" href="([^"]*claims=\d+)#who-says-so"', page)
        assert (rows, pages) == (len(shared), -(-len(shared) // 4))
        cells = [c for row in say_so(told.page).shared for group in row.cells for c in group]
        assert signs == sum(one.stance != "silent" for one in cells)
        [more] = re.findall(r'href="([^"]*whole=statements)#statements">', first)
        entries = [page.count('<li id="claim-') for page in (first, desk.get(more).text)]
        assert entries[0] < entries[1]
        for href in Seen(desk.get(more).text).hrefs:
            if href.startswith("#"):
                assert f'id="{href[1:]}"' in desk.get(more).text
