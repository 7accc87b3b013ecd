"""The shapes of the books' entries, one struct a line of TOML. Unknown or missing fields are errors."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from sayso.model.text import ActorType, Sector

Names = tuple[str, ...]
Code = Annotated[str, msgspec.Meta(pattern="^[A-Z]{3}$")]
Gender = Literal["m", "f"]
Date = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a book."""


class State(Entry, frozen=True, kw_only=True):
    """A state or territory: its ISO 3166-1 codes, names, adjectives, singular demonyms and capitals.

    `of` is the state that a territory belongs to. A `quiet` name is no evidence by itself: it is also
    another place's or a common word ("Jersey", "Reunion"), and is not looked for.
    """

    code: Code
    alpha2: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]
    name: str
    names: Names = ()
    adjectives: Names = ()
    people: Names = ()
    capitals: Names = ()
    of: Code | None = None
    quiet: bool = False


class States(Entry, frozen=True, kw_only=True):
    """The file of states."""

    source: str
    states: tuple[State, ...]


class Term(Entry, frozen=True, kw_only=True):
    """An office held: `of` is a state's code or an organisation's name; dates as far as known.

    `sector` where it is not the one of whom the office is.
    """

    title: str
    of: str
    sector: Sector | None = None
    start: Date | None = msgspec.field(default=None, name="from")
    end: Date | None = msgspec.field(default=None, name="to")


class Person(Entry, frozen=True, kw_only=True):
    """A person; `alone` are surnames that name this person by themselves."""

    name: str
    names: Names = ()
    gender: Gender | None = None
    country: Code
    alone: Names = ()
    roles: tuple[Term, ...] = ()
    source: str


class People(Entry, frozen=True, kw_only=True):
    """The file of people."""

    people: tuple[Person, ...]


class Body(Entry, frozen=True, kw_only=True):
    """An agency or outlet; two with one `owner` are one source."""

    name: str
    names: Names = ()
    country: Code | None = None
    owner: str | None = None
    source: str


class Agencies(Entry, frozen=True, kw_only=True):
    """The file of news agencies."""

    agencies: tuple[Body, ...]


class Outlets(Entry, frozen=True, kw_only=True):
    """The file of outlets."""

    outlets: tuple[Body, ...]


class Organisation(Entry, frozen=True, kw_only=True):
    """An organisation, armed group, service or company; `sector` where its type does not tell.

    `capitals` are cities that speak for it as a state's capital does for the state. `source` is where the entry can
    be looked up, `checked` where somebody, or a tool, has looked it up: a page's address, or a list's name.
    """

    name: str
    names: Names = ()
    type: ActorType
    country: Code | None = None
    sector: Sector | None = None
    capitals: Names = ()
    source: str
    checked: str | None = None


class Organisations(Entry, frozen=True, kw_only=True):
    """The file of organisations."""

    organisations: tuple[Organisation, ...]


class Seat(Entry, frozen=True, kw_only=True):
    """A name that stands for an organ of a state; a `main` one is the name that records show."""

    name: str
    names: Names = ()
    office: str
    country: Code
    main: bool = False
    source: str


class Seats(Entry, frozen=True, kw_only=True):
    """The file of seats of power."""

    seats: tuple[Seat, ...]


class Office(Entry, frozen=True, kw_only=True):
    """A kind of organ and the phrases for it, in lower case."""

    kind: str
    title: str
    phrases: Names
    seated: bool = False


class Bare(Entry, frozen=True, kw_only=True):
    """Names of organs without their state; `actor` is whom such a name means by itself, if anybody.

    `states` are the others that have an organ of this name.
    """

    names: Names
    kind: str
    actor: str | None = None
    states: Names = ()


class Offices(Entry, frozen=True, kw_only=True):
    """The file of offices; `committees` end the names of parts of a parliament."""

    source: str
    offices: tuple[Office, ...]
    bare: tuple[Bare, ...]
    committees: Names


class Region(Entry, frozen=True, kw_only=True):
    """A place that no list of cities has; no `country` where it is disputed or lies in none."""

    name: str
    names: Names = ()
    country: Code | None = None


class Namesake(Entry, frozen=True, kw_only=True):
    """A region of another state that bears a state's name, with its towns and words that speak of it."""

    name: str
    country: Code
    cities: Names
    words: Names


class Places(Entry, frozen=True, kw_only=True):
    """The file of regions, with the words that tell places; `regions` by the ISO code of their state."""

    source: str
    locative: Names
    going: Names
    heads: Names
    movers: Names
    parts: Names
    facilities: Names
    places: tuple[Region, ...]
    regions: dict[Code, Names]
    adjectives: dict[Code, Names]
    shared: dict[Code, Namesake]


class GivenNames(Entry, frozen=True, kw_only=True):
    """The file of given names by gender, and of family names written first."""

    source: str
    m: Names
    f: Names
    particles: Names
    suffixes: Names
    vessels: Names
    family_first: Names
    endings: Names
