"""Places whose names are written in several ways: "Kyiv" and "Kiev" are one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
from sayso.errors import BookError
from sayso.model.words import bare_words


class Place(Entry, frozen=True, kw_only=True):
    """A place by the single words that its name is written in, the one of today first."""

    names: Names
    source: str


class Spellings(Entry, frozen=True, kw_only=True):
    """The file of spellings."""

    places: tuple[Place, ...]


@cache
def load_spellings(language: str = "en") -> Mapping[str, tuple[str, ...]]:
    """Each word with all that it may be written as, itself among them, as words are searched.

    Read once; a book does not change while Sayso runs. BookError where a name is no single word, or stands
    for two places.
    """
    found: dict[str, tuple[str, ...]] = {}
    for place in read_book(language, "spellings", Spellings).places:
        written: dict[str, None] = {}
        for name in place.names:
            words = bare_words(name)
            if len(words) != 1:
                raise BookError(f"{language}/spellings.toml: {name!r} is no single word")
            written[words[0]] = None
        for word in written:
            if word in found:
                raise BookError(f"{language}/spellings.toml: {word!r} stands for two places")
            found[word] = tuple(written)
    return found
