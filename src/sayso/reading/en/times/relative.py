"""Times told from publication ("last year", "two weeks ago") or from the time last named ("the next day")."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model.text import Anchor, When
from sayso.reading.en.times import timex
from sayso.reading.en.times.rules import Context, Found, Rule, unit_of, weekday_near

_FINENESS = ("day", "week", "month", "quarter", "season", "year")
_NEEDS = {"D": "day", "WE": "week", "W": "week", "2W": "week", "M": "month", "Q": "quarter"}
# How many of a vague or written article: "a year ago" is one, "a couple of" two.
AMOUNT = "( n=NUMERIC (HYPHEN plus)? | a=ARTICLE | (ARTICLE)? v=VAGUE | (ARTICLE)? c=COUPLE (of)? | w=VAGUEOF of )"


def amount(found: Found) -> float | None:
    """The number in an AMOUNT; None for a vague one."""
    if (value := found.value("n")) is not None:
        return value
    if found.get("a"):
        return 1
    return 2 if found.get("c") else None


def origin_of(context: Context, code: str) -> date | None:
    """The first day of the time last named, when it is at least as exact as the unit."""
    when = context.reference
    if when is None or when.start is None or when.precision is None:
        return None
    precision = "day" if when.precision == "instant" else when.precision
    if precision not in _FINENESS:
        return None
    if _FINENESS.index(precision) > _FINENESS.index(_NEEDS.get(code, "year")):
        return None
    return date.fromisoformat(when.start[:10])


def _day_word(found: Found, context: Context) -> When | None:
    step = context.book.days[found.lower("t")]
    word = found.words[found.limits()[0]]
    if word.capital and found.beside(-1).capital and found.beside(-1).kind == "WORD":
        return None
    if _is_described(found, context):
        return None
    return moved_day(context, step)


def _is_described(found: Found, context: Context) -> bool:
    """Whether it is a noun with an adjective: "a brighter tomorrow" is no day."""
    before, first = (context.tenses.token(found.beside(step).start) for step in (-1, -2))
    if before is None or first is None:
        return False
    return before.tag in ("JJ", "JJR") and first.tag in ("DT", "PRP$")


def moved_day(context: Context, step: int, suffix: str = "") -> When:
    """The day so many days from publication; open where that is not known."""
    if context.today is None:
        return timex.unresolved(None, "day")
    return timex.day(context.today + timedelta(days=step), "publication", suffix)


def _far_day(found: Found, context: Context) -> When | None:
    return moved_day(context, -2 if found.lower("t") == "yesterday" else 2)


def _unit(found: Found, context: Context) -> When | None:
    """Reads "last year", "this week"; "the year" in "the end of the year" is the one of publication."""
    unit, last = unit_of(found, context), found.get("u")
    if unit is None or (last and last.text.istitle()):
        # "This Week" is a programme.
        return None
    if context.today is None:
        return timex.unresolved()
    return timex.shifted(
        context.today, unit.code, context.book.steps.get(found.lower("r"), 0), "publication"
    )


def _of_context(found: Found, context: Context) -> When | None:
    """Reads "the following month", "that year", "the next day"."""
    unit = unit_of(found, context)
    if unit is None or unit.code.startswith("T"):
        return None
    origin = origin_of(context, unit.code)
    if origin is None:
        return timex.unresolved()
    return timex.shifted(origin, unit.code, context.book.steps.get(found.lower("r"), 1), "context")


def _weekday(found: Found, context: Context) -> When | None:
    """Reads "last Friday" is before publication, "next Friday" after it, "this Friday" in its week."""
    number = context.book.weekdays[found.lower("wd")]
    today, step = context.today, context.book.steps[found.lower("r")]
    if found.lower("r") in context.book.contextual:
        return _weekday_of_context(number, step, context)
    if today is None:
        return timex.unresolved(f"XXXX-WXX-{number}", "day")
    if step == 0:
        return timex.day(today + timedelta(days=number - today.isoweekday()), "publication")
    days = (number - today.isoweekday()) % 7 or 7
    return timex.day(today + timedelta(days=days if step > 0 else days - 7 or -7), "publication")


def _weekday_of_context(number: int, step: int, context: Context) -> When:
    origin = origin_of(context, "D")
    if origin is None:
        return timex.unresolved(f"XXXX-WXX-{number}", "day")
    away = (number - origin.isoweekday()) % 7
    if step > 0:
        away = away or 7
    elif step < 0:
        away = away - 7
    return timex.day(origin + timedelta(days=away), "context")


def _weekday_of_week(found: Found, context: Context) -> When | None:
    """Reads "Tuesday of last week", "Monday next week"."""
    number = context.book.weekdays[found.lower("wd")]
    if context.today is None:
        return weekday_near(number, found, context)
    days = number - context.today.isoweekday() + 7 * context.book.steps[found.lower("r")]
    return timex.day(context.today + timedelta(days=days), "publication")


def _month(found: Found, context: Context) -> When | None:
    """Reads "last December", "next May"; "this March" is in the year of publication, "that" in the context's."""
    number = context.book.months[found.lower("m")]
    step = context.book.steps[found.lower("r")]
    today = context.today
    if found.lower("r") in context.book.contextual:
        origin, anchor = origin_of(context, "Y"), "context"
    else:
        origin, anchor = today, "publication"
    if origin is None:
        return timex.unresolved(f"XXXX-{number:02}", "month")
    year = origin.year
    if step < 0 and number >= origin.month:
        year -= 1
    elif step > 0 and number <= origin.month:
        year += 1
    return timex.month(year, number, _anchor(anchor))


