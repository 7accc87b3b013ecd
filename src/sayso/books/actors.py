"""The book of actors: states, their organs, people, agencies, outlets and organisations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from sayso.books.bare import BareOrgan, bare_organs
from sayso.books.entries import (
    Agencies,
    Body,
    Gender,
    Offices,
    Organisation,
    Organisations,
    Outlets,
    People,
    Person,
    Seat,
    Seats,
    State,
    States,
)
from sayso.books.foreign import foreign_names, in_another_script
from sayso.books.load import read_book
from sayso.books.printed import in_sentence
from sayso.books.sectors import SectorBook, load_sectors
from sayso.books.wording import words_of
from sayso.errors import BookError
from sayso.model.text import Actor, ActorType, Role, Sector, actor_id


class Naming(NamedTuple):
    """What a name stands for: an actor, and in which manner (``name``, ``alone``, ``adjective`` …).

    Manners: ``name``; ``alone`` (a surname); ``adjective`` and ``people`` ("Danish", "Dane") of a state,
    and ``capital`` of a state or of a union of states.
    """

    manner: str
    actor: Actor


class OfficeKind(NamedTuple):
    """A kind of organ: how records name it, its sector, and the phrases for it in lower case.

    `seated`: it is of the state that it is in ("police in Tampere"), as no embassy and no army is.
    """

    kind: str
    title: str
    sector: Sector
    phrases: tuple[str, ...]
    seated: bool = False


class ActorBook(NamedTuple):
    """What is known beforehand of who is who. `namings` pairs each name with what it stands for.

    `phrases` has kinds of organs by the words that name them beside their state (`starts`: the first of these), and `bare` organs by the
    words that name them alone; `committees` are the last words of the names of organs' parts.
    `peoples` are the states by their adjectives and the plural of their people ("the Dutch", "the Danes").
    """

    states: Mapping[str, Actor]
    peoples: Mapping[str, Actor]
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
        return known or _organ(self.offices[kind], self.states[country])

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
    entries = read_book(language, "states", States)
    sectors = load_sectors(language)
    foreign = foreign_names()
    states = {
        s.code: _state(s, foreign.get(s.code, ()), entries.source, sectors) for s in entries.states
    }
    _check_owners(entries.states, states)
    namings = [naming for s in entries.states for naming in _state_namings(s, states[s.code])]
    book = read_book(language, "offices", Offices)
    offices = {
        o.kind: OfficeKind(o.kind, o.title, _sector_of(o.kind, sectors), o.phrases, o.seated)
        for o in book.offices
    }
    listed = read_book(language, "organisations", Organisations).organisations
    bodies = tuple(_bodies(language, listed, sectors))
    _check_codes(states, bodies)
    namings += [(n, Naming("name", actor)) for actor in bodies for n in (actor.name, *actor.names)]
    by_name = {actor.name: actor for actor in bodies}
    namings += [(c, Naming("capital", by_name[one.name])) for one in listed for c in one.capitals]
    seats = read_book(language, "seats", Seats).seats
    organs = _organs(seats, states, offices)
    namings += [
        (n, Naming("name", organs[seat.office, seat.country]))
        for seat in seats
        for n in (seat.name, *seat.names)
    ]
    genders: dict[str, Gender] = {}
    organisations = {name: actor for actor in bodies for name in (actor.name, *actor.names)}
    for entry in read_book(language, "people", People).people:
        actor = _person(entry, states, organisations, sectors)
        if entry.gender:
            genders[actor.id] = entry.gender
        namings += [(n, Naming("name", actor)) for n in (entry.name, *entry.names)]
        namings += [(n, Naming("alone", actor)) for n in entry.alone]
    phrases = {
        tuple(word.key for word in words_of(phrase)): office.kind
        for office in offices.values()
        for phrase in office.phrases
    }
    return ActorBook(
        states=states,
        peoples={name: one.actor for name, one in namings if one.manner in ("adjective", "people")},
        by_id={naming.actor.id: naming.actor for _, naming in namings},
        genders=genders,
        offices=offices,
        phrases=phrases,
        starts=frozenset(words[0] for words in phrases),
        kinds={organ.id: kind for (kind, _), organ in organs.items()},
        organs=organs,
        bare=dict(bare_organs(book, {name: naming.actor for name, naming in namings})),
        committees=frozenset(book.committees),
        namings=tuple(namings),
    )


def _state(entry: State, foreign: tuple[str, ...], source: str, sectors: SectorBook) -> Actor:
    names = dict.fromkeys((*entry.names, *foreign))
    return Actor(
        id=actor_id(entry.name, entry.code),
        type="state",
        name=entry.name,
        names=tuple(name for name in names if name != entry.name),
        country=entry.code,
        sector=sectors.types.get("state"),
        source=source,
    )


def _state_namings(entry: State, actor: Actor) -> Iterator[tuple[str, Naming]]:
    written = () if entry.quiet else (entry.name, *entry.names)
    foreign = tuple(n for n in actor.names if n not in entry.names and in_another_script(n))
    for manner, names in (
        ("name", (*written, *foreign)),
        ("adjective", entry.adjectives),
        ("people", tuple(_plural(p) for p in entry.people)),
        ("capital", entry.capitals),
    ):
        for name in names:
            if manner != "adjective" or name not in entry.names:
                yield name, Naming(manner, actor)


def _plural(noun: str) -> str:
    return (
        noun[:-3] + "men"
        if noun.endswith("man") and len(noun) > 6 and noun[-4] in "hs"
        else noun + "s"
    )


def _organs(
    seats: tuple[Seat, ...], states: Mapping[str, Actor], offices: Mapping[str, OfficeKind]
) -> dict[tuple[str, str], Actor]:
    """The organs that seats of power stand for, under the main seat's name where there is one."""
    found: dict[tuple[str, str], list[Seat]] = {}
    for seat in seats:
        if seat.office not in offices:
            raise BookError(f"seats.toml: {seat.name}: no such office: {seat.office}")
        if seat.country not in states:
            raise BookError(f"seats.toml: {seat.name}: no such state: {seat.country}")
        found.setdefault((seat.office, seat.country), []).append(seat)
    organs = {}
    for (kind, country), group in found.items():
        organ = _organ(offices[kind], states[country])
        shown = next((seat.name for seat in group if seat.main), organ.name)
        names = dict.fromkeys(n for seat in group for n in (seat.name, *seat.names) if n != shown)
        organs[kind, country] = msgspec.structs.replace(
            organ,
            name=shown,
            names=tuple(names) if shown == organ.name else (organ.name, *names),
            source=group[0].source,
        )
    return organs


