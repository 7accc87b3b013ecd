"""Documents to Articles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.articles.clean import Cleaned, clean
from sayso.articles.dates import DateReader
from sayso.articles.language import detect_language, language_code, language_name
from sayso.articles.lines import split_lines
from sayso.articles.markdown import read_markdown
from sayso.articles.outlets import outlet_of
from sayso.articles.page import read_page
from sayso.articles.page_dates import page_date
from sayso.articles.page_metadata import read_metadata
from sayso.articles.wrapping import unwrap
from sayso.books.boilerplate import Boilerplate, load_boilerplate
from sayso.books.languages import is_read
from sayso.books.times import load_times
from sayso.errors import InputError, UsageError
from sayso.model.ids import digest_id, with_id
from sayso.model.ledger import By, Caveat
from sayso.model.text import Article, RawDocument, When

_BY = By(extractor="articles", version="1")


class _Told(NamedTuple):
    """What a document says of itself beside its text."""

    cleaned: Cleaned
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    doubts: tuple[tuple[str, str], ...] = ()


def to_article(
    raw: RawDocument, *, as_is: bool, published: str | None, language: str | None
) -> tuple[Article, tuple[Caveat, ...]]:
    """The Article of a document, and what is doubtful about it.

    `as_is` leaves a text exactly as it is stored: nothing is cut, and no title or date is read in it; a
    page is cleaned all the same, for its markup is no text. `published` (a date or an instant, ISO 8601)
    and `language` (ISO 639-1) hold for documents that do not say it themselves. InputError where nothing
    is left to read; UsageError where `published` is no date.
    """
    given = _given(published)
    told = _as_is(raw) if as_is and raw.media_type != "text/html" else _read(raw)
    text = told.cleaned.text
    if not text.strip():
        raise InputError("nothing to read in it")
    when = _container_date(raw) or told.published or told.cleaned.published or given
    url = raw.url or told.url
    article = Article(
        id=digest_id("article", raw.captured),
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        source_id=raw.source_id,
        path=raw.path,
        url=url,
        outlet=raw.outlet or outlet_of(url) or told.outlet,
        title=raw.title or told.title or told.cleaned.title,
        authors=raw.authors or told.authors or told.cleaned.authors,
        published=when,
        language=_language(raw.language, language, text),
        text=text,
        dropped=told.cleaned.dropped,
    )
    return article, tuple(_caveats(article, (*raw.caveats, *told.doubts)))


def _read(raw: RawDocument) -> _Told:
    book, dates = load_boilerplate(), _dates()
    titles = (raw.title,) if raw.title else ()
    if raw.media_type == "text/html":
        return _read_page(raw, titles, book, dates)
    if raw.media_type == "text/markdown":
        note = read_markdown(raw.content)
        title = note.front.get("title") or note.title
        written = dates.read(note.front.get("date") or note.front.get("published") or "")
        author = note.front.get("author")
        return _Told(
            clean(note.lines, book, dates, (*titles, *((title,) if title else ()))),
            title,
            (author,) if author else (),
            note.front.get("outlet") or note.front.get("source"),
            note.front.get("url"),
            written.when if written else None,
        )
    return _Told(clean(split_lines(unwrap(raw.content)), book, dates, titles))


def _read_page(
    raw: RawDocument, titles: tuple[str, ...], book: Boilerplate, dates: DateReader
) -> _Told:
    """The article that a page shows; else the one that it holds in its data, else its own summary."""
    page = read_page(raw.content)
    said = read_metadata(page.tree)
    known = (*titles, *said.titles)
    cleaned = clean(page.lines, book, dates, known)
    doubts: tuple[tuple[str, str], ...] = ()
    if not cleaned.text and said.body:
        cleaned = clean(split_lines(said.body), book, dates, known)
    if not cleaned.text and said.summary and any(ln.prose for ln in split_lines(said.summary)):
        cleaned = clean(split_lines(said.summary), book, dates, known)
        doubts = (("summary_only", "the page shows no article: its own description is read"),)
    return _Told(
        cleaned,
        next(iter(said.titles), None),
        said.authors,
        said.outlet,
        said.url,
        page_date(page.tree, raw.content, dates),
        doubts,
    )


def _as_is(raw: RawDocument) -> _Told:
    return _Told(Cleaned(raw.content, (), None, (), None))


@cache
def _dates() -> DateReader:
    return DateReader(load_times())


def _given(published: str | None) -> When | None:
    if published is None:
        return None
    written = _dates().read(published)
    if written is None:
        raise UsageError(
            f"{published!r} is no date: write it as 2024-03-24 or 2024-03-24T10:21:00Z"
        )
    return written.when


def _container_date(raw: RawDocument) -> When | None:
    """The date that the container gives; its words without a date where they cannot be resolved."""
    if not raw.published or not raw.published.strip():
        return None
    written = _dates().read(raw.published)
    return written.when if written else When(text=raw.published.strip())


def _language(own: str | None, given: str | None, text: str) -> str | None:
    """What the document says, or whoever hands it in, unless the text shows that it is one that is read.

    Pages are made from templates: many an English text stands in a page that says it is German.
    """
    for tag in (own, given):
        if tag and (code := language_code(tag)):
            if is_read(code):
                return code
            shown = detect_language(text)
            return shown if shown is not None and is_read(shown) else code
    return detect_language(text)


def _caveats(article: Article, told: Sequence[tuple[str, str]]) -> list[Caveat]:
    doubts = list(told)
    if article.language is not None and not is_read(article.language):
        name = language_name(article.language)
        doubts.append(("language_not_read", f"it is in {name}: nothing is extracted from it yet"))
    if article.published is None:
        doubts.append(("unresolved_date", "no date of publication is given"))
    elif article.published.start is None:
        words = article.published.text
        doubts.append(("unresolved_date", f"the date of publication cannot be read: {words!r}"))
    return [
        with_id(
            Caveat(
                id="",
                article=article.id,
                spans=(),
                by=_BY,
                code=code,
                detail=detail,
                about=article.id,
            )
        )
        for code, detail in doubts
    ]
