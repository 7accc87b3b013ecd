"""All books of one language, read once and handed to whoever reads articles."""

from __future__ import annotations

from functools import cached_property

from sayso.books.actors import ActorBook, load_actors
from sayso.books.bodies import BodyBook, load_bodies
from sayso.books.entered import Naming
from sayso.books.index import NameIndex
from sayso.books.places import Cities, PlaceBook, Regions, load_cities, load_places, load_regions
from sayso.books.roles import RoleBook, load_roles
from sayso.books.things import ThingBook, load_things
from sayso.books.weapons import System, WeaponBook, load_weapons
from sayso.model.text import Place

Known = Naming | System | Place


class Books:
    """The books and the index of their names; each is read when first asked for, and then kept."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

    @cached_property
    def actors(self) -> ActorBook:
        """Who is who."""
        return load_actors(self.language)

    @cached_property
    def weapons(self) -> WeaponBook:
        """Weapon systems and kinds of weapons."""
        return load_weapons(self.language)

    @cached_property
    def bodies(self) -> BodyBook:
        """What the words of a body's name tell of it."""
        return load_bodies(self.language)

    @cached_property
    def things(self) -> ThingBook:
        """Words in the names of what is no actor, and of places."""
        return load_things(self.language)

    @cached_property
    def roles(self) -> RoleBook:
        """Offices, titles and nouns that point back."""
        return load_roles(self.language)

    @cached_property
    def places(self) -> PlaceBook:
        """Regions, and the words that make a capital a place."""
        return load_places(self.language)

    @cached_property
    def cities(self) -> Cities:
        """The cities of GeoNames."""
        return load_cities(self.language)

    @cached_property
    def regions(self) -> Regions:
        """The provinces and member states of states."""
        return load_regions(self.language)

    @cached_property
    def names(self) -> NameIndex[Known]:
        """Every name of actors, weapon systems and regions."""
        actors: list[tuple[str, Known, bool]] = [(n, k, False) for n, k in self.actors.namings]
        weapons: list[tuple[str, Known, bool]] = [
            (written, system, True)
            for name, system in self.weapons.namings
            for written in (name, f"{name}s" if name[-1].islower() else name)
        ]
        places: list[tuple[str, Known, bool]] = [(n, p, False) for n, p in self.places.namings]
        return NameIndex((*actors, *weapons, *places))

    def load(self) -> None:
        """Read all of them now rather than with the first article that asks for them."""
        for name, member in vars(type(self)).items():
            if isinstance(member, cached_property):
                getattr(self, name)
