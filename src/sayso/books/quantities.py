"""Units of quantities of a language: currencies, measures, and words around numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class SharedSign(NamedTuple):
    """A sign of several currencies: its own name, and the words that mark one of them apart."""

    name: str
    marks: tuple[str, ...]


class QuantityBook(NamedTuple):
    """Units in lower case, one word or several as a tuple; `glued` ones stand right behind a number."""

    signs: Mapping[str, str]
    shared_signs: Mapping[str, SharedSign]
    glued_scales: Mapping[str, float]
    money: Mapping[tuple[str, ...], str]
    measures: Mapping[tuple[str, ...], str]
    glued_measures: Mapping[str, str]
    approximate: frozenset[str]
    vague: frozenset[str]
    parts: Mapping[str, int]
    unchanged: frozenset[str]
    few: frozenset[str]
    scales: frozenset[str]
    name_entities: frozenset[str]


@cache
def load_quantities(language: str = "en") -> QuantityBook:
    """The units of a language; FileNotFoundError when Sayso has no book of it."""
    text = files("sayso.books").joinpath(language, "quantities.toml").read_text("utf-8")
    book: dict[str, Any] = tomllib.loads(text)
    counting = book["counting"]
    return QuantityBook(
        signs=book["signs"],
        shared_signs={
            sign: SharedSign(entry["name"], tuple(entry["marks"]))
            for sign, entry in book["shared_signs"].items()
        },
        glued_scales=book["glued_scales"],
        money=_with_plurals({**book["currencies"], **book["qualified_currencies"]}),
        measures=_with_plurals({**book["measures"], **book["phrase_measures"]}),
        glued_measures=book["glued_measures"],
        approximate=frozenset(counting["approximate"]),
        vague=frozenset(counting["vague"]),
        parts=counting["parts"],
        unchanged=frozenset(counting["unchanged"]),
        few=frozenset(counting["few"]),
        scales=frozenset(counting["scales"]),
        name_entities=frozenset(counting["name_entities"]),
    )


def _with_plurals(units: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    singular = {tuple(name.split()): unit for name, unit in units.items()}
    plural = {(*name[:-1], f"{name[-1]}s"): unit for name, unit in singular.items()}
    return {**plural, **singular}
