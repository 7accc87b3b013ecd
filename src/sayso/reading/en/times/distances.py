"""Times told by how far they lie: "two weeks ago", "half a century ago", "a month later"."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.relative import AMOUNT, amount, origin_of
from sayso.reading.en.times.rules import Context, Found, Rule, unit_of

# "N hours ago" is told from the hour of publication up to so many seconds.
_FAR = 14 * 86400


def _ago(found: Found, context: Context) -> When | None:
    """Reads "two weeks ago", "three days from now"; vague ones are only before or after."""
    unit = unit_of(found, context)
    if unit is None:
        return None
    number = amount(found)
    sign = -1 if found.get("ago") else 1
    if number is None:
        return _vague(context, sign)
    if context.today is None:
        return timex.unresolved()
    if unit.code.startswith("T"):
        return _hours_ago(unit.code, sign * number, context)
    return (
        timex.shifted(context.today, unit.code, sign * number, "publication") or timex.unresolved()
    )


def _hours_ago(code: str, amount_of: float, context: Context) -> When:
    """The hour that lies so far from the hour of publication; where that is not known, before or after."""
    seconds = amount_of * {"TH": 3600, "TM": 60, "TS": 1}[code]
    if context.moment is not None and abs(seconds) < _FAR:
        there = context.moment + timedelta(seconds=seconds)
        return timex.day(
            there.date(), "publication", f"{there:T%H}" if code == "TH" else f"{there:T%H:%M}"
        )
    if seconds % 86400 == 0:
        day = timex.shifted(context.today or date.min, "D", seconds // 86400, "publication")
        return day or timex.unresolved()
    return _vague(context, -1 if seconds < 0 else 1)


def _century_ago(found: Found, context: Context) -> When:
    """Reads "half a century ago", "a quarter-century ago"."""
    years = 25 if found.get("q") else 50
    if context.today is None:
        return timex.unresolved()
    return timex.shifted(context.today, "Y", -years, "publication") or timex.unresolved()


def _half_ago(found: Found, context: Context) -> When | None:
    """Reads "half a year ago", "half an hour ago"."""
    unit = unit_of(found, context)
    if unit is None or context.today is None:
        return timex.unresolved() if unit else None
    if unit.code == "Y":
        return timex.shifted(context.today, "M", -6, "publication")
    if unit.code.startswith("T"):
        return _hours_ago(unit.code, -0.5, context)
    return timex.shifted(context.today, unit.code, -0.5, "publication") or timex.unresolved()


def _vague(context: Context, sign: int) -> When:
    today = context.today.isoformat() if context.today else None
    return When(
        start=today if sign > 0 else None,
        end=today if sign < 0 else None,
        precision="range",
        timex="PAST_REF" if sign < 0 else "FUTURE_REF",
        anchor="publication" if today else "none",
    )


def _later(found: Found, context: Context) -> When | None:
    """Reads "a month later", "two days earlier": from the time last named."""
    unit, number = unit_of(found, context), amount(found)
    if unit is None:
        return None
    if unit.code.startswith("T") and number is not None:
        # From an hour that is rarely told: how long is all there is to say.
        return When(precision="duration", timex=timex.duration(number, unit.code))
    origin = origin_of(context, unit.code)
    if number is None or origin is None:
        return timex.unresolved()
    sign = context.book.steps.get(found.lower("dir"), 1)
    when = context.reference
    if unit.code == "Y" and when is not None and when.precision == "quarter":
        # Of a quarter's results "a year earlier" is the same quarter.
        return timex.quarter(int(origin.year + sign * number), (origin.month + 2) // 3, "context")
    there = timex.shifted(origin, unit.code, sign * number, "context")
    if there is None or (_is_ahead(there, context) and found.tense(context) != "future"):
        return timex.unresolved()
    return there


def _is_ahead(when: When, context: Context) -> bool:
    """Whether a time begins after publication: what is told there has not happened yet."""
    return bool(when.start and context.today and when.start > context.today.isoformat())


DISTANCE_RULES = (
    Rule(f"{AMOUNT} u=ANYUNIT ago=ago", "distance", _ago),
    Rule(f"{AMOUNT} u=ANYUNIT from now", "distance", _ago),
    Rule("u=UNITS ago=ago", "distance", _ago),
    Rule(
        "(half (HYPHEN|ARTICLE)? | (ARTICLE)? q=quarter (HYPHEN|of ARTICLE)?) century ago",
        "distance",
        _century_ago,
    ),
    Rule("half ARTICLE u=UNIT ago", "distance", _half_ago),
    Rule(f"{AMOUNT} u=ANYUNIT ago=back (?=COMMA|DOT|BREAK|CLOSE|AFTER_DAY|$)", "distance", _ago),
    Rule(f"{AMOUNT} u=ANYUNIT dir=LATER (?!than)", "distance", _later),
    Rule(f"{AMOUNT} u=ANYUNIT dir=before (?=COMMA|DOT|BREAK|CLOSE|$)", "distance", _later),
)
