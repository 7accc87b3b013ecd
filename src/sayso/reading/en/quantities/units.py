"""Money and measures: numbers with an ISO 4217 code or the symbol of a unit."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.en.quantities.counts import is_plural
from sayso.reading.en.quantities.text import NumberAt, Seen, about, glued, unit_at
from sayso.reading.en.words import Word

# Words [first, last), unit and value of a quantity.
Found = tuple[int, int, str | None, float | None]


def money(seen: Seen, number: NumberAt) -> Found | None:
    """Money by its sign ("$2.3bn") or its name ("two Jordanian dinars"); None where it is no money."""
    words, book = seen.words, seen.book
    first, last, value = number
    if (
        first
        and words[first - 1].lower in book.signs
        and words[first - 1].end == words[first].start
    ):
        sign = words[first - 1].lower
        first -= 1
        before = words[first - 1] if first else None
        if before and before.end == words[first].start and before.lower + sign in book.signs:
            first, sign = first - 1, before.lower + sign
        scale = glued(seen, last, book.glued_scales)
        if scale is not None:
            value = None if value is None else value * scale
            last += 1
        return about(seen, first), last, seen.shared.get(sign, book.signs[sign]), value
    at = last + 1 if _joins(words, last, value) else last
    scale = glued(seen, at, book.glued_scales)
    scaled = at + 1 if scale is not None else at
    unit = unit_at(seen, scaled, book.money)
    if unit is None:
        return None
    total = value if value is None or scale is None else value * scale
    return about(seen, first), unit[1], unit[0], total


def _joins(words: Sequence[Word], index: int, value: float | None) -> bool:
    """Whether "of" behind a vague number, or a hyphen ("a 40-million-euro loan"), leads to the unit."""
    if index >= len(words):
        return False
    return words[index].kind == "HYPHEN" or (value is None and words[index].lower == "of")


def fraction(seen: Seen, number: NumberAt) -> Found | None:
    """A share told as a fraction, "two-thirds of": a number between 0 and 1 with the unit "fraction"."""
    words = seen.words
    at = number.last
    at += at < len(words) and words[at].kind == "HYPHEN"
    if number.value is None or number.value < 1 or at >= len(words):
        return None
    parts = seen.book.parts.get(words[at].lower.removesuffix("s"))
    plural = words[at].lower.endswith("s") == (number.value > 1)
    if parts is None or not plural or number.value >= parts:
        return None
    return about(seen, number.first), at + 1, "fraction", round(number.value / parts, 4)


def measure(seen: Seen, number: NumberAt) -> Found | None:
    """A share or a measure: "30%", "300 km", "50m"; None where no unit follows."""
    words = seen.words
    first, last, value = number
    if last < len(words) and words[last].kind == "PERCENT":
        return about(seen, first), last + 1, "percent", value
    at = last + 1 if last < len(words) and words[last].text in ("-", "‑") else last
    if value is None and at < len(words) and words[at].lower == "of":
        at += 1
    unit = unit_at(seen, at, seen.book.measures)
    if unit is None and at == last:
        symbol = glued(seen, at, seen.book.glued_measures)
        counted = symbol is not None and is_plural(seen, at + 1)
        unit = (symbol, at + 1) if symbol is not None and not counted else None
    return None if unit is None else (about(seen, first), unit[1], unit[0], value)
