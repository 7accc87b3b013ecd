"""The book of weapons: systems by name, and nouns for kinds of weapons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.books.entries import Kind, Kinds, Weapon, Weapons
from sayso.books.load import read_book
from sayso.books.wording import words_of
from sayso.model.ids import content_id
from sayso.model.text import WeaponRef


class System(NamedTuple):
    """A weapon system; `common` when its name is also a common word or the name of other things."""

    ref: WeaponRef
    makers: tuple[str, ...]
    country: str | None
    common: bool


class KindNoun(NamedTuple):
    """A noun for a kind of weapon.

    A weak one needs a word of weapons before it; a common one, an article that names other weapons.
    """

    category: str
    weak: bool
    common: bool


class WeaponBook(NamedTuple):
    """Systems by id, names with their systems, and nouns for kinds as words in lower case."""

    systems: Mapping[str, System]
    namings: tuple[tuple[str, System], ...]
    nouns: Mapping[tuple[str, ...], KindNoun]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


def load_weapons(language: str = "en") -> WeaponBook:
    """The book of weapons; BookError where an entry is broken."""
    systems = [(entry, _system(entry)) for entry in read_book(language, "weapons", Weapons).weapons]
    kinds = read_book(language, "weapon_kinds", Kinds)
    nouns: dict[tuple[str, ...], KindNoun] = {}
    for kind in kinds.kinds:
        for form in _forms(kind):
            nouns[tuple(word.key for word in words_of(form))] = KindNoun(
                kind.category, kind.weak, kind.common
            )
    return WeaponBook(
        systems={str(system.ref.id): system for _, system in systems},
        namings=tuple((name, s) for entry, s in systems for name in (entry.name, *entry.names)),
        nouns=nouns,
        before=frozenset(
            word for phrase in kinds.before for word in phrase.replace("-", " ").split()
        ),
        not_after=frozenset(kinds.not_after),
        not_before=frozenset(kinds.not_before),
    )


def _system(entry: Weapon) -> System:
    ref = WeaponRef(id=content_id("weapon", [entry.name]), name=entry.name, category=entry.category)
    return System(ref, entry.makers, entry.country, entry.common)


def _forms(kind: Kind) -> tuple[str, ...]:
    """Singulars, plurals by the rules of English, and the forms that no rule gives."""
    return (*kind.nouns, *(plural(noun) for noun in kind.nouns), *kind.forms)


def plural(noun: str) -> str:
    """The regular plural: ``battery`` to ``batteries``, ``torpedo`` to ``torpedoes``."""
    if noun.endswith("aircraft"):
        return noun
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh", "torpedo")):
        return noun + "es"
    return noun + "s"
