"""The book of things: words in the names of storms, ships, treaties and laws, and of places."""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
from sayso.books.wording import words_of

Words = tuple[str, ...]


class _Things(Entry, frozen=True, kw_only=True):
    source: str
    storms: Names
    ships: Names
    papers: Names
    made: Names
    alone: Names
    campaigns: Names
    prizes: Names
    goods: Names
    ends: Names
    begins: Names
    bodies: Names


class ThingBook(NamedTuple):
    """Words in names, as words with the capitals that they are written with.

    `before` stand before a name, `ships` too; `papers` after one, `made` after a town, `alone` by
    themselves; `ends` and `begins` are of places, `bodies` nouns after which even such a name is a body's; `goods` are
    nouns, in small letters, for what is made and sold under a name. `starts` are the first words of all entries.
    """

    before: frozenset[Words]
    ships: frozenset[Words]
    papers: frozenset[Words]
    made: frozenset[Words]
    alone: frozenset[Words]
    ends: frozenset[Words]
    begins: frozenset[Words]
    bodies: frozenset[str]
    goods: frozenset[str]
    starts: frozenset[str]


def load_things(language: str = "en") -> ThingBook:
    """The book of things; BookError where an entry is broken."""
    book = read_book(language, "things", _Things)
    written = (
        *(*book.storms, *book.campaigns, *book.prizes, *book.ships, *book.papers),
        *(*book.made, *book.alone, *book.ends, *book.begins),
    )
    return ThingBook(
        before=_words((*book.storms, *book.campaigns, *book.prizes)),
        ships=_words(book.ships),
        papers=_words(book.papers),
        made=_words(book.made),
        alone=_words(book.alone),
        ends=_words(book.ends),
        begins=_words(book.begins),
        starts=frozenset(words[0] for words in _words(written)),
        bodies=frozenset(book.bodies),
        goods=frozenset(book.goods),
    )


def _words(written: Names) -> frozenset[Words]:
    return frozenset(tuple(word.plain for word in words_of(one)) for one in written)
