"""Units of quantities of a language: currencies, measures, and words around numbers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book


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


class _Shared(Entry, frozen=True, kw_only=True):
    name: str
    marks: Names


class _Counting(Entry, frozen=True, kw_only=True):
    approximate: frozenset[str]
    vague: frozenset[str]
    unchanged: frozenset[str]
    parts: dict[str, int]
    few: frozenset[str]
    scales: frozenset[str]
    name_entities: frozenset[str]


class _Quantities(Entry, frozen=True, kw_only=True):
    source: str
    signs: dict[str, str]
    shared_signs: dict[str, _Shared]
    glued_scales: dict[str, float]
    currencies: dict[str, str]
    qualified_currencies: dict[str, str]
    measures: dict[str, str]
    phrase_measures: dict[str, str]
    glued_measures: dict[str, str]
    counting: _Counting


@cache
def load_quantities(language: str = "en") -> QuantityBook:
    """The units of a language; BookError where an entry is broken or Sayso has no book of it."""
    book = read_book(language, "quantities", _Quantities)
    counting = book.counting
    return QuantityBook(
        signs=book.signs,
        shared_signs={
            sign: SharedSign(entry.name, entry.marks) for sign, entry in book.shared_signs.items()
        },
        glued_scales=book.glued_scales,
        money=_with_plurals({**book.currencies, **book.qualified_currencies}),
        measures=_with_plurals({**book.measures, **book.phrase_measures}),
        glued_measures=book.glued_measures,
        approximate=counting.approximate,
        vague=counting.vague,
        parts=counting.parts,
        unchanged=counting.unchanged,
        few=counting.few,
        scales=counting.scales,
        name_entities=counting.name_entities,
    )


def _with_plurals(units: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    singular = {tuple(name.split()): unit for name, unit in units.items()}
    plural = {(*name[:-1], f"{name[-1]}s"): unit for name, unit in singular.items()}
    return {**plural, **singular}
