"""Longer times that have names of their own: quarters, halves, seasons, decades, centuries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.model.text import Anchor, When
from sayso.reading.en.times import timex
from sayso.reading.en.times.rules import Context, Found, Rule, unit_of, year_of

# Without a day of publication a decade without its century had begun by this year.
_LATEST = 2015


def _decade(found: Found, context: Context) -> When | None:
    digits = "".join(char for char in found.lower("d") if char.isdigit())
    number = int(digits[:-1])
    if len(digits) == 2:
        # "the '90s" are the last such decade that has begun.
        latest = (context.today.year if context.today else _LATEST) // 10
        number += 200 if 200 + number <= latest else 190
    return timex.decade(number) if number >= 1 else None


def _named_decade(found: Found, context: Context) -> When | None:
    """Reads "the sixties", "the early nineties"; not "his late sixties"."""
    first = found.words[found.limits()[0]].lower
    before = [first, *(found.beside(-step).lower for step in (1, 2, 3))]
    if "the" not in before or context.book.ages.intersection(before):
        return None
    return timex.decade(context.book.decades[found.lower("d")])


def _weekend(found: Found, context: Context) -> When | None:
    """Reads "over the weekend": the one behind, unless the clause looks ahead; a Saturday's is its own."""
    if context.today is None:
        return timex.unresolved()
    ahead = found.tense(context) in ("future", "planned", "present")
    back = 0 if ahead or context.today.isoweekday() >= 6 else -1
    return timex.shifted(context.today, "WE", back, "publication")


