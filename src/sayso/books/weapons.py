"""The book of weapons: systems by name, and nouns for kinds of weapons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from sayso.books.entries_weapons import Kind, Kinds, Weapon, Weapons
from sayso.books.load import read_book
from sayso.books.wording import key, words_of
from sayso.errors import BookError
from sayso.model.ids import content_id
from sayso.model.text import WeaponRef

# What a name needs around it to be a weapon's: nothing ("S-400"); other weapons in the article, where it is
# also a common word ("Javelin"); a noun for weapons or the system's own name beside it ("Bear").
Needs = Literal["nothing", "weapons", "neighbour"]

# Designations that are no other thing's even where the system's name is: "MIM-104", "9K33", "M1A2".
_DESIGNATION = re.compile(r"[A-Z]{2,}-\d|\d[A-Z]\d")


class System(NamedTuple):
    """A weapon system under one of its names: what that name needs to be this weapon."""

    ref: WeaponRef
    makers: tuple[str, ...]
    country: str | None
    needs: Needs


class KindNoun(NamedTuple):
    """A noun for a kind of weapon.

    A weak one needs a word of weapons before it; a common one, an article that names other weapons; a
    designated one, a system's name or a designation right before it.
    """

    category: str
    weak: bool
    common: bool
    designated: bool


class WeaponBook(NamedTuple):
    """Systems by id, names with their systems, and nouns for kinds as words in lower case, with their first words.

    `called` are the phrases before a reporting name ("known to *NATO as* Fulcrum"), as words too; `ships` the prefixes of warships' names.
    """

    systems: Mapping[str, System]
    namings: tuple[tuple[str, System], ...]
    nouns: Mapping[tuple[str, ...], KindNoun]
    starts: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    only_nouns: frozenset[str]
    called: frozenset[tuple[str, ...]]
    ships: frozenset[str]


def load_weapons(language: str = "en") -> WeaponBook:
    """The book of weapons; BookError where an entry is broken, or of a category that is not listed."""
    kinds = read_book(language, "weapon_kinds", Kinds)
    entries = read_book(language, "weapons", Weapons).weapons
    categories = set(kinds.categories)
    for category in (*(e.category for e in entries), *(k.category for k in kinds.kinds)):
        if category not in categories:
            raise BookError(f"weapon_kinds.toml: no such category: {category}")
    systems = [naming for entry in entries for naming in _namings(entry)]
    nouns: dict[tuple[str, ...], KindNoun] = {}
    for kind in kinds.kinds:
        for form in _forms(kind):
            nouns[tuple(word.key for word in words_of(form))] = KindNoun(
                kind.category, kind.weak, kind.common, kind.designated
            )
    return WeaponBook(
        systems={str(system.ref.id): system for _, system in reversed(systems)},
        namings=tuple(systems),
        nouns=nouns,
        starts=frozenset(words[0] for words in nouns),
        before=frozenset(
            word for phrase in kinds.before for word in phrase.replace("-", " ").split()
        ),
        not_after=frozenset(kinds.not_after),
        not_before=frozenset(kinds.not_before),
        only_nouns=frozenset(kinds.only_nouns),
        called=frozenset(map(key, kinds.called)),
        ships=frozenset(kinds.ships),
    )


def _namings(entry: Weapon) -> Iterator[tuple[str, System]]:
    """Each name of a system with the system, as what that name needs to be this weapon."""
    ref = WeaponRef(id=content_id("weapon", [entry.name]), name=entry.name, category=entry.category)
    sure = System(ref, entry.makers, entry.country, "nothing")
    named = sure._replace(needs="weapons") if entry.common else sure
    reported = sure._replace(needs="neighbour")
    for name in (entry.name, *entry.names):
        yield name, sure if _DESIGNATION.search(name) else named
    for name in entry.reporting:
        yield name, reported


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
