"""Times as values: from calendar facts to a When with bounds, precision and TIMEX3 value.

Values follow ISO-TimeML (ISO 24617-1): ``2024-03-24``, ``2024-W12``, ``2024-Q1``, ``2024-SU``, ``199``
for a decade, ``P3M`` for a duration, ``PAST_REF`` for a vague past. Bounds are ISO dates, both inclusive.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from sayso.model.text import Anchor, When

# The years that are read as years of events. Far enough from the calendar's ends to count from them.
YEARS = range(1000, 2200)

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def bounded(
    start: date, end: date, precision: str, timex: str | None, anchor: Anchor = "explicit"
) -> When:
    """A time with both bounds; `precision` is one of When's."""
    return When(
        start=start.isoformat(),
        end=end.isoformat(),
        precision=precision,  # type: ignore[arg-type]  # callers pass literals
        timex=timex,
        anchor=anchor,
    )


def unresolved(timex: str | None = None, precision: str | None = None) -> When:
    """A time that cannot be placed: no bounds, never a guess."""
    return When(timex=timex, precision=precision)  # type: ignore[arg-type]  # callers pass literals


def day(value: date, anchor: Anchor = "explicit", suffix: str = "") -> When:
    """A day; `suffix` is a part of it, such as ``TMO`` or ``T09:00``."""
    return bounded(value, value, "day", value.isoformat() + suffix, anchor)


def week(value: date, anchor: Anchor = "explicit") -> When:
    """The ISO week, Monday to Sunday, that a day lies in."""
    year, number, weekday = value.isocalendar()
    monday = value - timedelta(days=weekday - 1)
    return bounded(monday, monday + timedelta(days=6), "week", f"{year:04}-W{number:02}", anchor)


def weekend(value: date, anchor: Anchor = "explicit") -> When:
    """The Saturday and Sunday of the ISO week that a day lies in."""
    year, number, weekday = value.isocalendar()
    saturday = value + timedelta(days=6 - weekday)
    return bounded(
        saturday, saturday + timedelta(days=1), "range", f"{year:04}-W{number:02}-WE", anchor
    )


def month(year: int, number: int, anchor: Anchor = "explicit") -> When:
    """A calendar month."""
    first, last = month_bounds(year, number)
    return bounded(first, last, "month", f"{year:04}-{number:02}", anchor)


def quarter(year: int, number: int, anchor: Anchor = "explicit") -> When:
    """A quarter of a calendar year, 1 to 4."""
    first, _ = month_bounds(year, 3 * number - 2)
    _, last = month_bounds(year, 3 * number)
    return bounded(first, last, "quarter", f"{year:04}-Q{number}", anchor)


def half(year: int, number: int, anchor: Anchor = "explicit") -> When:
    """A half of a calendar year, 1 or 2."""
    first, _ = month_bounds(year, 6 * number - 5)
    _, last = month_bounds(year, 6 * number)
    return bounded(first, last, "range", f"{year:04}-H{number}", anchor)


def season(year: int, code: str, anchor: Anchor = "explicit") -> When:
    """A season of the northern half of the earth, whole months; winter starts in December of its year."""
    start = _SEASON_START[code]
    first, _ = month_bounds(year, start)
    _, last = month_bounds(year + (start == 12), (start + 1) % 12 + 1)
    return bounded(first, last, "season", f"{year:04}-{code}", anchor)


def year(number: int, anchor: Anchor = "explicit") -> When:
    """A calendar year."""
    return bounded(date(number, 1, 1), date(number, 12, 31), "year", f"{number:04}", anchor)


def decade(number: int, anchor: Anchor = "explicit") -> When:
    """Ten years by their first three digits: 199 is 1990 to 1999."""
    first = date(10 * number, 1, 1)
    return bounded(first, date(10 * number + 9, 12, 31), "range", f"{number:03}", anchor)


def century(ordinal: int, anchor: Anchor = "explicit") -> When:
    """The N-th century, 1801 to 1900 for the 19th; its TIMEX3 value is the years' first two digits."""
    first = date(100 * ordinal - 99, 1, 1)
    return bounded(first, date(100 * ordinal, 12, 31), "range", f"{ordinal - 1:02}", anchor)


def span(first: When, last: When, anchor: Anchor = "explicit") -> When:
    """From the start of one time to the end of another; TIMEX3 has no value for it."""
    return When(start=first.start, end=last.end, precision="range", anchor=anchor)


def duration(amount: float | None, code: str) -> str:
    """The TIMEX3 value of a length: ``P3M``, ``PT24H``, ``P1.5Y``; ``PXD`` for "several days".

    `code` is a unit's designator, with T before units below a day, or a number before it ("2W").
    """
    prefix, letters = ("PT", code[1:]) if code.startswith("T") else ("P", code)
    if amount is None:
        return f"{prefix}X{letters.lstrip('0123456789')}"
    digits = letters[: len(letters) - len(letters.lstrip("0123456789"))]
    total = amount * int(digits or 1)
    return (
        f"{prefix}{total:g}{letters[len(digits) :]}"
        if total < 1e6
        else f"{prefix}{total:.0f}{letters}"
    )


def month_bounds(year_number: int, number: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return (
        date(year_number, number, 1),
        date(year_number, number, monthrange(year_number, number)[1]),
    )


def add_months(value: date, amount: int) -> date:
    """The same day so many months on, or the month's last where it is shorter; ValueError outside years 1 to 9999."""
    index = value.year * 12 + value.month - 1 + amount
    if not 12 <= index < 120000:
        raise ValueError(f"no such month: {amount} months from {value}")
    number, zero_based = divmod(index, 12)
    return value.replace(
        year=number,
        month=zero_based + 1,
        day=min(value.day, monthrange(number, zero_based + 1)[1]),
    )


def shifted(origin: date, code: str, amount: float, anchor: Anchor) -> When | None:
    """The time that lies so many units from a day, as exact as the unit; None where that has no meaning.

    >>> shifted(date(2024, 3, 24), "M", -2, "publication").timex
    '2024-01'
    """
    if code in ("D", "W", "2W", "WE"):
        days = amount * {"D": 1, "W": 7, "2W": 14, "WE": 7}[code]
        if days != int(days) or abs(days) > 400000:
            return None
        moved = _within(origin, int(days))
        make = {"D": day, "WE": weekend}.get(code, week)
        return make(moved, anchor) if moved else None
    return _shifted_months(origin, code, amount, anchor)


def _shifted_months(origin: date, code: str, amount: float, anchor: Anchor) -> When | None:
    months = amount * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(code, 0)
    if code.startswith("T") or months != int(months):
        return None
    try:
        moved = add_months(origin, int(months))
    except ValueError:
        return None
    if code == "M":
        return month(moved.year, moved.month, anchor)
    if code == "Q":
        return quarter(moved.year, (moved.month + 2) // 3, anchor)
    if code == "DE":
        return decade(moved.year // 10, anchor) if moved.year >= 10 else None
    if code == "CE":
        return century((moved.year + 99) // 100, anchor) if moved.year <= 9900 else None
    return year(moved.year, anchor)


def _within(origin: date, days: int) -> date | None:
    ordinal = origin.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
