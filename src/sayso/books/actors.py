"""The book of actors: states, their organs, people, agencies, outlets and organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso.books.bare import BareOrgan, bare_organs
from sayso.books.entered import (
    Naming,
    body_actors,
    person_actor,
    state_actor,
    state_namings,
)
from sayso.books.entries import (
    Gender,
    Offices,
    Organisation,
    Organisations,
    People,
    Person,
    Seat,
    Seats,
    State,
    States,
)
from sayso.books.foreign import foreign_names
from sayso.books.load import read_book
from sayso.books.organs import OfficeKind, office_kinds, office_phrases, organ_of, organs_of
from sayso.books.printed import in_sentence
from sayso.books.sectors import load_sectors
from sayso.errors import BookError
from sayso.model.text import Actor


class ActorBook(NamedTuple):
    """What is known beforehand of who is who. `namings` pairs each name with what it stands for.

    `phrases` has kinds of organs by the words that name them beside their state (`starts`: the first of these), and `bare` organs by the
    words that name them alone; `committees` are the last words of the names of organs' parts.
    `peoples` are the states by their adjectives and the plural of their people ("the Dutch", "the Danes"),
    `capitals` by their capitals.
    """

    states: Mapping[str, Actor]
    peoples: Mapping[str, Actor]
    capitals: Mapping[str, Actor]
    by_id: Mapping[str, Actor]
    genders: Mapping[str, Gender]
    offices: Mapping[str, OfficeKind]
    phrases: Mapping[tuple[str, ...], str]
    starts: frozenset[str]
    kinds: Mapping[str, str]
    organs: Mapping[tuple[str, str], Actor]
    bare: Mapping[tuple[str, ...], BareOrgan]
    committees: frozenset[str]
    namings: tuple[tuple[str, Naming], ...]

    def office(self, kind: str, country: str) -> Actor:
        """The organ of a state: ``office("foreign ministry", "CHL")``. KeyError for an unknown kind or state."""
        known = self.organs.get((kind, country))
        return known or organ_of(self.offices[kind], self.states[country])

    def kind_of(self, actor: Actor) -> str | None:
        """The kind of organ that an actor is; None for whatever is no organ of a known state."""
        if actor.type != "government" or actor.country is None or actor.country not in self.states:
            return None
        if actor.id in self.kinds:
            return self.kinds[actor.id]
        state = in_sentence(self.states[actor.country].name)
        named = (o.kind for o in self.offices.values() if actor.name == f"{o.title} of {state}")
        return next(named, None)


def load_actors(language: str = "en") -> ActorBook:
    """The book of actors; BookError where an entry is broken, or names a state or organ that is not there."""
    sectors = load_sectors(language)
    entries = read_book(language, "states", States)
    foreign = foreign_names()
    states = {
        s.code: state_actor(s, foreign.get(s.code, ()), entries.source, sectors)
        for s in entries.states
    }
    _check_owners(entries.states, states)
    listed = read_book(language, "organisations", Organisations).organisations
    bodies = tuple(body_actors(language, listed, sectors))
    _check_countries(bodies, states)
    book = read_book(language, "offices", Offices)
    offices = office_kinds(book, sectors)
    seats = read_book(language, "seats", Seats).seats
    organs = organs_of(seats, states, offices)
    known = {name: actor for actor in bodies for name in (actor.name, *actor.names)}
    people = tuple(
        (entry, person_actor(entry, states, known, sectors))
        for entry in read_book(language, "people", People).people
    )
    namings = (
        *(naming for s in entries.states for naming in state_namings(s, states[s.code])),
        *_body_namings(bodies, listed),
        *_seat_namings(seats, organs),
        *_person_namings(people),
    )
    phrases = office_phrases(offices)
    return ActorBook(
        states=states,
        peoples={name: one.actor for name, one in namings if one.manner in ("adjective", "people")},
        capitals={name: one.actor for name, one in namings if one.manner == "capital"},
        by_id={naming.actor.id: naming.actor for _, naming in namings},
        genders={actor.id: entry.gender for entry, actor in people if entry.gender},
        offices=offices,
        phrases=phrases,
        starts=frozenset(words[0] for words in phrases),
        kinds={organ.id: kind for (kind, _), organ in organs.items()},
        organs=organs,
        bare=dict(bare_organs(book, {name: naming.actor for name, naming in namings})),
        committees=frozenset(book.committees),
        namings=namings,
    )


def _body_namings(
    bodies: tuple[Actor, ...], listed: Iterable[Organisation]
) -> Iterator[tuple[str, Naming]]:
    for actor in bodies:
        for name in (actor.name, *actor.names):
            yield name, Naming("name", actor)
    by_name = {actor.name: actor for actor in bodies}
    for entry in listed:
        for capital in entry.capitals:
            yield capital, Naming("capital", by_name[entry.name])


def _seat_namings(
    seats: Iterable[Seat], organs: Mapping[tuple[str, str], Actor]
) -> Iterator[tuple[str, Naming]]:
    for seat in seats:
        for name in (seat.name, *seat.names):
            yield name, Naming("name", organs[seat.office, seat.country])


def _person_namings(people: Iterable[tuple[Person, Actor]]) -> Iterator[tuple[str, Naming]]:
    for entry, actor in people:
        for name in (entry.name, *entry.names):
            yield name, Naming("name", actor)
        for name in entry.alone:
            yield name, Naming("alone", actor)


def _check_countries(bodies: Iterable[Actor], states: Mapping[str, Actor]) -> None:
    for actor in bodies:
        if actor.country is not None and actor.country not in states:
            raise BookError(f"{actor.name}: no such state: {actor.country}")


def _check_owners(entries: Iterable[State], states: Mapping[str, Actor]) -> None:
    for entry in entries:
        if entry.of is not None and entry.of not in states:
            raise BookError(f"states.toml: {entry.name}: no such state: {entry.of}")