def _year_ago(found: Found, context: Context) -> When | None:
    """Reads "the year-ago quarter", "a year-earlier loss": a year before the quarter last named."""
    when = context.reference
    if when is not None and when.start and when.precision in ("quarter", "month"):
        start = date.fromisoformat(when.start)
        if when.precision == "month":
            return timex.month(start.year - 1, start.month, "context")
        return timex.quarter(start.year - 1, (start.month + 2) // 3, "context")
    if found.lower("w") != "ago" or context.today is None or found.get("q"):
        return timex.unresolved()
    return timex.year(context.today.year - 1, "publication")


def _unit_end(found: Found, context: Context) -> When | None:
    """Reads "by year-end", "at month's end", "mid-year": the unit that publication lies in."""
    unit = unit_of(found, context)
    if unit is None:
        return None
    if context.today is None:
        return timex.unresolved()
    return timex.shifted(context.today, unit.code, 0, "publication")


def _ordinal(found: Found, context: Context, name: str = "o") -> int | None:
    word = found.get(name)
    if word is None:
        return None
    return int(word.value) if word.value else context.numbers.ordinals.get(word.lower)


def _century(found: Found, context: Context) -> When | None:
    number = _ordinal(found, context)
    return timex.century(number) if number and number < 99 else None


def _part_of_century(found: Found, context: Context) -> When | None:
    """Reads "the first decade of the 21st century", "the second half of the 19th century"."""
    century, part = _ordinal(found, context, "c"), _ordinal(found, context)
    if not century or century >= 99 or not part:
        return None
    if found.get("d"):
        return timex.decade(10 * (century - 1) + part - 1) if part <= 10 else None
    return timex.century(century)


def _quarter(found: Found, context: Context) -> When | None:
    number = _ordinal(found, context)
    if number is None and found.get("code"):
        number = _coded(found, "q")
    if number is None or not 1 <= number <= 4:
        return None
    return _part_of_year(timex.quarter, number, found, context) or timex.unresolved(
        f"XXXX-Q{number}", "quarter"
    )


def _half(found: Found, context: Context) -> When | None:
    number = _ordinal(found, context)
    if number not in (1, 2):
        return None
    return _part_of_year(timex.half, number, found, context) or timex.unresolved(
        f"XXXX-H{number}", "range"
    )


def _part_of_year(
    make: Callable[[int, int, Anchor], When], number: int, found: Found, context: Context
) -> When | None:
    """A quarter or half of the year that is written or meant; None where publication is not known.

    "Rose in the fourth quarter", told in February, is of the year before.
    """
    if (year := year_of(found)) is not None:
        return make(year, number, "explicit")
    near = context.near
    if (
        near
        and near.start
        and near.precision == "quarter"
        and not found.get("r")
        and near.anchor == "explicit"
    ):
        # "In the third quarter of 2011 and in the fourth"
        return make(int(near.start[:4]), number, "context")
    if context.today is None:
        return None
    year = context.today.year + {"last": -1, "next": 1}.get(found.lower("r"), 0)
    when = make(year, number, "publication")
    if found.get("r") or found.get("own"):
        return when
    today, tense = context.today.isoformat(), found.tense(context)
    if tense == "past" and (when.start or "") > today:
        return make(year - 1, number, "publication")
    if tense == "future" and (when.end or "") < today:
        return make(year + 1, number, "publication")
    return when


def _coded(found: Found, letters: str) -> int | None:
    """The number in a code such as Q3 or FY2012."""
    digits = found.lower("code").removeprefix(letters)
    return int(digits) if digits.isdecimal() and found.lower("code") != digits else None


def _season(found: Found, context: Context) -> When | None:
    code = context.book.seasons[found.lower("s")]
    if (year := year_of(found)) is not None:
        return timex.season(year, code)
    if context.today is None:
        return timex.unresolved(f"XXXX-{code}", "season")
    step = {"last": -1, "next": 1}.get(found.lower("r"), 0)
    when = timex.season(context.today.year + step, code, "publication")
    if found.get("r") or not when.start or not when.end:
        return when
    today, tense = context.today.isoformat(), found.tense(context)
    step = (
        -1
        if tense == "past" and when.start > today
        else 1
        if tense == "future" and when.end < today
        else 0
    )
    return timex.season(context.today.year + step, code, "publication")


def _fiscal(found: Found, context: Context) -> When | None:
    """A fiscal year, or a quarter of it, has the value of its number; when it begins is not said: no bounds."""
    year = year_of(found)
    if year is None:
        year = _coded(found, "fy")
    if year is None or year not in timex.YEARS:
        return None
    number = _ordinal(found, context)
    if number is not None:
        return timex.unresolved(f"{year:04}-Q{number}", "quarter") if number <= 4 else None
    return timex.unresolved(f"{year:04}", "year")


def _before_christ(found: Found, _context: Context) -> When | None:
    value = found.value("n")
    return timex.unresolved(f"BC{int(value):04}", "year") if value and value < 10000 else None


PERIOD_RULES = (
    Rule("(the)? d=DECADE", "date", _decade),
    Rule("(the)? d=DECADENAME", "date", _named_decade),
    Rule("(the)? o=ORDINAL (HYPHEN)? century", "date", _century),
    Rule(
        "(the)? o=ORDINAL (d=decade|half|quarter|third) of the c=ORDINAL century",
        "date",
        _part_of_century,
    ),
    Rule("the u=weekend", "date", _weekend),
    Rule("(the)? year HYPHEN w=AGOEARLIER (q=LONGUNIT|period)?", "date", _year_ago),
    Rule("u=LONGUNIT (HYPHEN|POSS) end", "date", _unit_end),
    Rule("mid HYPHEN u=LONGUNIT", "date", _unit_end),
    Rule("(the)? o=ORDINAL (HYPHEN)? quarter (of)? y=YEAR", "date", _quarter),
    Rule("(the)? o=ORDINAL (HYPHEN)? quarter of (the)? fiscal (year)? y=YEAR", "date", _fiscal),
    Rule("(the)? o=ORDINAL (HYPHEN)? quarter of (r=THISLAST|own=the) year", "date", _quarter),
    Rule("the o=ORDINAL quarter", "date", _quarter),
    Rule("o=ORDINAL HYPHEN quarter", "date", _quarter),
    Rule("code=QUARTER (of)? (y=YEAR)?", "date", _quarter),
    Rule("(the)? o=ORDINAL half of (r=THISLAST year|own=the year|y=YEAR)", "date", _half),
    Rule("(the)? s=SEASON (of)? (COMMA)? y=YEAR", "date", _season),
    Rule("r=THISLAST s=SEASON", "date", _season),
    Rule("s=SEASON (of)? r=THISLAST year", "date", _season),
    Rule(
        "(in|during|since|until|by|before|after|through|over) (?P<span>(the)? s=SEASON) (?!of|YEAR|COMMA YEAR)",
        "date",
        _season,
    ),
    Rule("(the)? fiscal (year)? y=YEAR", "date", _fiscal),
    Rule("code=FISCAL", "date", _fiscal),
    Rule("n=NUMERIC BC", "date", _before_christ),
)
