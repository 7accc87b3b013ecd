"""Number words of a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sayso.books.entries import Entry
from sayso.books.load import read_book


class NumberBook(NamedTuple):
    """Words for numbers: `small` add up, `scales` multiply, `ordinals` count places.

    A number behind one of `labels` names something ("Article 9").
    """

    small: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    prefixes: frozenset[str]
    articles: frozenset[str]
    labels: frozenset[str]


class _Joining(Entry, frozen=True, kw_only=True):
    prefixes: frozenset[str]
    articles: frozenset[str]
    labels: frozenset[str]


class _Numbers(Entry, frozen=True, kw_only=True):
    source: str
    small: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    joining: _Joining


@cache
def load_numbers(language: str = "en") -> NumberBook:
    """The number words of a language; BookError where an entry is broken or Sayso has no book of it."""
    book = read_book(language, "numbers", _Numbers)
    joining = book.joining
    return NumberBook(
        book.small, book.scales, book.ordinals, joining.prefixes, joining.articles, joining.labels
    )
