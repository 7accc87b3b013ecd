"""The organs of states: kinds of offices, and the seats that stand for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from sayso.books.entries import Offices, Seat
from sayso.books.printed import in_sentence
from sayso.books.sectors import SectorBook
from sayso.books.wording import words_of
from sayso.errors import BookError
from sayso.model.text import Actor, Sector, actor_id


class OfficeKind(NamedTuple):
    """A kind of organ: how records name it, its sector, and the phrases for it in lower case.

    `seated`: it is of the state that it is in ("police in Tampere"), as no embassy and no army is.
    """

    kind: str
    title: str
    sector: Sector
    phrases: tuple[str, ...]
    seated: bool = False


def office_kinds(book: Offices, sectors: SectorBook) -> dict[str, OfficeKind]:
    """The kinds of organs by their codes; BookError where one has no sector."""
    return {
        o.kind: OfficeKind(o.kind, o.title, _sector_of(o.kind, sectors), o.phrases, o.seated)
        for o in book.offices
    }


def office_phrases(offices: Mapping[str, OfficeKind]) -> dict[tuple[str, ...], str]:
    """The kinds by the words of each of their phrases, folded."""
    return {
        tuple(word.key for word in words_of(phrase)): office.kind
        for office in offices.values()
        for phrase in office.phrases
    }


def organs_of(
    seats: tuple[Seat, ...], states: Mapping[str, Actor], offices: Mapping[str, OfficeKind]
) -> dict[tuple[str, str], Actor]:
    """The organs that seats of power stand for, under the main seat's name where there is one.

    By kind and state; BookError where a seat is of no such.
    """
    found: dict[tuple[str, str], list[Seat]] = {}
    for seat in seats:
        if seat.office not in offices:
            raise BookError(f"seats.toml: {seat.name}: no such office: {seat.office}")
        if seat.country not in states:
            raise BookError(f"seats.toml: {seat.name}: no such state: {seat.country}")
        found.setdefault((seat.office, seat.country), []).append(seat)
    organs = {}
    for (kind, country), group in found.items():
        organ = organ_of(offices[kind], states[country])
        shown = next((seat.name for seat in group if seat.main), organ.name)
        names = dict.fromkeys(n for seat in group for n in (seat.name, *seat.names) if n != shown)
        organs[kind, country] = msgspec.structs.replace(
            organ,
            name=shown,
            names=tuple(names) if shown == organ.name else (organ.name, *names),
            source=group[0].source,
        )
    return organs


def organ_of(office: OfficeKind, state: Actor) -> Actor:
    """A state's organ of a kind, under the name that all of the kind have."""
    name = f"{office.title} of {in_sentence(state.name)}"
    return Actor(
        id=actor_id(name, state.country, office.kind),
        type="government",
        name=name,
        country=state.country,
        sector=office.sector,
    )


def _sector_of(office: str, sectors: SectorBook) -> Sector:
    if office not in sectors.offices:
        raise BookError(f"sectors.toml: no sector for the office: {office}")
    return sectors.offices[office]
