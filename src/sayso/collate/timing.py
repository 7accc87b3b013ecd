"""Where accounts of one utterance differ in a time that it tells: "this year", "before the winter"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Literal, NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.marked import Marked
from sayso.collate.words import stems_of, words_of
from sayso.model.collation import Difference, DifferenceValue
from sayso.model.ids import content_id
from sayso.model.ledger import Statement
from sayso.model.text import Span, When

Verdict = Literal["conflict", "drift", "precision"]
_DAY = len("2031-05-20")
_FIRST, _LAST = "0000-00-00", "9999-99-99"
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\s*$)")


class Dated(NamedTuple):
    """The time that somebody's words tell: its first and its last day, and the stems of the other words.

    `bounded` where a word before it opens it to one side ("before the winter"); the span holds that word.
    """

    span: Span
    first: str
    last: str
    bounded: bool
    besides: frozenset[str]


def dated_in(statement: Statement, around: Marked, book: AccountBook) -> Dated | None:
    """The one time of a statement's content; None for none, for several, and for one that is not resolved."""
    times = around.times(statement.content)
    if len(times) != 1 or times[0][1].start is None:
        return None
    [(span, when)] = times
    before = _LAST_WORD.search(around.article.part(span.part)[: span.start])
    word = before.group().casefold() if before else ""
    bounded = word in book.until or word in book.since
    if before and bounded:
        span = around.article.span(before.start(), span.end, span.part)
    first, last = _days(when, word, book)
    besides = stems_of(
        found for one in statement.content for found in words_of(_without(one, span), book)
    )
    return Dated(span, first, last, bounded, besides)


def time_difference(tellings: Iterable[Dated], book: AccountBook) -> Difference | None:
    """Times that differ between articles in what is told alike but for them.

    ``conflict``: two exclude each other; ``precision``: each lies within the next; else ``drift``.
    """
    verdicts: set[Verdict] = set()
    found: dict[tuple[str, str], set[Span]] = {}
    for a, b in combinations(tellings, 2):
        other = (a.first, a.last) != (b.first, b.last)
        if other and a.span.article != b.span.article and _alike(a, b, book):
            verdicts.add(_verdict(a, b))
            for one in (a, b):
                found.setdefault((one.first, one.last), set()).add(one.span)
    ranked: tuple[Verdict, ...] = ("conflict", "drift", "precision")
    for verdict in ranked:
        if verdict in verdicts:
            keys = sorted(found, key=lambda days: (days[1], days[0]))
            if verdict == "precision":
                keys.sort(key=lambda days: -sum(_within(days, other) for other in found))
            values = tuple(_value(found[key]) for key in keys)
            key = content_id("difference", ["date", verdict, values])
            return Difference(id=key, field="date", verdict=verdict, values=values)
    return None


def _days(when: When, word: str, book: AccountBook) -> tuple[str, str]:
    """The first and the last day that a time leaves open behind a word that may bound it."""
    first, last = (when.start or _FIRST)[:_DAY], (when.end or _LAST)[:_DAY]
    if word in book.until:
        return _FIRST, first if word in book.short_of else last
    return first, _LAST if word in book.since else last


def _without(content: Span, time: Span) -> str:
    if time.part != content.part or not content.start < time.end <= content.end:
        return content.text
    return f"{content.text[: max(0, time.start - content.start)]} {content.text[time.end - content.start :]}"


def _alike(a: Dated, b: Dated, book: AccountBook) -> bool:
    fewer = min(len(a.besides), len(b.besides))
    return fewer > 0 and len(a.besides & b.besides) >= book.limits.besides_time_share * fewer


def _verdict(a: Dated, b: Dated) -> Verdict:
    if a.last < b.first or b.last < a.first:
        return "conflict"
    one, other = (a.first, a.last), (b.first, b.last)
    nested = _within(one, other) or _within(other, one)
    return "precision" if nested and not (a.bounded or b.bounded) else "drift"


def _within(days: tuple[str, str], others: tuple[str, str]) -> bool:
    return others[0] <= days[0] and days[1] <= others[1]


def _value(spans: Iterable[Span]) -> DifferenceValue:
    ordered = sorted(spans, key=lambda span: (span.article, span.part, span.start))
    return DifferenceValue(
        value=ordered[0].text,
        articles=tuple(dict.fromkeys(span.article for span in ordered)),
        spans=tuple(ordered),
    )
