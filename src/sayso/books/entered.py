"""The entries of the book of actors as Actors, with their names: states, bodies and people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.books.entries import Agencies, Body, Organisation, Outlets, Person, State
from sayso.books.foreign import in_another_script
from sayso.books.load import read_book
from sayso.books.sectors import SectorBook
from sayso.errors import BookError
from sayso.model.text import Actor, ActorType, Role, Sector, actor_id


class Naming(NamedTuple):
    """What a name stands for: an actor, and in which manner (``name``, ``alone``, ``adjective`` …).

    Manners: ``name``; ``alone`` (a surname); ``adjective`` and ``people`` ("Danish", "Dane") of a state,
    and ``capital`` of a state or of a union of states.
    """

    manner: str
    actor: Actor


def state_actor(entry: State, foreign: tuple[str, ...], source: str, sectors: SectorBook) -> Actor:
    """A state, with what other languages call it."""
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


def state_namings(entry: State, actor: Actor) -> Iterator[tuple[str, Naming]]:
    """All names of a state, of its people and of its capital, with the manner of each."""
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
    """As English has it: "Frenchmen" and "Scotsmen", but "Germans", "Romans" and "Ottomans"."""
    return f"{noun[:-3]}men" if noun.endswith(("hman", "sman")) and len(noun) > 6 else f"{noun}s"


def body_actors(
    language: str, organisations: tuple[Organisation, ...], sectors: SectorBook
) -> Iterator[Actor]:
    """All that are no states, organs or people: agencies, outlets, and the `organisations` given."""
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


def person_actor(
    entry: Person,
    states: Mapping[str, Actor],
    organisations: Mapping[str, Actor],
    sectors: SectorBook,
) -> Actor:
    """A person of the book: of the one sector of all offices held, or of none.

    BookError where a term is of a state or an organisation that is not there.
    """
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
