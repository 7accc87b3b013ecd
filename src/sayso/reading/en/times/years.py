"""Bare years: which four-digit numbers are years, and runs of them ("2014-22")."""

from __future__ import annotations

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.rules import Context, Found, Rule

# Without stronger evidence a four-digit number outside these is no year.
_RECENT = range(1900, 2100)


def _year(found: Found, context: Context) -> When | None:
    number = int(found.value("y") or 0)
    return timex.year(number) if _is_year(found, context, number) else None


def _named_year(found: Found, _context: Context) -> When | None:
    return timex.year(int(found.value("y") or 0))


def _is_year(found: Found, context: Context, number: int) -> bool:
    before, after = found.beside(-1), found.beside(1)
    if before.kind == "HYPHEN" and found.beside(-2).end == before.start:
        return found.beside(-2).lower in context.book.before_years
    if after.kind in ("PERCENT", "STROKE") or before.kind == "STROKE" or before.text in "$€£¥#№":
        return before.kind == "BREAK"
    if before.lower in context.numbers.labels:
        return False
    if before.lower in context.book.before_years:
        return before.lower != "in" or not _counts(found, context) or number in _RECENT
    if number not in _RECENT:
        return False
    token = context.tenses.token(found.words[found.limits()[0]].start)
    if token is not None and token.entity.endswith("-DATE"):
        return True
    if before.lower in context.book.before_recent_years:
        return before.lower in ("the", "its") or not _counts(found, context)
    closed = after.kind in ("BREAK", "DOT", "COMMA", "CLOSE", "HYPHEN")
    return closed and (before.kind in ("OPEN", "COMMA") or before.capital or before.kind == "POSS")


def _counts(found: Found, context: Context) -> bool:
    """Whether what follows is a plural noun, so that the number counts it."""
    after = found.beside(1)
    token = context.tenses.token(after.start)
    if token is not None:
        return token.tag in ("NNS", "NNPS")
    return after.kind == "WORD" and after.lower.endswith("s") and not after.capital


def _years(found: Found, _context: Context) -> When | None:
    """Reads "2019-2021", "2014-22": from the first day of the one to the last day of the other."""
    first, last = int(found.value("y") or 0), int(found.value("z") or 0)
    if last < 100:
        last += first - first % 100
    if not first < last or first < 1000 or last - first > 500 or found.beside(-1).kind == "HYPHEN":
        return None
    return timex.span(timex.year(first), timex.year(last))


YEAR_RULES = (
    Rule("y=YEAR", "date", _year),
    Rule("(the)? year y=YEAR", "date", _named_year),
    Rule("y=YEAR HYPHEN z=YEARNUM (?!HYPHEN)", "date", _years),
)
