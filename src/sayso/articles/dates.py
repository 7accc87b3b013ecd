"""Written dates to When, as publication lines, page metadata and JSON Lines write them.

Only full dates are read, and only where they say one thing: ``3/4/2031`` may be a day in March or in
April and is not resolved. A time of day with a known zone gives an instant in UTC; without a zone the day
is all that is known. Nothing is ever taken from the clock.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from sayso.books.times import TimeBook
from sayso.model.text import When

_CLOCK = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?(?!\w))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"\s*(?P<sign>[+\N{MINUS SIGN}-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?(?!\d)")
_DIGIT = re.compile(r"\d")
_ZONE = re.compile(r"[\s(]*(?P<name>[A-Za-z]{1,5})(?![A-Za-z])\)?")


class Written(NamedTuple):
    """A date as it was written, and the words around it that are no part of it."""

    when: When
    rest: str


class _Clock(NamedTuple):
    hour: int
    minute: int
    second: int
    offset: timedelta | None
    zone: str | None


class DateReader:
    """Reads written dates with the month and zone names of one language."""

    def __init__(self, book: TimeBook) -> None:
        self._months: Mapping[str, int] = {
            **book.months,
            **{
                short: book.months[full]
                for short, full in book.abbreviations.items()
                if full in book.months
            },
        }
        # Zones that change with the season are left out: their names alone give no offset.
        self._zones = {name: zone for name, zone in book.zones.items() if zone.summer is None}
        month = "(?P<name>" + "|".join(sorted(self._months, key=len, reverse=True)) + r")\.?"
        day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        year = r"(?P<year>\d{4})(?!\d)"
        self._forms = tuple(
            re.compile(form, re.IGNORECASE)
            for form in (
                r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
                rf"\b{month}\s*{day},?\s+{year}",
                rf"{day}(?:\s+of)?[-\s]+{month}(?:,?\s+|-){year}",
                r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])",
                r"(?<!\d)(?P<one>\d{1,2}) ?/ ?(?P<other>\d{1,2}) ?/ ?(?P<year>\d{4})(?!\d)",
                r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
            )
        )
        self._month_forms = (
            re.compile(rf"(?:^|\b){month},?\s+{year}", re.IGNORECASE),
            re.compile(r"^\s*(?P<year>\d{4})-(?P<month>\d{2})\s*$"),
        )

    def read(self, text: str) -> Written | None:
        """The first full date in a text with its time of day; None where there is none."""
        for form in self._forms:
            for match in form.finditer(text):
                day = self._day(match)
                if day is not None:
                    return self._with_clock(text, match.start(), match.end(), day)
        return self._month(text)

    def _day(self, match: re.Match[str]) -> date | None:
        found = match.groupdict()
        if "one" in found:
            one, other = int(found["one"]), int(found["other"])
            month, day = (one, other) if one <= 12 else (other, one)
            if one <= 12 and other <= 12 and one != other:
                return None
        else:
            month = self._months[found["name"].lower()] if "name" in found else int(found["month"])
            day = int(found["day"])
        try:
            return date(int(found["year"]), month, day)
        except ValueError:
            return None

    def _with_clock(self, text: str, start: int, end: int, day: date) -> Written:
        after, before = text[end:], text[:start]
        for part, glue in ((after, r"[\sT,|·•@–—-]*(?:at\s+)?"), (before, "")):
            for match in _CLOCK.finditer(part):
                if glue and not re.fullmatch(glue, part[: match.start()], re.IGNORECASE):
                    break
                clock, length = self._clock(part, match, day)
                if clock is None:
                    continue
                left, right = part[: match.start()], part[match.start() + length :]
                rest = f"{before} {left} {right}" if part is after else f"{left} {right} {after}"
                return Written(_instant(day, clock, text.strip()), rest)
        return Written(_day(day, text.strip()), f"{before} {after}")

    def _clock(self, part: str, match: re.Match[str], day: date) -> tuple[_Clock | None, int]:
        """The time of day at a match, and how many characters it takes with its zone."""
        hour, half = int(match["hour"]), (match["half"] or "").lower()
        if match["minute"] is None and not half:
            return None, 0
        if half:
            if not 1 <= hour <= 12:
                return None, 0
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        minute, second = int(match["minute"] or 0), int(match["second"] or 0)
        if hour > 23 or minute > 59 or second > 59:
            return None, 0
        end = match.end()
        offset: timedelta | None = None
        zone: str | None = None
        named = _ZONE.match(part, end)
        if named and named["name"].lower() in self._zones:
            known = self._zones[named["name"].lower()]
            end = named.end()
            if day.year >= known.first:
                zone = known.standard
                offset = _delta(zone)
        if (offset is None or not offset) and (written := _OFFSET.match(part, end)):
            sign = "+" if written["sign"] == "+" else "-"
            zone = f"{sign}{written['hours']}:{written['minutes'] or '00'}"
            offset = _delta(zone)
            end = written.end()
        return _Clock(hour, minute, second, offset, zone), end - match.start()

    def _month(self, text: str) -> Written | None:
        for form in self._month_forms:
            if match := form.search(text):
                found = match.groupdict()
                year = int(found["year"])
                month = (
                    self._months[found["name"].lower()] if "name" in found else int(found["month"])
                )
                if not 1 <= month <= 12 or year < 1:
                    continue
                last = calendar.monthrange(year, month)[1]
                when = When(
                    start=f"{year:04}-{month:02}-01",
                    end=f"{year:04}-{month:02}-{last}",
                    precision="month",
                    timex=f"{year:04}-{month:02}",
                    text=text.strip(),
                    anchor="explicit",
                )
                rest = f"{text[: match.start()]} {text[match.end() :]}"
                # Another number beside it is a day that the month does not have, or a range.
                return None if _DIGIT.search(rest) else Written(when, rest)
        return None


def _delta(offset: str) -> timedelta:
    hours, minutes = offset[1:].split(":")
    delta = timedelta(hours=int(hours), minutes=int(minutes))
    return -delta if offset.startswith("-") else delta


def _day(day: date, text: str) -> When:
    iso = day.isoformat()
    return When(start=iso, end=iso, precision="day", timex=iso, text=text, anchor="explicit")


def _instant(day: date, clock: _Clock, text: str) -> When:
    local = datetime(day.year, day.month, day.day, clock.hour, clock.minute, clock.second)  # noqa: DTZ001 (its zone comes below)
    if clock.offset is None or abs(clock.offset) >= timedelta(hours=24):
        return _day(day, text)
    try:
        utc = local.replace(tzinfo=timezone(clock.offset)).astimezone(UTC)
    except OverflowError:
        return _day(day, text)
    iso = utc.isoformat(timespec="seconds").replace("+00:00", "Z")
    timex = local.isoformat(timespec="seconds" if clock.second else "minutes")
    return When(
        start=iso,
        end=iso,
        zone=clock.zone,
        precision="instant",
        timex=timex,
        text=text,
        anchor="explicit",
    )
