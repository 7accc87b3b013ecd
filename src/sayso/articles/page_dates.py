"""When a web page was published: what its markup declares, else what htmldate finds in it.

htmldate (Barbaresi 2020, https://doi.org/10.21105/joss.02439) knows where pages keep their date, and gives
a day. The markup often holds the instant, with its offset. So both are asked: an instant that falls on
htmldate's day is that day, more precisely. A day that stands nowhere on the page is a guess, and is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from htmldate import find_date
from lxml.html import HtmlElement

from sayso.articles.dates import DateReader
from sayso.articles.structured import meta_values, structured_data
from sayso.model.text import When

# Names of <meta> that hold the date of publication (not of change), by how much they are to be believed.
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "publish-date",
    "publishdate",
    "publication_date",
    "published-date",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "date",
)
# Beyond any clock: what is after it is no date. htmldate's own default is today, which would make the same
# page give another record tomorrow.
_LATEST = "2100-01-01"
# Zeros of clocks: year 1 in .NET, 1970 in Unix. The first newspaper is of 1605 (Relation, Strasbourg).
_FIRST_NEWSPAPER = "1605"
_EPOCH = "1970-01-01"
# Offsets that are in use where newspapers are made: Honolulu to Auckland in summer.
_WESTMOST, _EASTMOST = timedelta(hours=-10), timedelta(hours=13)
_MAX_WORDS = 200  # characters of one piece of text that may give a date


def page_date(tree: HtmlElement, markup: str, dates: DateReader) -> When | None:
    """When the page says that it was published; None where it does not say."""
    declared = [when for text in declared_dates(tree) if (when := _full(text, dates))]
    found = find_date(markup, original_date=True, max_date=_LATEST, extensive_search=True)
    if found is None:
        return declared[0] if declared else None
    same_day = [when for when in declared if found in _days(when)]
    if same_day or (declared and not any(_could_show(found, when) for when in declared)):
        return (same_day or declared)[0]
    words = _words_for(found, tree, markup)
    if words is None:
        return declared[0] if declared else None
    return When(start=found, end=found, precision="day", timex=found, text=words, anchor="explicit")


def declared_dates(tree: HtmlElement) -> Iterator[str]:
    """Dates of publication in the page's structured data, its <meta> and its <time>, best first."""
    for entry in structured_data(tree):
        if isinstance(value := entry.get("datePublished"), str):
            yield value
    named = meta_values(tree)
    yield from (named[name] for name in _META if name in named)
    for time in tree.iter("time"):
        if "datePublished" in (time.get("itemprop") or "") or time.get("pubdate") is not None:
            yield time.get("datetime") or time.text_content()


def _full(text: str, dates: DateReader) -> When | None:
    """A declared date, unless it is the zero of some clock that stands there for want of a date."""
    written = dates.read(text)
    if written is None or written.when.precision not in ("day", "instant"):
        return None
    start = written.when.start or ""
    return written.when if start >= _FIRST_NEWSPAPER and start[:10] != _EPOCH else None


def _days(when: When) -> tuple[str, ...]:
    """The day of a When in UTC and as it was written."""
    return (when.start or "")[:10], (when.timex or "")[:10]


def _could_show(day: str, when: When) -> bool:
    """If a page with this instant in UTC may show this day as its own.

    An instant in UTC does not tell the page's calendar; the day that it prints does, and words like
    "on Monday" are meant in that calendar.
    """
    if when.precision != "instant" or when.zone != "+00:00" or when.start is None:
        return False
    instant = datetime.fromisoformat(when.start).replace(tzinfo=None)
    west, east = instant + _WESTMOST, instant + _EASTMOST
    return day in (west.date().isoformat(), east.date().isoformat())


def _words_for(day: str, tree: HtmlElement, markup: str) -> str | None:
    """The words of the page that give the day, in any language; None where none do."""
    year, number = day[:4], int(day[8:])
    both = re.compile(rf"(?=.*(?<!\d){year}(?!\d)).*(?<!\d)0?{number}(?!\d)", re.DOTALL)
    texts = (str(text).strip() for text in tree.itertext() if year in text)
    found = [text for text in texts if len(text) <= _MAX_WORDS and both.match(text)]
    if found:
        return min(found, key=len)
    return next(
        (form for form in (day, day.replace("-", "/"), day.replace("-", "")) if form in markup),
        None,
    )
