"""Which statements are wanted: who speaks, what about, and when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import msgspec

from sayso.model.ledger import Statement
from sayso.model.text import Article, Party, When

_WORD = re.compile(r"\w+")


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement must meet. Words match whole words, without regard to case and accents.

    `since` and `until` (both inclusive) are ISO dates. They are held against the statement's own time,
    else its article's publication; a statement with neither does not meet them.
    """

    who: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether a time is asked for."""
        return self.since is not None or self.until is not None

    def meets(self, statement: Statement, article: Article) -> bool:
        """Whether the statement is wanted."""
        return (
            _within(self.who, _names(statement))
            and _within(self.about, (span.text for span in statement.content))
            and self._in_time(day_range(statement, article))
        )

    def _in_time(self, days: tuple[str, str] | None) -> bool:
        if not self.dated:
            return True
        if days is None:
            return False
        return (self.since is None or days[1] >= self.since) and (
            self.until is None or days[0] <= self.until
        )


def day_range(statement: Statement, article: Article) -> tuple[str, str] | None:
    """First and last possible day of a statement (ISO dates), or None where nothing tells."""
    for when in (statement.when, article.published):
        days = _days(when)
        if days is not None:
            return days
    return None


def fold(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def _days(when: When | None) -> tuple[str, str] | None:
    if when is None or (when.start is None and when.end is None):
        return None
    return (when.start or "0001-01-01")[:10], (when.end or "9999-12-31")[:10]


def _names(statement: Statement) -> Iterable[str]:
    parties: list[Party | None] = [statement.speaker, *(link.party for link in statement.chain)]
    for party in parties:
        if party is not None:
            yield " ".join(filter(None, (party.name, party.resolved, party.role)))


def _within(words: str | None, texts: Iterable[str]) -> bool:
    """Whether all the words stand in one of the texts."""
    if words is None:
        return True
    wanted = set(_WORD.findall(fold(words)))
    return any(wanted <= set(_WORD.findall(fold(text))) for text in texts)
