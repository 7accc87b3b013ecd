"""How a language tells whose a standing relation is, and that one is over."""

from __future__ import annotations

from sayso.books.entries import Entry
from sayso.books.load import read_book


class BondBook(Entry, frozen=True, kw_only=True):
    """Lists of lemmas; each is told in the book."""

    source: str
    standing: frozenset[str]
    having: frozenset[str]
    ending: frozenset[str]
    lapsing: frozenset[str]
    over: frozenset[str]
    members: frozenset[str]
    own: frozenset[str]
    lands: frozenset[str]
    holding: frozenset[str]
    laying: frozenset[str]
    pitting: frozenset[str]
    linking: frozenset[str]
    imposing: frozenset[str]
    trying: frozenset[str]
    aiding: frozenset[str]
    other: frozenset[str]
    pair: frozenset[str]


def load_bonds(language: str = "en") -> BondBook:
    """The book of relations of a language; BookError where an entry is broken."""
    return read_book(language, "bonds", BondBook)
