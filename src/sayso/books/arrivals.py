"""The book of arrivals: words by which it may be told that a weapon is where it was to go."""

from __future__ import annotations

from functools import cache

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book


class ArrivalBook(Entry, frozen=True, kw_only=True):
    """`arrived` and `kinds` are in lower case: these end a weapon's name and say nothing of it.

    `unreal` are words as they are written that mean that nothing has arrived.
    """

    source: str
    arrived: Names
    unreal: Names
    kinds: Names


@cache
def load_arrivals(language: str = "en") -> ArrivalBook:
    """Read once; a book does not change while Sayso runs."""
    return read_book(language, "arrivals", ArrivalBook)
