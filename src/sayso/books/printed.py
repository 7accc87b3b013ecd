"""Names as they are printed: inside a sentence ("to *the* United States"), and where a text gives none."""

from __future__ import annotations

from functools import cache

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
from sayso.model.text import Party


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


def called(party: Party) -> str:
    """The full name where it is known, else the words of the text: a word alone with whom it stands for.

    >>> called(Party(name="she", role="spokeswoman of the port"))
    'she (spokeswoman of the port)'
    """
    if party.resolved or not party.role or " " in party.name:
        return party.resolved or party.name
    told = party.name.casefold() in party.role.casefold().split()
    return party.name if told else f"{party.name} ({party.role})"


@cache
def _with_the(language: str) -> frozenset[str]:
    """Read once; a book does not change while Sayso runs."""
    return frozenset(read_book(language, "printed", Printed).the)
