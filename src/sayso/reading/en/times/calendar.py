"""Calendar rules that dates follow: Easter, the N-th weekday, summer time, offsets."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone

from sayso.books.times import Zone

_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    leaps, shift = divmod(hundreds, 4)
    moon = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - leaps - moon + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * shift + 2 * quarter - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The N-th Monday (1) … Sunday (7) of a month; counted from its end where N is negative.

    ValueError where the month has no such day.
    """
    length = monthrange(year, month)[1]
    if number < 0:
        last = date(year, month, length)
        day = length - (last.isoweekday() - weekday) % 7 + 7 * (number + 1)
    else:
        day = (weekday - date(year, month, 1).isoweekday()) % 7 + 1 + 7 * (number - 1)
    return date(year, month, day)


def feast(rule: str, year: int) -> date:
    """The day of a feast in a year: ``MM-DD``, ``nth WEEKDAY MM N [DAYS after]`` or ``easter DAYS``."""
    how, *numbers = rule.split()
    if how == "nth":
        weekday, month, number, *days = map(int, numbers)
        return nth_weekday(year, month, weekday, number) + timedelta(days=sum(days))
    if how == "easter":
        return easter(year) + timedelta(days=int(numbers[0]))
    month, day = map(int, how.split("-"))
    return date(year, month, day)


def offset_of(zone: Zone, moment: datetime) -> str | None:
    """A zone's offset at a local date and time; None before the first year that the book knows."""
    if moment.year < zone.first:
        return None
    rule = next((rule for rule in zone.rules if rule.first <= moment.year <= rule.last), None)
    if zone.summer is None or rule is None:
        return zone.standard
    offsets = (zone.standard, zone.summer) if rule.utc else ("Z", "Z")
    start, end = (
        datetime.combine(feast(day, moment.year), time(rule.hour))
        + as_timezone(offset).utcoffset(None)
        for day, offset in zip((rule.start, rule.end), offsets, strict=True)
    )
    return zone.summer if start <= moment < end else zone.standard


def as_timezone(offset: str) -> timezone:
    """A written offset, ``+03:00``, ``-0400`` or ``Z``, as a timezone; ValueError when it is none."""
    if offset in ("Z", "z"):
        return UTC
    match = _OFFSET.fullmatch(offset)
    if not match or int(match[2]) > 23 or int(match[3]) > 59:
        raise ValueError(f"not an offset from UTC: {offset!r}")
    delta = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-delta if match[1] == "-" else delta)
