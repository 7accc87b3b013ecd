"""Dates that share words: "Oct. 6 and 7", "the last Sunday in January", "the week of March 4"."""

from __future__ import annotations

from datetime import date

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.calendar import nth_weekday
from sayso.reading.en.times.explicit import month_alone, month_day, month_year
from sayso.reading.en.times.rules import Context, Found, Rule

_NUMBERED = "( (COMMA)? y=YEAR )?"
_ENDED = "(?=COMMA|DOT|BREAK|CLOSE|AFTER_DAY|$)"


def _week(found: Found, context: Context) -> When | None:
    """Reads "the week of March 4", "the weekend of 5 May": the week that the day lies in."""
    day = month_day(found, context)
    if day is None or day.start is None:
        return timex.unresolved() if day else None
    make = timex.weekend if found.lower("u") == "weekend" else timex.week
    return make(date.fromisoformat(day.start), day.anchor)


def _nth(found: Found, context: Context) -> When | None:
    """Reads "the first Tuesday in March", "the last Sunday of May 2004"."""
    month = month_year(found, context) if found.get("y") else month_alone(found, context)
    if month is None:
        return None
    if month.start is None:
        return timex.unresolved(None, "day")
    word = found.get("o")
    number = context.numbers.ordinals.get(word.lower, int(word.value or 0)) if word else -1
    start = date.fromisoformat(month.start)
    weekday = context.book.weekdays[found.lower("wd")]
    try:
        placed = nth_weekday(start.year, start.month, weekday, number)
    except ValueError:
        return None
    return timex.day(placed, month.anchor) if number else None


def _named(found: Found, context: Context) -> When | None:
    """Reads "the Sept. 11 attacks": the day that they are named after."""
    month = context.book.months[found.lower("m")]
    known = context.book.named_days.get(f"{month}/{found.value('d') or 0:g}")
    return timex.day(date.fromisoformat(known)) if known else None


RUN_RULES = (
    Rule("m=MONTH d=DOM (?=NAMEDBY)", "reference", _named),
    Rule("m=MONTH d=DAYNUM (?=JOINT DAYNUM (COMMA)? y=YEAR)", "date", month_day),
    Rule(f"(?<=m=MONTH DAYNUM JOINT) d=DAYNUM {_NUMBERED} {_ENDED}", "date", month_day),
    Rule(f"d=DAYNUM (?=JOINT DAYNUM m=MONTH {_NUMBERED})", "date", month_day),
    Rule("m=MONTH (?=JOINT MONTH (COMMA|of)? y=YEAR)", "date", month_year),
    Rule(f"(the)? u=WEEKSPAN of m=MONTH d=DAYNUM {_NUMBERED}", "date", _week),
    Rule(f"(the)? u=WEEKSPAN of d=DAYNUM m=MONTH {_NUMBERED}", "date", _week),
    Rule("(the)? month of m=MONTH (COMMA|of)? y=YEAR", "date", month_year),
    Rule("(the)? month of m=MONTH", "date", month_alone),
    Rule("(the)? (o=ORDINAL|last) wd=WEEKDAY (of|in) m=MONTH ((COMMA|of)? y=YEAR)?", "date", _nth),
)
