"""Which records are wanted: who has a part in them, what they are about, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from sayso.model.collation import ClaimRecord
from sayso.model.finding import day_range, fold, named, parties_of
from sayso.model.ledger import Statement
from sayso.model.text import Article

_WORD = re.compile(r"\w+")


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

    @property
    def who_words(self) -> tuple[str, ...]:
        """The words of `who`, without case and accents."""
        return words_of(self.who or "")

    def meets(self, record: ClaimRecord, article: Article) -> bool:
        """Whether the record is wanted."""
        return self.concerns(record) and self.in_time(day_range(record, article))

    def concerns(self, record: ClaimRecord) -> bool:
        """Whether it is about whom and what is asked for, whatever the time."""
        spans = record.content if isinstance(record, Statement) else record.spans
        return stands_in(self.who, map(named, parties_of(record))) and stands_in(
            self.about, [" ".join(span.text for span in spans)]
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


def stands_in(words: str | None, texts: Iterable[str]) -> bool:
    """Whether all the words stand in one of the texts."""
    if words is None:
        return True
    wanted = set(words_of(words))
    return any(wanted <= set(words_of(text)) for text in texts)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case and accents."""
    return tuple(_WORD.findall(fold(text)))
