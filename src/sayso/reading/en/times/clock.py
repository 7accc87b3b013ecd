"""Times of day, and how they join a day: "6:21 AM EDT, March 24, 2024" is one instant in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sayso.books.times import TimeBook, Zone
from sayso.model.text import Anchor, When
from sayso.reading.en.times import timex
from sayso.reading.en.times.calendar import as_timezone, offset_of
from sayso.reading.en.times.rules import Clock, Context, Found, Rule, Value
from sayso.reading.en.words import CLOCK, Word


def _clock(found: Found, context: Context) -> Clock | None:
    """Reads "6:21", "9 a.m.", "14:30 GMT", "1430 GMT", "3 p.m. Moscow time"."""
    word = found.get("c")
    if word is None:
        return None
    zone = found.get("z")
    city = found.get("city")
    if zone is not None and not zone.text.replace(".", "").isupper():
        return None
    if city is not None and not city.capital:
        return None
    parts = _parts(word)
    if parts is None:
        return None
    hour, minute, second = parts
    half = found.lower("h").replace(".", "").replace(" ", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    named = zone.lower if zone else f"{city.lower} time" if city else ""
    sure = (
        bool(half or named or found.get("sharp"))
        or found.beside(-1).lower in context.book.before_clock
    )
    return Clock(hour, minute, second, named, sure)


def _parts(word: Word) -> tuple[int, int, int | None] | None:
    text = word.text
    if word.kind == CLOCK:
        hour, minute, *second = map(int, text.split(":"))
        return hour, minute, second[0] if second else None
    if text.isdigit() and len(text) == 4:
        return int(text[:2]), int(text[2:]), None
    if text.isdigit() and len(text) <= 2:
        return int(text), 0, None
    if text.isalpha() and word.value is not None:
        return int(word.value), 0, None
    hours, dot, minutes = text.partition(".")
    if dot and len(minutes) == 2:
        return int(hours), int(minutes), None
    return None


def _named(found: Found, context: Context) -> Clock | None:
    return Clock(context.book.hours[found.words[found.limits()[0]].lower], 0)


def _stamp(found: Found, _context: Context) -> Value | None:
    """An ISO date, alone or with its time and offset."""
    text = found.words[found.limits()[0]].text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.year not in timex.YEARS:
        return None
    if len(text) == 10:
        return timex.day(moment.date())
    written = f"T{text[11:16]}"
    if moment.tzinfo is None:
        return timex.day(moment.date(), "explicit", written)
    return _instant(moment, text[10:].lstrip("T "), "explicit", f"{text[:10]}{written}")


def _instant(moment: datetime, written: str, anchor: Anchor, value: str) -> When:
    utc = moment.astimezone(UTC)
    offset = written[-6:] if written[-6:-5] in "+-" else "+00:00"
    start = f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
    return When(
        start=start, end=start, zone=offset, precision="instant", timex=value, anchor=anchor
    )


def joined(when: When, clock: Clock, book: TimeBook) -> When:
    """A day and a time of it. With a zone an instant in UTC; without, the day is all that is known."""
    if when.start is None or when.precision != "day":
        written = f"{clock.hour:02}:{clock.minute:02}"
        day_value = when.timex if when.timex and len(when.timex) == 10 else "XXXX-XX-XX"
        return timex.unresolved(f"{day_value}T{written}", "instant")
    day = date.fromisoformat(when.start)
    value = f"{day.isoformat()}T{clock.hour:02}:{clock.minute:02}"
    if clock.second is not None:
        value += f":{clock.second:02}"
    zone = _zone(clock.zone, book)
    midnight = datetime.combine(day, datetime.min.time())
    local = midnight + timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second or 0)
    offset = offset_of(zone, local) if zone else None
    if offset is None:
        return timex.day(day, when.anchor, value[10:])
    return _instant(local.replace(tzinfo=as_timezone(offset)), offset, when.anchor, value)


def _zone(name: str, book: TimeBook) -> Zone | None:
    if name.endswith(" time"):
        return book.city_zones.get(name.removesuffix(" time"))
    return book.zones.get(name)


CLOCK_RULES = (
    Rule("ISO", "date", _stamp),
    Rule("c=TIMELIKE h=MERIDIEM", "clock", _clock),
    Rule("c=TIMELIKE h=MERIDIEM (OPEN)? z=ZONE (CLOSE)?", "clock", _clock),
    Rule("c=TIMELIKE h=MERIDIEM local time", "clock", _clock),
    Rule("c=TIMELIKE h=MERIDIEM city=CITY (standard|daylight)? time", "clock", _clock),
    Rule("c=TIMELIKE o OTHER sharp=clock (h=MERIDIEM)?", "clock", _clock),
    Rule("c=CLOCK", "clock", _clock),
    Rule("c=CLOCK (hours)? z=ZONE", "clock", _clock),
    Rule("c=CLOCK (hours)? local time", "clock", _clock),
    Rule("c=CLOCK (hours)? city=CITY time", "clock", _clock),
    Rule("c=FOUR (hours)? z=ZONE", "clock", _clock),
    Rule("c=FOUR (hours)? city=CITY time", "clock", _clock),
    Rule("HOUR", "clock", _named),
)
