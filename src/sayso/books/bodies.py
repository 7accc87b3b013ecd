"""The book of bodies: what the words in and beside a body's name say of its type and its sector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
from sayso.books.wording import words_of
from sayso.model.text import ActorType, Sector

# Whether a body with such a name is a state's: only beside that state, whoever's it is, or no state's.
Owner = Literal["needed", "told", "open"]
Words = tuple[str, ...]


class _Head(Entry, frozen=True, kw_only=True):
    type: ActorType
    sector: Sector | None = None
    state: Owner = "open"
    nouns: Names


class _Bodies(Entry, frozen=True, kw_only=True):
    source: str
    forms: Names
    common: Names
    units: Names
    owners: Names
    national: Names
    small: Names
    home: tuple[Sector, ...]
    seated: tuple[Sector, ...]
    groups: Names
    clubs: Names
    heads: tuple[_Head, ...]
    beside: tuple[_Head, ...]


class Kind(NamedTuple):
    """What a noun tells of the body that it names: its type, its sector, and whether it is a state's."""

    type: ActorType
    sector: Sector | None
    state: Owner


class BodyBook(NamedTuple):
    """Kinds of bodies by the words of their names.

    `forms` are legal forms as words written so; `heads` nouns in names and `beside` nouns before a name, as
    words in lower case; `common` begin the names of bodies of several states, `units` are in those of troops.
    `owners` stand with "'s" in a name; a body of a state that is called `national` is of the article's one state.
    `small` are heads that may stand in small letters; bodies of the sectors `home` are of the article's one state,
    those of the sectors `seated` of the state of the town that they are called by. `groups` end the
    names of companies, and of others; `clubs` begin those of sports clubs, before a town. `starts` are the first
    words of `heads`, `forms` and `clubs` in lower case, `starts_beside` those of `beside`, `words_beside` all its words.
    """

    forms: frozenset[Words]
    heads: Mapping[Words, Kind]
    beside: Mapping[Words, Kind]
    common: frozenset[str]
    units: frozenset[str]
    owners: frozenset[str]
    national: frozenset[str]
    small: frozenset[Words]
    home: frozenset[Sector]
    seated: frozenset[Sector]
    groups: frozenset[Words]
    clubs: frozenset[Words]
    starts: frozenset[str]
    starts_beside: frozenset[str]
    words_beside: frozenset[str]


def load_bodies(language: str = "en") -> BodyBook:
    """The book of bodies; BookError where an entry is broken."""
    book = read_book(language, "bodies", _Bodies)
    forms = frozenset(tuple(word.plain for word in words_of(form)) for form in book.forms)
    clubs = frozenset(tuple(word.plain for word in words_of(one)) for one in book.clubs)
    heads, beside = _kinds(book.heads), _kinds(book.beside)
    return BodyBook(
        forms=forms,
        clubs=clubs,
        heads=heads,
        beside=beside,
        starts=frozenset(words[0].lower() for words in (*heads, *forms, *clubs)),
        starts_beside=frozenset(words[0] for words in beside),
        words_beside=frozenset(word for words in beside for word in words),
        common=frozenset(words_of(word)[0].key for word in book.common),
        units=frozenset(book.units),
        owners=frozenset(book.owners),
        national=frozenset(book.national),
        small=frozenset(tuple(word.key for word in words_of(head)) for head in book.small),
        home=frozenset(book.home),
        seated=frozenset(book.seated),
        groups=frozenset(tuple(word.plain for word in words_of(one)) for one in book.groups),
    )


def _kinds(entries: tuple[_Head, ...]) -> dict[Words, Kind]:
    return {
        tuple(word.key for word in words_of(noun)): Kind(entry.type, entry.sector, entry.state)
        for entry in entries
        for noun in entry.nouns
    }
