"""The shapes of the entries on offices and callings, and on the sector that each is of."""

from __future__ import annotations

import msgspec

from sayso.books.entries import Entry, Gender, Names
from sayso.model.text import ActorType, Sector


class RoleNouns(Entry, frozen=True, kw_only=True):
    """Nouns of one class of offices and callings; `gender` where the noun shows it."""

    class_: str = msgspec.field(name="class")
    nouns: Names
    gender: Gender | None = None


class Title(Entry, frozen=True, kw_only=True):
    """An abbreviation or courtesy title before a name; `class` where it tells more than its noun does."""

    written: Names
    noun: str | None = None
    class_: str | None = msgspec.field(name="class", default=None)
    gender: Gender | None = None


class Back(Entry, frozen=True, kw_only=True):
    """Definite nouns that point back, and to what: classes and offices of people, or types of bodies."""

    nouns: Names
    classes: Names = ()
    offices: Names = ()
    types: tuple[ActorType, ...] = ()


class Pronouns(Entry, frozen=True, kw_only=True):
    """Third-person pronouns by gender and number.

    `ordinals` are "the former" and "the latter", in order; `owners` stand before what is theirs.
    """

    m: Names
    f: Names
    neuter: Names
    plural: Names
    ordinals: Names
    owners: dict[str, Gender]


class Roles(Entry, frozen=True, kw_only=True):
    """The file of roles."""

    source: str
    modifiers: Names
    transient: Names
    trailers: Names
    of: Names
    belonging: Names
    around: Names
    sent: Names
    offices: Names
    national: Names
    titled: Names
    noble: Names
    peers: Names
    seconds: Names
    benches: Names
    roles: tuple[RoleNouns, ...]
    titles: tuple[Title, ...]
    back: tuple[Back, ...]
    definite: Names
    indefinite: Names
    possessive: Names
    its: Names
    alias: Names
    alias_ways: Names
    owning: Names
    lands: Names
    copula: Names
    being: Names
    chosen: Names
    holding: Names
    heading: dict[str, str]
    sides: Names
    carrier_words: Names
    mastheads: Names
    wires: Names
    writers: Names
    stations: Names
    channels: Names
    addressing: Names
    linking: Names
    pronouns: Pronouns
    counts: dict[str, int]


class SectorNouns(Entry, frozen=True, kw_only=True):
    """Nouns for offices whose sector is not that of their class."""

    sector: Sector
    nouns: Names


class Sectors(Entry, frozen=True, kw_only=True):
    """The file of sectors: by type of actor, kind of organ, class of role, noun, word before it and of whom it serves.

    The classes of `serving` have the sector of whomever they serve, and a state's servants are `service`.
    """

    source: str
    types: dict[ActorType, Sector]
    offices: dict[str, Sector]
    classes: dict[str, Sector]
    serving: Names
    service: Sector
    ranks: Names
    nouns: tuple[SectorNouns, ...]
    words: dict[str, Sector]
    served: dict[str, Sector]
