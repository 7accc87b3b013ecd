"""Days at which a scale of time is marked."""

from __future__ import annotations

from datetime import date, timedelta

_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def days_to_mark(first: date, last: date, most: int) -> tuple[date, ...]:
    """At most `most` days from `first` to `last`, evenly apart; firsts of months or years where that is wide."""
    for found in (
        *(_every_day(first, last, step) for step in _DAYS),
        *(_every_month(first, last, step) for step in _MONTHS),
        *(_every_month(first, last, 12 * step) for step in _YEARS),
    ):
        if len(found) <= most:
            return found
    return (first,)


def _every_day(first: date, last: date, step: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(step, (last - first).days, step))


def _every_month(first: date, last: date, step: int) -> tuple[date, ...]:
    """Firsts of months, counted from the year 0, so that steps of a year begin with January."""
    start = -(-(first.year * 12 + first.month) // step) * step
    end = last.year * 12 + last.month - 1
    return tuple(date(month // 12, month % 12 + 1, 1) for month in range(start, end + 1, step))
