"""What other languages call the states: the names of Unicode CLDR, from a table that `make books` writes.

Names in Latin script are kept with the actor, but not looked for: many are words or names of English
("Grenade", "Maurice", "Dominique").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from importlib.resources import files

import msgspec

from sayso.errors import BookError

TABLE = "states.cldr.json"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table: version of CLDR, languages, and by ISO 3166-1 alpha-3 code the names in their order."""

    cldr: str
    languages: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


def foreign_names() -> Mapping[str, tuple[str, ...]]:
    """The names of states in other languages by ISO 3166-1 alpha-3 code; BookError for a broken table."""
    return read_table().names


def read_table() -> Table:
    """The table as it is stored; BookError where it is broken."""
    try:
        return msgspec.json.decode(files("sayso.books").joinpath(TABLE).read_bytes(), type=Table)
    except (FileNotFoundError, msgspec.DecodeError) as error:
        raise BookError(f"{TABLE}: {error}") from error


def in_another_script(name: str) -> bool:
    """Whether a name is written in another script than English is.

    >>> in_another_script("Япония"), in_another_script("Côte d'Ivoire")
    (True, False)
    """
    return not name.isascii() and any(
        letter.isalpha() and "LATIN" not in unicodedata.name(letter, "") for letter in name
    )