def _anchor(word: str) -> Anchor:
    return "context" if word == "context" else "publication"


def _month_of_year(found: Found, context: Context) -> When | None:
    """Reads "December of last year", "March 3 of this year", "May of the previous year"."""
    number = context.book.months[found.lower("m")]
    day = found.value("d")
    of_context = found.lower("r") in context.book.contextual
    origin = origin_of(context, "Y") if of_context else context.today
    if origin is None:
        return timex.unresolved(
            f"XXXX-{number:02}" + (f"-{int(day):02}" if day else ""), "day" if day else "month"
        )
    year = origin.year + context.book.steps[found.lower("r")]
    anchor: Anchor = "context" if of_context else "publication"
    if day is None:
        return timex.month(year, number, anchor)
    try:
        return timex.day(date(year, number, int(day)), anchor)
    except ValueError:
        return None


RELATIVE_RULES = (
    Rule("t=DAYWORD", "date", _day_word),
    Rule("(the)? day before t=yesterday", "date", _far_day),
    Rule("(the)? day after t=tomorrow", "date", _far_day),
    Rule("r=NEAR u=LONGUNIT", "date", _unit),
    Rule("the r=current u=LONGUNIT", "date", _unit),
    Rule("this r=NEAR u=LONGUNIT", "date", _unit),
    Rule("this r=past u=LONGUNIT", "date", _unit),
    Rule(
        "(end|beginning|start|middle|rest|remainder|turn|later|earlier|late|early) (of|in) (?P<span>the u=LONGUNIT)",
        "date",
        _unit,
    ),
    Rule("(later|earlier|early|late) in (?P<span>the u=day)", "date", _unit),
    Rule("(the|that) r=CONTEXTUAL (very)? u=LONGDAY", "date", _of_context),
    Rule("r=that u=LONGDAY", "date", _of_context),
    Rule("the next u=day", "date", _of_context),
    Rule("the u=LONGDAY r=BEFOREAFTER (?=COMMA|DOT|BREAK|CLOSE|and|but|$)", "date", _of_context),
    Rule("(the|this)? r=MOVING wd=WEEKDAY", "date", _weekday),
    Rule("the r=CONTEXTUAL wd=WEEKDAY", "date", _weekday),
    Rule("wd=WEEKDAY (of|COMMA)? r=THISLAST week", "date", _weekday_of_week),
    Rule("(the|this)? r=MOVING m=MONTH (?!DAYNUM)", "date", _month),
    Rule("the r=CONTEXTUAL m=MONTH (?!DAYNUM)", "date", _month),
    Rule("m=MONTH (d=DAYNUM)? (COMMA)? (of)? r=THISLAST year", "date", _month_of_year),
    Rule("d=DAYNUM m=MONTH (COMMA)? (of)? r=THISLAST year", "date", _month_of_year),
    Rule("m=MONTH (d=DAYNUM)? (of)? (the)? r=CONTEXTUAL year", "date", _month_of_year),
    Rule("m=MONTH (d=DAYNUM)? (of)? r=that year", "date", _month_of_year),
)
