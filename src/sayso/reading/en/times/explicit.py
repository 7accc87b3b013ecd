"""Dates that are written as dates: days, months, feasts."""

from __future__ import annotations

from datetime import date
from functools import partial

from sayso.books.times import TimeBook
from sayso.model.text import Anchor, When
from sayso.reading.en.times import timex
from sayso.reading.en.times.calendar import feast
from sayso.reading.en.times.rules import (
    Context,
    Found,
    Rule,
    explicit_reference,
    nearest,
    weekday_near,
    year_of,
)
from sayso.reading.en.words import Word

# How many months a bare month may lie behind in a clause that looks neither back nor plainly ahead.
_BACK = {"unknown": 6, "present": 6, "planned": 2}
_NUMBERED = "( (COMMA)? y=YEAR )?"


def _month(found: Found, context: Context, name: str = "m") -> int:
    return context.book.months[found.lower(name)]


def _date(year: int, month: int, day: float | None) -> date | None:
    try:
        return date(year, month, int(day or 0))
    except ValueError:
        return None


def month_day(found: Found, context: Context) -> When | None:
    """A day of a month, or a run of days; without a year the one that publication or context means."""
    month, day, last = _month(found, context), found.value("d"), found.value("e")
    last_month = _month(found, context, "n") if found.get("n") else month
    placed = _placed(found, context, month, day)
    if placed is None:
        return None
    first, anchor = placed
    if first is None:
        return timex.unresolved(f"XXXX-{month:02}-{int(day or 0):02}", "day")
    if last is None:
        return timex.day(first, anchor)
    end = _date(first.year + (last_month < month), last_month, last)
    if end is None or end <= first:
        return None
    return timex.span(timex.day(first), timex.day(end), anchor)


def _placed(
    found: Found, context: Context, month: int, day: float | None
) -> tuple[date | None, Anchor] | None:
    """The day with its year and what gave it; None where no year has such a day."""
    if (year := year_of(found)) is not None:
        explicit = _date(year, month, day)
        return (explicit, "explicit") if explicit else None
    if _date(2024, month, day) is None:
        return None
    told = explicit_reference(context)
    if told is not None and (context.today is None or told.year != context.today.year):
        return _date(told.year, month, day), "context"
    if context.today is None:
        return None, "none"
    years = range(context.today.year - 4, context.today.year + 5)
    days = [value for value in (_date(number, month, day) for number in years) if value]
    return nearest(days, found, context, context.today), "publication"


def month_year(found: Found, context: Context) -> When | None:
    """A month of a year that is written."""
    year = year_of(found)
    return None if year is None else timex.month(year, _month(found, context))


def _whole_year(found: Found, _context: Context) -> When | None:
    year = year_of(found)
    return None if year is None else timex.year(year)


def month_alone(found: Found, context: Context) -> When | None:
    """A month without its year: that of the time last named, or the one that the tense means."""
    number = _month(found, context)
    if not _is_month(found, context):
        return None
    told = explicit_reference(context)
    if told is not None and (context.today is None or told.year != context.today.year):
        return timex.month(told.year, number, "context")
    if context.today is None:
        return timex.unresolved(f"XXXX-{number:02}", "month")
    back = (context.today.month - number) % 12
    tense = found.tense(context)
    if back > _BACK.get(tense, 12):
        tense = "future"
    ahead = (number - context.today.month) % 12
    moved = timex.add_months(context.today, ahead if tense == "future" else -back)
    return timex.month(moved.year, moved.month, "publication")


def _is_month(found: Found, context: Context) -> bool:
    """Whether a month's name alone is the month: "May" can be a verb or a name, "March" a march."""
    index = found.match.start("m")
    word = found.words[index]
    if word.lower not in context.book.ambiguous:
        return True
    token = context.tenses.token(word.start)
    if token is not None and (token.tag in ("MD", "VB", "VBP") or "PERSON" in token.entity):
        return False
    before = found.words[index - 1] if index > found.limits()[0] else found.beside(-1)
    after = found.beside(1)
    if word.lower == "may" and after.lower in context.book.modal_after:
        return False
    if before.kind in ("BREAK", "DOT") and token is None:
        return False
    named = before.capital and before.lower not in context.book.before_ambiguous
    # "the March on the capital"
    if before.lower == "the" and after.lower in context.book.after_marches:
        return False
    follows_name = (
        after.capital and after.kind == "WORD" and after.lower not in context.book.weekdays
    )
    return not named and not follows_name


def _weekday(found: Found, context: Context) -> When | None:
    before, after = found.beside(-1), found.beside(1)
    if after.capital and after.lower in context.book.newspaper:
        return None
    if before.capital and before.lower in context.book.before_named_days:
        return None
    if before.lower in context.book.indefinite:
        return timex.unresolved(f"XXXX-WXX-{context.book.weekdays[found.lower('wd')]}", "day")
    return weekday_near(context.book.weekdays[found.lower("wd")], found, context)


