"""How long: durations ("for three months"), some of which end or start at publication."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.relative import AMOUNT, amount
from sayso.reading.en.times.rules import Context, Found, Rule, unit_of, year_of

_HALVES = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def _lasting(timex_value: str) -> When:
    return When(precision="duration", timex=timex_value)


def _duration(found: Found, context: Context) -> When | None:
    """Reads "three months", "two-day", "41-year-old", "several weeks"."""
    unit = unit_of(found, context)
    article = found.get("a")
    if unit is None or (article and unit.name in ("second", "quarter", "weekend")):
        return None
    if found.get("v") and found.beside(-1).lower == "as":
        # "The second time in as many weeks" counts what was named before.
        return None
    if article and found.lower("u") in context.book.plural:
        return None
    if article and unit.code.startswith("T") and found.beside(-1).lower in context.book.speeds:
        return None
    if unit.name == "quarter" and found.beside(1).lower == "of":
        return None
    if found.lower("u") == "second" and found.beside(1).kind == "HYPHEN":
        return None  # "twelve second-hand jets"
    number = amount(found)
    if number is None and found.lower("u") not in context.book.plural:
        return None
    if found.get("half") and number is not None:
        number += 0.5
    return _lasting(timex.duration(number, unit.code))


def _half(found: Found, context: Context) -> When | None:
    unit = unit_of(found, context)
    if unit is None:
        return None
    return _lasting(_HALVES.get(unit.code) or timex.duration(0.5, unit.code))


def _units(found: Found, context: Context) -> When | None:
    """Reads "for years", "decades-long": a length that is not told."""
    unit = unit_of(found, context)
    if unit is None or unit.code in ("TS", "Q", "WE") or _is_kind(found, context):
        return None
    return _lasting(timex.duration(None, unit.code))


def _is_kind(found: Found, context: Context) -> bool:
    """Whether a bare plural is said to be of a kind or somebody's: "office hours", "our early days"."""
    before = found.beside(-1)
    token = context.tenses.token(before.start)
    if before.kind == "POSS" or before.lower == "those":
        return True
    if before.lower in context.book.approximate:
        return False
    return token is not None and token.tag in ("JJ", "JJS", "PRP$", "NN", "NNP", "POS", "VBG")


def _one_unit(found: Found, context: Context) -> When | None:
    unit = unit_of(found, context)
    return _lasting(timex.duration(1, unit.code)) if unit else None


def _and_half(found: Found, context: Context) -> When | None:
    """Reads "the past year and a half"."""
    unit = unit_of(found, context)
    return _lasting(timex.duration(1.5, unit.code)) if unit else None


def _quarter_century(_found: Found, _context: Context) -> When:
    return _lasting(timex.duration(25, "Y"))


def _framed(found: Found, context: Context) -> When | None:
    """Reads "the past two years", "the next few days": a length that ends or starts at publication."""
    unit = unit_of(found, context)
    if unit is None or unit.name == "weekend":
        return None
    plural = found.lower("u") in context.book.plural
    number = amount(found)
    if number is None and not plural:
        number = 1
    value = timex.duration(number, unit.code)
    frame = found.lower("f")
    if number is None or context.today is None or number != int(number):
        return _lasting(value)
    sign = (frame in context.book.frames_ahead) - (frame in context.book.frames_back)
    other = _moved(context.today, unit.code, sign * int(number))
    if sign == 0 or other is None:
        return _lasting(value)
    start, end = sorted((context.today, other))
    return timex.bounded(start, end, "range", value, "publication")


def _part_of_frame(found: Found, context: Context) -> When | None:
    """Reads "the first six months of 2008": a length whose bounds the year gives."""
    unit = unit_of(found, context)
    number = found.value("n")
    if unit is None or number is None:
        return None
    value = timex.duration(number, unit.code)
    whole = _whole(found, context)
    frame = found.lower("f")
    if whole is None or whole.start is None or whole.end is None or number != int(number):
        return _lasting(value)
    first, last = date.fromisoformat(whole.start), date.fromisoformat(whole.end)
    one = timedelta(days=1)
    if frame in context.book.frames_first:
        end = _moved(first, unit.code, int(number))
        return timex.bounded(first, end - one, "range", value, whole.anchor) if end else None
    if frame in context.book.frames_last:
        start = _moved(last + one, unit.code, -int(number))
        return timex.bounded(start, last, "range", value, whole.anchor) if start else None
    return _lasting(value)


def _whole(found: Found, context: Context) -> When | None:
    """The year, or other unit, that a part is taken of."""
    if (year := year_of(found)) is not None:
        return timex.year(year)
    unit = unit_of(found, context, "t")
    if unit is None or context.today is None:
        return None
    step = context.book.steps.get(found.lower("r"), 0)
    return timex.shifted(context.today, unit.code, step, "publication")


def _moved(today: date, code: str, number: int) -> date | None:
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(code)
    days = {"D": 1, "W": 7, "2W": 14}.get(code)
    try:
        if months:
            return timex.add_months(today, months * number)
        return today + timedelta(days=days * number) if days else None
    except (ValueError, OverflowError):
        return None


def _recent(_found: Found, context: Context) -> When | None:
    """Reads "in recent years": some time before publication."""
    return reference("PAST_REF", context)


def reference(value: str, context: Context) -> When:
    """A vague time seen from publication: its open bounds, where publication is known."""
    today = context.today.isoformat() if context.today else None
    return When(
        start=None if value == "PAST_REF" else today,
        end=None if value == "FUTURE_REF" else today,
        precision="day" if value == "PRESENT_REF" else "range",
        timex=value,
        anchor="publication" if today else "none",
    )


def _long(found: Found, context: Context) -> When | None:
    return _lasting(context.book.lasting[found.words[found.limits()[0]].lower])


LENGTH_RULES = (
    Rule(
        f"{AMOUNT} (HYPHEN)? (CONSECUTIVE)? u=ANYUNIT ((HYPHEN)? OLDLONG)? (half=and ARTICLE half)?",
        "duration",
        _duration,
    ),
    Rule("the n=NUMERIC u=UNITS", "duration", _duration),
    Rule("half ARTICLE u=UNIT", "duration", _half),
    Rule("(ARTICLE)? quarter (HYPHEN|of ARTICLE)? century", "duration", _quarter_century),
    Rule("ARTICLE half (HYPHEN)? u=UNIT", "duration", _half),
    Rule("half HYPHEN u=UNIT", "duration", _half),
    Rule("u=UNITS ((HYPHEN)? OLDLONG)?", "duration", _units),
    Rule("u=UNIT HYPHEN OLDLONG", "duration", _one_unit),
    Rule("all u=UNIT", "duration", _one_unit),
    Rule("the (entire|whole) u=UNIT", "duration", _one_unit),
    Rule(f"(the)? f=FRAME {AMOUNT} (CONSECUTIVE)? u=ANYUNIT", "duration", _framed),
    Rule(
        "(the)? f=FRAME n=NUMERIC u=UNITS of ((the|r=THISLAST) t=UNIT|y=YEAR)",
        "duration",
        _part_of_frame,
    ),
    Rule("the f=FRAME u=ANYUNIT", "duration", _framed),
    Rule("the FRAME u=UNIT half=and ARTICLE half", "duration", _and_half),
    Rule("f=FRAME u=UNITS", "duration", _framed),
    Rule("recent u=UNITS", "reference", _recent),
    Rule("LASTING", "duration", _long),
)
