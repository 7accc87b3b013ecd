"""Days at which a scale of time is marked."""

from __future__ import annotations

from datetime import date, timedelta

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def days_to_mark(first: date, last: date, most: int) -> tuple[date, ...]:
    """At most `most` days from `first` to `last`, evenly apart; firsts of months or years where that is wide."""
    days = (last - first).days
    for step in _DAYS:
        if days <= step * (most + 1):
            return tuple(first + timedelta(days=n) for n in range(step, days, step))
    for step in (*_MONTHS, *(12 * years for years in _YEARS)):
        start = -(-(first.year * 12 + first.month) // step) * step
        end = last.year * 12 + last.month - 1
        if (end - start) // step < most:
            return tuple(_month(number) for number in range(start, end + 1, step))
    return (first,)


def _month(number: int) -> date:
    """The first of a month, counted from the year 0, so that steps of a year begin with January."""
    return date(number // 12, number % 12 + 1, 1)
