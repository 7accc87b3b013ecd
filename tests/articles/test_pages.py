"""Web pages: text, title, authors, outlet and date, from markup made here."""

from __future__ import annotations

import json

import pytest

from sayso.articles import to_article
from sayso.articles.page_dates import _could_show
from sayso.errors import InputError
from sayso.model.ledger import Caveat
from sayso.model.text import Article, RawDocument, When

BODY = [
    "The lighthouse at Sandry went dark on Monday night, and two trawlers ran aground below it. The keeper had warned the board twice since the spring that the lamp was failing.",
    "The board answered on Tuesday that a new lamp had been ordered from a yard in the north. It did not say when the lamp would come, nor who would pay for the two trawlers.",
    "Fishermen said that they would steer by the church tower until then. Nobody was hurt, according to the coast guard, and the cargo was saved the same night.",
]


def read(head: str, body: str | None = None) -> tuple[Article, tuple[Caveat, ...]]:
    if body is None:
        body = "<article><h1>Lighthouse goes dark</h1>" + paragraphs() + "</article>"
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    raw = RawDocument(captured=page.encode(), content=page, media_type="text/html")
    return to_article(raw, as_is=False, published=None, language=None)


def paragraphs() -> str:
    return "".join(f"<p>{text}</p>" for text in BODY)


def data(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def test_the_text_has_the_paragraphs_and_not_the_title() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sea'>Sea</a></li></ul></nav>"
    foot = "<footer><p>Contact us</p></footer>"
    body = (
        f"{menu}<main><article><h1>Lighthouse goes dark</h1>{paragraphs()}</article></main>{foot}"
    )
    article, _ = read("", body)
    assert article.text == "\n\n".join(BODY)
    assert article.title == "Lighthouse goes dark"


def test_a_link_that_stands_alone_is_another_article() -> None:
    link = "<p><a href='/x'>Trawler raised from the sands</a></p>"
    inner = f"<p>{BODY[0]}</p>{link}<p>{BODY[1]}</p><p>{BODY[2]}</p>"
    article, _ = read("", f"<article><h1>Lighthouse goes dark</h1>{inner}</article>")
    assert article.text == "\n\n".join(BODY)


def test_metadata_says_who_wrote_it_and_where() -> None:
    head = (
        "<meta property='og:site_name' content='Sandry Echo'>"
        "<title>Lighthouse goes dark | Sandry Echo</title>"
        "<link rel='canonical' href='https://echo.example/dark'>"
        + data(
            author=[{"name": "By Jo Bloggs"}, {"name": "Al Dunn"}], headline="Lighthouse goes dark"
        )
    )
    article, _ = read(head)
    assert article.outlet == "Sandry Echo"
    assert article.title == "Lighthouse goes dark"
    assert article.authors == ("Jo Bloggs", "Al Dunn")
    assert article.url == "https://echo.example/dark"


def test_a_heading_that_is_the_site_s_name_is_no_title() -> None:
    head = "<meta property='og:site_name' content='Sandry Echo'><title>Dark night at Sandry</title>"
    article, _ = read(head, f"<h1>Sandry Echo</h1><article>{paragraphs()}</article>")
    assert article.title == "Dark night at Sandry"


def test_the_books_name_the_outlet_of_a_known_site() -> None:
    head = "<link rel='canonical' href='https://www.newsweek.com/lamp-1'>"
    assert read(head)[0].outlet == "Newsweek"
    other = "<link rel='canonical' href='https://notnewsweek.com/lamp-1'>"
    assert read(other)[0].outlet is None


@pytest.mark.parametrize(
    ("head", "start", "zone"),
    [
        (data(datePublished="2021-03-04T22:00:00-05:00"), "2021-03-05T03:00:00Z", "-05:00"),
        (
            "<meta property='article:published_time' content='2021-03-04T22:00:00Z'>",
            "2021-03-04T22:00:00Z",
            "+00:00",
        ),
        ("<meta name='date' content='2021-03-04'>", "2021-03-04", None),
    ],
)
def test_the_date_comes_from_the_markup(head: str, start: str, zone: str | None) -> None:
    when = read(head)[0].published
    assert when is not None
    assert (when.start, when.zone) == (start, zone)
    assert when.text in head


@pytest.mark.parametrize(
    ("day", "instant", "zone", "may"),
    [
        ("2021-03-04", "2021-03-05T02:00:00Z", "+00:00", True),  # the evening before, in the west
        ("2021-03-05", "2021-03-04T20:00:00Z", "+00:00", True),  # the morning after, in the east
        ("2021-03-04", "2021-03-05T11:00:00Z", "+00:00", False),
        ("2021-03-02", "2021-03-05T02:00:00Z", "+00:00", False),
        ("2021-03-04", "2021-03-05T02:00:00Z", "+03:00", False),  # the page's own calendar is told
    ],
)
def test_a_page_may_print_the_day_of_its_own_calendar(
    day: str, instant: str, zone: str, may: bool
) -> None:
    assert _could_show(day, When(start=instant, zone=zone, precision="instant")) is may


@pytest.mark.parametrize("zero", ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z"])
def test_the_zero_of_a_clock_is_no_date(zero: str) -> None:
    article, caveats = read(data(datePublished=zero))
    assert article.published is None
    assert [caveat.code for caveat in caveats] == ["unresolved_date"]


def test_a_page_without_a_date_has_none() -> None:
    article, caveats = read("")
    assert article.published is None
    assert [caveat.code for caveat in caveats] == ["unresolved_date"]


def test_broken_structured_data_is_passed_over() -> None:
    head = "<script type='application/ld+json'>{broken</script>" + data(
        headline="Lighthouse goes dark"
    )
    assert read(head)[0].title == "Lighthouse goes dark"


def test_a_page_that_shows_nothing_is_read_from_its_data() -> None:
    article, caveats = read(data(articleBody="\n".join(BODY)), "<div id='app'></div>")
    assert article.text == "\n".join(BODY)
    assert "summary_only" not in {caveat.code for caveat in caveats}


def test_else_from_its_own_description_which_is_noted() -> None:
    head = f"<meta name='description' content='{BODY[0]}'>"
    article, caveats = read(head, "<div id='app'></div>")
    assert article.text == BODY[0]
    assert "summary_only" in {caveat.code for caveat in caveats}


@pytest.mark.parametrize("body", ["", "<p></p>", "<div>" * 400, "<!-- nothing -->", "\0"])
def test_a_page_without_an_article_is_an_input_error(body: str) -> None:
    with pytest.raises(InputError):
        read("", body)