def _organ(office: OfficeKind, state: Actor) -> Actor:
    name = f"{office.title} of {in_sentence(state.name)}"
    return Actor(
        id=actor_id(name, state.country, office.kind),
        type="government",
        name=name,
        country=state.country,
        sector=office.sector,
    )


def _bodies(
    language: str, organisations: tuple[Organisation, ...], sectors: SectorBook
) -> Iterator[Actor]:
    for agency in read_book(language, "agencies", Agencies).agencies:
        yield _body(agency, "agency", sectors)
    for outlet in read_book(language, "outlets", Outlets).outlets:
        yield _body(outlet, "outlet", sectors)
    for entry in organisations:
        yield Actor(
            id=actor_id(entry.name, entry.country),
            type=entry.type,
            name=entry.name,
            names=entry.names,
            country=entry.country,
            sector=entry.sector or sectors.types.get(entry.type),
            source=entry.source,
        )


def _body(entry: Body, type_: ActorType, sectors: SectorBook) -> Actor:
    return Actor(
        id=actor_id(entry.name, entry.country),
        type=type_,
        name=entry.name,
        names=entry.names,
        country=entry.country,
        sector=sectors.types.get(type_),
        owner=entry.owner,
        source=entry.source,
    )


def _person(
    entry: Person,
    states: Mapping[str, Actor],
    organisations: Mapping[str, Actor],
    sectors: SectorBook,
) -> Actor:
    """A person of the book: of the one sector of all offices held, or of none."""
    if entry.country not in states:
        raise BookError(f"people.toml: {entry.name}: no such state: {entry.country}")
    roles = []
    served: set[Sector | None] = set()
    for term in entry.roles:
        if term.of not in states and term.of not in organisations:
            raise BookError(f"people.toml: {entry.name}: no such state or organisation: {term.of}")
        body = organisations.get(term.of)
        of = states[term.of].name if term.of in states else term.of
        roles.append(Role(title=term.title, of=of, start=term.start, end=term.end))
        served.add(term.sector or (body.sector if body else sectors.service))
    return Actor(
        id=actor_id(entry.name, entry.country),
        type="person",
        name=entry.name,
        names=(*entry.names, *entry.alone),
        country=entry.country,
        sector=served.pop() if len(served) == 1 else None,
        roles=tuple(roles),
        source=entry.source,
    )


def _check_codes(states: Mapping[str, Actor], bodies: tuple[Actor, ...]) -> None:
    for actor in bodies:
        if actor.country is not None and actor.country not in states:
            raise BookError(f"{actor.name}: no such state: {actor.country}")


def _check_owners(entries: tuple[State, ...], states: Mapping[str, Actor]) -> None:
    for entry in entries:
        if entry.of is not None and entry.of not in states:
            raise BookError(f"states.toml: {entry.name}: no such state: {entry.of}")


def _sector_of(office: str, sectors: SectorBook) -> Sector:
    if office not in sectors.offices:
        raise BookError(f"sectors.toml: no sector for the office: {office}")
    return sectors.offices[office]
