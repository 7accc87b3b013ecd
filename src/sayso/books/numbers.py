"""Number words of a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class NumberBook(NamedTuple):
    """Words for numbers: `small` add up, `scales` multiply, `ordinals` count places.

    A number behind one of `labels` names something ("Article 9").
    """

    small: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    prefixes: frozenset[str]
    articles: frozenset[str]
    labels: frozenset[str]


@cache
def load_numbers(language: str = "en") -> NumberBook:
    """The number words of a language; FileNotFoundError when Sayso has no book of it."""
    text = files("sayso.books").joinpath(language, "numbers.toml").read_text("utf-8")
    book: dict[str, Any] = tomllib.loads(text)
    return NumberBook(
        small=book["small"],
        scales=book["scales"],
        ordinals=book["ordinals"],
        prefixes=frozenset(book["joining"]["prefixes"]),
        articles=frozenset(book["joining"]["articles"]),
        labels=frozenset(book["joining"]["labels"]),
    )
