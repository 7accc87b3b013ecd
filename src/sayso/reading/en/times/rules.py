"""What a rule of times is, and what it may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from sayso.books.numbers import NumberBook
from sayso.books.times import TimeBook, Unit
from sayso.model.text import When
from sayso.reading.en.times import timex
from sayso.reading.en.times.tense import Tense, Tenses
from sayso.reading.en.words import BREAK, OTHER, Word

# A date without a year this near to publication is that one, whatever the tense.
NEAR_DAYS = 60
# What follows a day that is no part of a longer name ("the 22nd in", "overnight by").
AFTER_DAY = (
    "and",
    "or",
    "in",
    "at",
    "to",
    "from",
    "when",
    "but",
    "for",
    "with",
    "while",
    "by",
    "after",
    "as",
    "on",
)
# Without a tagger so many words on either side tell the tense.
_REACH = 25


class Clock(NamedTuple):
    """A time of day, still without its day. `zone` names an entry of the book; "" is none written."""

    hour: int
    minute: int
    second: int | None = None
    zone: str = ""
    sure: bool = True


class DayPart(NamedTuple):
    """A part of a day, still without its day: a TIMEX3 code such as MO."""

    code: str


Value = When | Clock | DayPart
Kind = Literal["date", "distance", "feast", "duration", "set", "reference", "clock", "part"]


class Context(NamedTuple):
    """What a time is resolved against: the day of publication, the time last named, the verb's tense.

    `moment` is the local time of publication, where it is known to the minute. `near` is the time last named where it stands in the same sentence.
    """

    today: date | None
    moment: datetime | None
    reference: When | None
    near: When | None
    book: TimeBook
    numbers: NumberBook
    tenses: Tenses


class Found(NamedTuple):
    """A pattern that matched: the words of the text, the match over them."""

    words: Sequence[Word]
    match: re.Match[str]

    def get(self, name: str) -> Word | None:
        """The word that the pattern calls so."""
        index = self.match.start(name) if name in self.match.re.groupindex else -1
        return self.words[index] if index >= 0 else None

    def lower(self, name: str) -> str:
        """That word in lower case; empty when the pattern found none."""
        word = self.get(name)
        return word.lower if word else ""

    def value(self, name: str) -> float | None:
        """The number that word says."""
        word = self.get(name)
        return word.value if word else None

    def limits(self) -> tuple[int, int]:
        """The indexes of the words that the time is made of: the group `span`, or all."""
        return self.match.span("span" if "span" in self.match.re.groupindex else 0)

    def beside(self, step: int) -> Word:
        """The word so many before (negative) or after the time; a line break beyond the text's edges."""
        first, last = self.limits()
        index = first + step if step < 0 else last - 1 + step
        return self.words[index] if 0 <= index < len(self.words) else Word(0, 0, "", "", BREAK)

    def tense(self, context: Context) -> Tense:
        """Whether the clause looks back or ahead; "since" always looks back."""
        if self.beside(-1).lower == "since":
            return "past"
        first, last = self.limits()
        told = context.tenses.at(self.words[first].start)
        if told is not None:
            return told
        return "future" if context.book.ahead.intersection(self._sentence(first, last)) else "past"

    def _sentence(self, first: int, last: int) -> list[str]:
        """The words around, to the ends of the sentence but not very far."""
        start = first
        while start > max(0, first - _REACH) and not ends_sentence(self.words[start - 1]):
            start -= 1
        while last < min(len(self.words), first + _REACH) and not ends_sentence(self.words[last]):
            last += 1
        return [word.lower for word in self.words[start:last]]


class Rule(NamedTuple):
    """A pattern of words, what kind of time it is, and how it is resolved; None: not a time after all."""

    pattern: str
    kind: Kind
    resolve: Callable[[Found, Context], Value | None]


class Item(NamedTuple):
    """A time in a text: its words [first, last), its kind and its value."""

    first: int
    last: int
    kind: Kind
    value: Value

    @property
    def is_place(self) -> bool:
        """Whether later times can be told from it ("the next day")."""
        return (
            self.kind in ("date", "distance", "feast")
            and isinstance(self.value, When)
            and self.value.start is not None
            and not (self.value.timex or "").endswith("_REF")
        )


def unit_of(found: Found, context: Context, name: str = "u") -> Unit | None:
    """The unit of time that a rule's word names, singular or plural."""
    word = found.lower(name)
    return context.book.singular.get(word) or context.book.plural.get(word)


def year_of(found: Found) -> int | None:
    """The number of the year that a rule's pattern calls `y`."""
    value = found.value("y")
    return None if value is None else int(value)


def weekday_near(number: int, found: Found, context: Context) -> When:
    """The Monday (1) … Sunday (7) that a bare weekday names.

    It lies in the six days before publication, or on that day, unless the clause looks ahead.
    """
    if context.today is None:
        return timex.unresolved(f"XXXX-WXX-{number}", "day")
    back = (context.today.isoweekday() - number) % 7
    ahead = (number - context.today.isoweekday()) % 7
    tense = found.tense(context)
    # "is defending Monday's remarks": what has a day of its own and is told in the present is mostly past.
    told = tense == "present" and found.beside(1).kind == "POSS"
    if tense in ("future", "planned", "present") and not told:
        return timex.day(context.today + timedelta(days=ahead), "publication")
    return timex.day(context.today - timedelta(days=back), "publication")


def nearest(candidates: list[date], found: Found, context: Context, today: date) -> date | None:
    """The one of a date's yearly returns that is meant: a near one, else by tense, else the nearest."""
    if not candidates:
        return None
    closest = min(candidates, key=lambda day: (abs((day - today).days), day))
    tense = found.tense(context)
    if tense in ("unknown", "planned") or abs((closest - today).days) <= NEAR_DAYS:
        return closest
    if tense in ("future", "present"):
        return min((day for day in candidates if day >= today), default=None)
    return max((day for day in candidates if day <= today), default=None)


def explicit_reference(context: Context) -> date | None:
    """The first day of the time last named, where it was written with its year.

    With a day of publication only the same sentence counts: news that names an old year in one sentence
    speaks of this one in the next.
    """
    when = context.near if context.today else context.reference
    if (
        when is None
        or when.anchor != "explicit"
        or when.precision not in ("day", "month", "instant")
    ):
        return None
    return date.fromisoformat((when.start or "")[:10])


def ends_sentence(word: Word) -> bool:
    """Whether a word is a mark that ends a sentence, or a line break."""
    return word.kind in (BREAK, "DOT") or (word.kind == OTHER and word.text in "!?…")
