"""Names as they stand inside a sentence: "Japan agreed to supply it to *the* United States"."""

from __future__ import annotations

from functools import cache

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book


class Printed(Entry, frozen=True, kw_only=True):
    """The file of printed forms."""

    source: str
    the: Names


def in_sentence(name: str, language: str = "en") -> str:
    """The name with the article that it takes after a preposition or a verb.

    >>> in_sentence("Netherlands"), in_sentence("Peru")
    ('the Netherlands', 'Peru')
    """
    return f"the {name}" if name in _with_the(language) else name


@cache
def _with_the(language: str) -> frozenset[str]:
    """Read once; a book does not change while Sayso runs."""
    return frozenset(read_book(language, "printed", Printed).the)