def _day_alone(found: Found, context: Context) -> When | None:
    """Reads "the 24th": the day of the month that the context or publication is in."""
    number = found.value("d")
    reference = context.reference
    if reference is not None and reference.precision in ("day", "month") and reference.start:
        origin: date | None = date.fromisoformat(reference.start)
        anchor: Anchor = "context"
    else:
        origin, anchor = context.today, "publication"
    if number is None or not 1 <= number <= 31:
        return None
    if origin is None:
        return timex.unresolved(f"XXXX-XX-{int(number):02}", "day")
    placed = _date(origin.year, origin.month, number)
    return timex.day(placed, anchor) if placed else None


def _iso(found: Found, context: Context) -> When | None:
    text = found.words[found.limits()[0]].text
    parts = text.split(".") if "." in text[:6] else text.split("/")
    if len(parts) == 1:
        year, month, day = (int(part) for part in text[:10].split("-"))
    elif "." in text:
        day, month, year = map(int, parts)
    else:
        month, day, year = map(int, parts)
        if len(parts[2]) == 2:
            if context.today is None:
                return timex.unresolved(None, "day")
            # The year with these last digits that is nearest to publication.
            year += (context.today.year - year + 50) // 100 * 100
        if day <= 12 and month <= 12 and day != month:
            return timex.unresolved(None, "day")
        if month > 12:
            month, day = day, month
    placed = _date(year, month, day) if year in timex.YEARS else None
    return timex.day(placed) if placed else None


def _named_day(found: Found, context: Context) -> When | None:
    name = f"{found.value('m') or 0:g}/{found.value('d') or 0:g}"
    known = context.book.named_days.get(name)
    return timex.day(date.fromisoformat(known)) if known else None


def _feast(rule: str, found: Found, context: Context) -> When | None:
    before = found.beside(-1)
    if not found.words[found.limits()[0] + bool(found.get("r"))].capital:
        return None
    if before.capital and before.kind == "WORD" and not _opens(before, context):
        return None
    if not rule:
        return timex.unresolved()
    if (year := year_of(found)) is not None:
        return timex.day(feast(rule, year))
    if (moved := found.lower("r")) and context.today is not None:
        return _moved_feast(rule, context.book.steps[moved], context.today)
    if context.today is None:
        return timex.unresolved(f"XXXX-{rule}" if " " not in rule else None, "day")
    this = context.today.year
    days = [feast(rule, number) for number in range(this - 1, this + 2)]
    placed = nearest(days, found, context, context.today)
    return timex.day(placed, "publication") if placed else None


def _opens(word: Word, context: Context) -> bool:
    """Whether a capital before a name is that of a sentence ("On Christmas"), not of a longer name."""
    book = context.book
    return word.lower in book.before_ambiguous or word.lower in book.weekdays


def _moved_feast(rule: str, step: int, today: date) -> When:
    """Reads "last Christmas", "next Easter", and "this Easter" of the year of publication."""
    days = [feast(rule, today.year + away) for away in (-1, 0, 1)]
    if step < 0:
        placed = max(day for day in days if day < today)
    elif step > 0:
        placed = min(day for day in days if day > today)
    else:
        placed = days[1]
    return timex.day(placed, "publication")


def explicit_rules(book: TimeBook) -> tuple[Rule, ...]:
    """The rules of written dates, one more for each feast of the book."""
    weekday = "( wd=WEEKDAY (COMMA)? )?"
    words = {"'s": "POSS", "-": "HYPHEN"}
    feasts = tuple(
        Rule(
            "(r=THISLAST)? " + " ".join(words.get(part, part) for part in name.split()) + _NUMBERED,
            "feast",
            partial(_feast, rule),
        )
        for name, rule in book.feasts.items()
    )
    return (
        Rule(
            f"{weekday} m=MONTH (the)? d=DAYNUM (HYPHEN e=DAYNUM)? {_NUMBERED}", "date", month_day
        ),
        Rule("m=MONTH d=DAYNUM (COMMA)? y=YEAR (COMMA)? WEEKDAY", "date", month_day),
        Rule(f"m=MONTH d=DAYNUM HYPHEN n=MONTH e=DAYNUM {_NUMBERED}", "date", month_day),
        Rule(
            f"{weekday} (the)? d=DAYNUM (HYPHEN e=DAYNUM)? (of)? m=MONTH {_NUMBERED}",
            "date",
            month_day,
        ),
        Rule("m=MONTH (COMMA|of)? y=YEAR", "date", month_year),
        Rule("m=MONTH", "date", month_alone),
        Rule("(the)? (ORDINAL|FRAME) PARTUNIT of m=MONTH", "date", month_alone),
        Rule("(the)? (ORDINAL|FRAME) PARTUNIT of m=MONTH (COMMA|of)? y=YEAR", "date", month_year),
        Rule("(the)? (ORDINAL|FRAME) PARTUNIT of y=YEAR", "date", _whole_year),
        Rule("wd=WEEKDAY", "date", _weekday),
        Rule("(?P<span>the d=ORD) (?=COMMA|DOT|BREAK|CLOSE|AFTER_DAY|$)", "date", _day_alone),
        Rule("(SLASH|DOTTED)", "date", _iso),
        Rule("m=DOM STROKE d=DOM", "date", _named_day),
        *feasts,
    )
