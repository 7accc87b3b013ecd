"""Briefs as a web page: whole, closed in itself, and nothing in it but our own markup."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from briefs.dispute import dispute
from briefs.hostile import hostile
from collate.ledgers import Desk, collated
from sayso.briefs import make_briefs
from sayso.briefs.compose import compose
from sayso.briefs.html import render
from sayso.briefs.sheet import Entry, cited, plain
from sayso.model.collation import Brief
from sayso.model.text import Article
from sayso.neutral import neutral

VOID = {"meta", "br"}
TAGS = frozenset(
    {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "article",
    }
    | {"h1", "h2", "h3", "h4", "p", "ul", "li", "a", "span", "div", "b", "mark"}
    | {"table", "caption", "thead", "tbody", "tr", "th", "td"}
)
ATTRIBUTES = frozenset(
    {"dir", "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "title"}
    | {"aria-label", "aria-labelledby", "aria-hidden", "role", "tabindex", "scope"}
)


class Parsed(HTMLParser):
    """The page's elements, texts and marks. AssertionError where an element is closed by another."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.marked: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append((tag, given.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag, name in self._open:
            if tag == "mark" and name:
                self.marked[name] = self.marked.get(name, "") + data

    def values(self, attribute: str) -> list[str]:
        return [given[attribute] for _, given in self.tags if attribute in given]


def herring() -> Brief:
    [brief] = make_briefs(collated(dispute()))
    return brief


@pytest.fixture(params=[herring, hostile], ids=["herring", "hostile"])
def brief(request: pytest.FixtureRequest) -> Brief:
    made = request.param()
    assert isinstance(made, Brief)
    return made


def test_there_is_no_markup_but_ours(brief: Brief) -> None:
    page = Parsed(render(brief))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert {name for _, given in page.tags for name in given} <= ATTRIBUTES
    assert Counter(tag for tag, _ in page.tags)["style"] == 1


def test_nothing_is_loaded_from_elsewhere(brief: Brief) -> None:
    text = render(brief)
    page = Parsed(text)
    assert all(href.startswith("#") for href in page.values("href"))
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import|//", style)
    assert "default-src 'none'" in page.values("content")[-1]


def test_nothing_turns_letters_around(brief: Brief) -> None:
    page = render(brief)
    assert neutral(page) == page


def test_every_reference_resolves_to_one_anchor(brief: Brief) -> None:
    page = Parsed(render(brief))
    ids = Counter(page.values("id"))
    assert set(ids.values()) == {1}
    assert {href[1:] for href in page.values("href")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


def test_every_cited_span_is_marked_whole(brief: Brief) -> None:
    page = Parsed(render(brief))
    spans = list(cited(compose(brief)))
    assert spans
    names = {one.article: f"a{number}" for number, one in enumerate(brief.articles, 1)}
    for span in spans:
        name = f"{names[span.article]}-{span.part.replace('/', '-')}-{span.start}-{span.end}"
        assert page.marked[name] == span.text


def test_the_words_are_those_of_the_sheet(brief: Brief) -> None:
    text = " ".join(Parsed(render(brief)).text.split())
    for section in compose(brief).sections:
        assert section.title in text
        for block in section.blocks:
            if isinstance(block, Entry):
                for line in block.lines:
                    assert " ".join(neutral(plain(line.words)).split()) in text


def test_the_articles_are_there_with_all_their_words(brief: Brief) -> None:
    text = Parsed(render(brief)).text
    for record in brief.records:
        if isinstance(record, Article):
            assert neutral(record.text) in text
            assert neutral(record.title or "") in text


def test_headings_go_down_one_level_at_a_time(brief: Brief) -> None:
    levels = [int(tag[1]) for tag, _ in Parsed(render(brief)).tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headers() -> None:
    page = render(herring())
    assert page.count("<table>") == page.count("<caption>") == 1
    assert 'scope="col"' in page
    assert 'scope="row"' in page


def test_the_same_brief_gives_the_same_bytes() -> None:
    [again] = make_briefs(collated(dispute()[::-1]))
    assert render(again) == render(herring())


def test_a_brief_in_which_nobody_speaks_is_a_page_too() -> None:
    [brief] = make_briefs(collated([Desk("The sea was calm.", path="calm.txt").ledger()]))
    page = Parsed(render(brief))
    assert "No article reports that anybody said anything." in page.text
    assert "The sea was calm." in page.text
