"""Calendar rules that dates follow: Easter, the N-th weekday, summer time, offsets."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

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
    """The N-th Monday (1) … Sunday (7) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def feast(rule: str, year: int) -> date:
    """The day of a feast in a year: ``MM-DD``, ``nth WEEKDAY MM N`` or ``easter DAYS``."""
    how, *numbers = rule.split()
    if how == "nth":
        weekday, month, number = map(int, numbers)
        return nth_weekday(year, month, weekday, number)
    if how == "easter":
        return easter(year) + timedelta(days=int(numbers[0]))
    month, day = map(int, how.split("-"))
    return date(year, month, day)


def offset_of(zone: Zone, moment: datetime) -> str | None:
    """A zone's offset at a local date and time; None before the first year that the book knows."""
    if moment.year < zone.first:
        return None
    if zone.summer is None:
        return zone.standard
    year = moment.year
    if zone.rule == "us":
        start = datetime.combine(nth_weekday(year, 3, 7, 2), datetime.min.time()) + timedelta(
            hours=2
        )
        end = datetime.combine(nth_weekday(year, 11, 7, 1), datetime.min.time()) + timedelta(
            hours=2
        )
    else:
        # The whole of Europe changes at 01:00 UTC.
        local = as_timezone(zone.standard).utcoffset(None) + timedelta(hours=1)
        start = datetime.combine(_last_sunday(year, 3), datetime.min.time()) + local
        end = (
            datetime.combine(_last_sunday(year, 10), datetime.min.time())
            + local
            + timedelta(hours=1)
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


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)
