"""Words that may tell of a delivery which no record holds: then its absence is not claimed.

Rules of transfers miss some of what is told. So before a brief says that no article reports a delivery, the sentences
of the articles are searched for words of arrival beside the weapon's name: a coarse search, wrong to the safe side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.books.arrivals import ArrivalBook, load_arrivals
from sayso.model.finding import meet
from sayso.model.ledger import Transfer
from sayso.model.text import Article, Span

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][”\"’']?(?=\s|$)|(?=\n|$))")


def possible_arrivals(
    weapons: Iterable[str], articles: Iterable[Article], transfers: Iterable[Transfer]
) -> tuple[Span, ...]:
    """The sentences that name one of the weapons beside a word of arrival, and that no transfer reads otherwise."""
    book = load_arrivals()
    names = {word for weapon in weapons for word in _names(weapon, book) if word}
    if not names:
        return ()
    named = _any(sorted(names), re.IGNORECASE)
    read = [span for record in transfers for span in record.spans]
    return tuple(
        span
        for article in articles
        for span in _sentences(article)
        if named.search(span.text)
        and _arrived().search(span.text)
        and not _unreal().search(span.text)
        and not any(meet(span, other) for other in read)
    )


def _names(weapon: str, book: ArrivalBook) -> Iterator[str]:
    """The name, and the noun that it ends with, in either number: "Skarv drones": also "drone"."""
    words = weapon.casefold().split()
    yield weapon.casefold()
    if words and words[-1] not in book.kinds:
        noun = words[-1].removesuffix("s")
        yield from (noun, f"{noun}s")


def _sentences(article: Article) -> Iterator[Span]:
    for found in _SENTENCE.finditer(article.text):
        yield article.span(found.start(), found.end())


@cache
def _arrived() -> re.Pattern[str]:
    return _any(load_arrivals().arrived, re.IGNORECASE)


@cache
def _unreal() -> re.Pattern[str]:
    return _any(load_arrivals().unreal)


def _any(words: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """One of the words, whole; "n't" ends a word."""
    parts = (f"{_open(word)}{re.escape(word)}\\b" for word in words)
    return re.compile("|".join(parts), flags)


def _open(word: str) -> str:
    return "" if word[:2] in {"n'", "n’"} else r"\b"
