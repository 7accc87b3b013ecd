"""Which languages are read, and how alike articles in others must be to be of one story."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from sayso.books.load import parse_book
from sayso.errors import BookError


class LanguageBook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The languages that are read; ``languages.toml`` says what each entry means."""

    measured: str
    read: tuple[str, ...]
    likeness: float
    characters: int
    candidates: int
    ending: int
    root: int


@cache
def load_languages() -> LanguageBook:
    """The book of languages; BookError where an entry is missing or of another type."""
    try:
        return parse_book(
            files("sayso.books").joinpath("languages.toml").read_text("utf-8"), LanguageBook
        )
    except BookError as error:
        raise BookError(f"languages.toml: {error}") from error


def is_read(language: str | None) -> bool:
    """Whether records are extracted from articles in a language (ISO 639-1); of an unknown one it is tried.

    >>> is_read("en"), is_read("ru"), is_read(None)
    (True, False, True)
    """
    return language is None or language in load_languages().read
