"""Which records are wanted: who has a part in them, what they are about, and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from sayso.model.collation import ClaimRecord
from sayso.model.ledger import Statement
from sayso.model.text import Article, Party, When

_WORD = re.compile(r"\w+")

# Whoever is only spoken to has no part in what is said.
_NO_PART = frozenset({"addressees"})


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a record must meet. Words match whole words, without regard to case and accents.

    `who` must stand in one party's name and role, `about` in the evidence. `since` and `until` (both
    inclusive) are ISO dates. They are held against the record's own time, else its article's
    publication; a record with neither does not meet them.
    """

    who: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether a time is asked for."""
        return self.since is not None or self.until is not None

    def meets(self, record: ClaimRecord, article: Article) -> bool:
        """Whether the record is wanted."""
        spans = record.content if isinstance(record, Statement) else record.spans
        return (
            stands_in(self.who, map(_named, parties_of(record)))
            and stands_in(self.about, [" ".join(span.text for span in spans)])
            and self.in_time(day_range(record, article))
        )

    def in_time(self, days: tuple[str, str] | None) -> bool:
        """Whether first and last possible day touch the time that is asked for."""
        if not self.dated:
            return True
        if days is None:
            return False
        return (self.since is None or days[1] >= self.since) and (
            self.until is None or days[0] <= self.until
        )


def parties_of(record: ClaimRecord) -> Iterator[Party]:
    """Whoever has a part in a record: those it names, and the links of its chain."""
    for name in record.__struct_fields__:
        if name not in _NO_PART:
            yield from _parties(getattr(record, name))


def _parties(value: object) -> Iterator[Party]:
    if isinstance(value, Party):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _parties(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _parties(getattr(value, name))


def day_range(record: ClaimRecord, article: Article) -> tuple[str, str] | None:
    """First and last possible day of a record (ISO dates), or None where nothing tells."""
    for when in (record.when, article.published):
        days = days_of(when)
        if days is not None:
            return days
    return None


def days_of(when: When | None) -> tuple[str, str] | None:
    """First and last possible day of a time (ISO dates), or None where it is not resolved."""
    if when is None or (when.start is None and when.end is None):
        return None
    return (when.start or "0001-01-01")[:10], (when.end or "9999-12-31")[:10]


def fold(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def _named(party: Party) -> str:
    return " ".join(filter(None, (party.name, party.resolved, party.role)))


def stands_in(words: str | None, texts: Iterable[str]) -> bool:
    """Whether all the words stand in one of the texts."""
    if words is None:
        return True
    wanted = set(_WORD.findall(fold(words)))
    return any(wanted <= set(_WORD.findall(fold(text))) for text in texts)
