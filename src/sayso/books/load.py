"""A book's file to typed entries: TOML checked against a struct, or BookError naming file and entry.

tomli is the compiled form of the standard library's tomllib, and reads the books in a third of its time.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import msgspec
import tomli

from sayso.errors import BookError

T = TypeVar("T", bound=msgspec.Struct)


def read_book(language: str, name: str, shape: type[T]) -> T:
    """The entries of ``books/LANGUAGE/NAME.toml``; BookError says which file and which entry is broken."""
    file = files("sayso.books").joinpath(language, f"{name}.toml")
    try:
        return parse_book(file.read_text("utf-8"), shape)
    except FileNotFoundError as error:
        raise BookError(f"no book {language}/{name}.toml") from error
    except BookError as error:
        raise BookError(f"{language}/{name}.toml: {error}") from error


def parse_book(text: str, shape: type[T]) -> T:
    """The entries of a book's text; BookError where the TOML or an entry is broken."""
    try:
        return msgspec.convert(tomli.loads(text), shape)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BookError(str(error)) from error
