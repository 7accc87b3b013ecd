"""What records are found by: whoever has a part in them, their days, and words without case and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

import msgspec

from sayso.model.collation import ClaimRecord
from sayso.model.text import Article, Party, Span, When

S = TypeVar("S", bound=msgspec.Struct)

# Whoever is only spoken to has no part in what is said.
_NO_PART = frozenset({"addressees"})


def parties_of(record: ClaimRecord) -> Iterator[Party]:
    """Whoever has a part in a record: those it names, and the links of its chain."""
    return (party for _, party in placed_parties(record))


def placed_parties(record: ClaimRecord) -> Iterator[tuple[str, Party]]:
    """The same, each with the field of the record that it stands in (``speaker``, ``chain`` …)."""
    for name in _holding(Party, type(record)):
        if name not in _NO_PART:
            for party in _all(Party, getattr(record, name)):
                yield name, party


def everybody(record: msgspec.Struct) -> Iterator[Party]:
    """Whoever a record names, also those that are only spoken to."""
    return iter(_all(Party, record))


def spans_of(value: object) -> Iterator[Span]:
    """All spans in a record, wherever they stand: its evidence, its parties', its chain's."""
    return iter(_all(Span, value))


def _all(kind: type[S], value: object) -> list[S]:
    found: list[S] = []
    _collect(kind, value, found)
    return found


def _collect(kind: type[S], value: object, found: list[S]) -> None:
    if isinstance(value, kind):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(kind, item, found)
    elif isinstance(value, msgspec.Struct):
        for name in _holding(kind, type(value)):
            _collect(kind, getattr(value, name), found)


@cache
def _holding(kind: type[msgspec.Struct], struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct that can have one of that kind somewhere, by their types."""
    return tuple(
        field.name
        for field in msgspec.structs.fields(struct)
        if _can_hold(kind, field.type, frozenset((struct,)))
    )


def _can_hold(kind: type[msgspec.Struct], hint: Any, above: frozenset[type]) -> bool:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return issubclass(hint, kind) or (
            hint not in above
            and any(
                _can_hold(kind, field.type, above | {hint})
                for field in msgspec.structs.fields(hint)
            )
        )
    return any(_can_hold(kind, part, above) for part in get_args(hint))


def named(party: Party) -> str:
    """All that a party is called: its name, its full name and its role."""
    return " ".join(filter(None, (party.name, party.resolved, party.role)))


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
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def meet(a: Span, b: Span) -> bool:
    """Whether two pieces of evidence have words in common."""
    return (a.article, a.part) == (b.article, b.part) and a.start < b.end and b.start < a.end
