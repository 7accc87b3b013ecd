"""What a brief tells of articles in languages that are not read."""

from __future__ import annotations

from sayso.articles import to_article
from sayso.briefs import make_briefs
from sayso.briefs.html import render as page_of
from sayso.briefs.numbers import articles_told
from sayso.briefs.text import render
from sayso.collate.collation import collate
from sayso.engines.local import to_ledger
from sayso.model.collation import Brief
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.reading import Reader
from tellings_abroad import TUGS


def the_brief(reader: Reader | None = None) -> Brief:
    """The brief of one article in English, which a reader reads, and two others, as one story."""
    ledgers = []
    for one in TUGS:
        document = RawDocument(
            captured=one.title.encode(),
            content=one.text,
            media_type="text/plain",
            path=f"{one.language}.txt",
            title=one.title,
            published=one.day,
            language=one.language,
        )
        article, caveats = to_article(document, as_is=True, published=None, language=None)
        if reader is None:
            ledgers.append(Ledger(article=article, records=caveats))
        else:
            ledgers.append(to_ledger(reader.read_one(article, caveats)))
    [brief] = make_briefs(collate(ledgers, together=True, words_alone=True))
    return brief


def test_each_is_told_with_its_language_and_counted_apart() -> None:
    told = " ".join(render(the_brief(), 200).split())
    assert "3 articles, 2 of them not read" in told
    assert "ru.txt · 2031-03-04 it is in Russian: nothing is extracted from it yet" in told
    assert "ja.txt · 2031-03-05 it is in Japanese: nothing is extracted from it yet" in told
    assert told.count("names as its sources") == 1


def test_they_are_no_origin_and_in_no_claim() -> None:
    assert the_brief().claims == ()


def test_the_number_of_articles() -> None:
    assert [articles_told(1, 0), articles_told(7, 2), articles_told(1, 1), articles_told(2, 2)] == [
        "1 article",
        "7 articles, 2 of them not read",
        "1 article, not read",
        "2 articles, not read",
    ]


def test_what_is_told_is_counted_among_those_that_are_read(reader: Reader) -> None:
    told = render(the_brief(reader), 200)
    assert "told by 1 of 1 read" in told
    assert "told by 1 of 3" not in told
    assert "– in a language that is not read" in told


def test_on_the_page_its_title_and_text_have_their_language() -> None:
    page = page_of(the_brief())
    for language in ("ru", "ja"):
        assert f'<span class="title" dir="auto" lang="{language}">' in page
        assert f'<div class="text" dir="auto" lang="{language}">' in page
