"""Names in a text: the books' first, then organs, people by titles, and what the language model finds.

A weapon is never a person; a name once a person is a person everywhere in the article; a bare family name
is the one person of the article who bears it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso.books.library import Books
from sayso.reading.en.names.abbreviations import with_abbreviations
from sayso.reading.en.names.bare import BareOrgans
from sayso.reading.en.names.bodies import BodyFinder
from sayso.reading.en.names.callings import with_callings
from sayso.reading.en.names.entered import Entered, entered
from sayso.reading.en.names.entities import Entity, find_entities
from sayso.reading.en.names.envoys import with_sender
from sayso.reading.en.names.kinds import KindFinder
from sayso.reading.en.names.land_sides import land_sides
from sayso.reading.en.names.lands import Lands
from sayso.reading.en.names.modelled import by_model, longer, outside, towns
from sayso.reading.en.names.named import ByWord, Named, in_order, without, without_overlap, words_of
from sayso.reading.en.names.organs import OrganPhrases, regional
from sayso.reading.en.names.people import People, Somebody
from sayso.reading.en.names.persons import PersonFinder
from sayso.reading.en.names.places import is_city, locate
from sayso.reading.en.names.settlements import with_places
from sayso.reading.en.names.short_names import short_names
from sayso.reading.en.names.titles import RoleFound, RolePhrases
from sayso.reading.en.names.whose import Whose
from sayso.reading.en.page import Page


class Names(NamedTuple):
    """The names of a text in its order, its people and its role phrases.

    By the word that a name begins with: the name, the person it names, and the role beside that name.
    """

    all: tuple[Named, ...]
    people: tuple[Somebody, ...]
    roles: tuple[RoleFound, ...]
    starting: dict[int, Named]
    persons: dict[int, Somebody]
    beside: dict[int, RoleFound]


def find_names(page: Page, books: Books) -> Names:
    """The names of a page. `persons` gives the person that is named from a word on."""
    first = entered(page, books)
    known, others = first.known, first.others
    entities = _entities(page, first, books)
    whose = Whose(page, known, entities, books)
    organs, kinds = _organs(page, first, whose, books)
    weapons = tuple(_apart_from(first.weapons, kinds))
    firm = without_overlap(
        (
            *weapons,
            *first.things,
            *organs,
            *BodyFinder(page, ByWord(others), books.roles, books.bodies).find(),
            *longer(page, entities, others, books),
            *_meant(others),
        )
    )
    firms = list(short_names(page, firm, ByWord(firm), (), books.bodies, books.roles))
    entities = list(_apart_from_firms(page, entities, firms))
    finder = PersonFinder(
        page,
        ByWord(firm),
        RolePhrases(books.roles),
        books.roles,
        books.places.locative,
        (
            *firms,
            *towns(page, entities, firm, whose.lands, books),
            *regional(page, books.places),
        ),
    )
    lands = Lands(page, whose.only, finder.roles, ByWord(firm), books.roles)
    named_people = without(first.people, words_of(organs))
    led_people = map(lands.with_land, finder.find(named_people, entities))
    found = with_callings(page, led_people, finder.roles, known, books.roles)
    people = People(
        (with_sender(page, n, firm, books.roles) for n in found), books.roles, page.text
    )
    persons = _assigned(page, people, words_of(firm))
    model = [
        named
        for named in by_model(page, outside(entities, finder.roles), firm, whose.lands, books)
        if named.last - named.first > 1 or len(people.bearers(page.words[named.first].plain)) < 2
    ]
    spoken = _spoken(page, people, persons)
    ranked = without_overlap((*weapons, *first.things, *spoken, *firm, *model))
    ranked = _with_short_forms(page, ranked, ByWord(firm))
    families = {key for person in people.everybody for key in person.parts.keys}
    short = short_names(page, ranked, ByWord(firm), families, books.bodies, books.roles)
    sides = land_sides(page, ranked, books.actors.states)
    named = (n for n in without_overlap((*short, *sides, *ranked)) if n.manner != "thing")
    names = _cities_apart(page, named, whose.lands, books)
    return Names(
        all=names,
        people=tuple(people.everybody),
        roles=finder.roles,
        starting={named.first: named for named in names},
        persons={first: person for (first, _), person in persons.items()},
        beside={n.first: n.role for p in people.everybody for n in p.places if n.role},
    )


def _entities(page: Page, first: Entered, books: Books) -> list[Entity]:
    """What the model takes for names, and the books do not name."""
    known = first.known
    taken = words_of((*first.weapons, *first.things))
    folk = words_of(n for n in known if n.manner == "people")
    within = {word: n for n in first.others for word in range(n.first, n.last)}
    return [
        e
        for e in with_places(page, find_entities(page), known, books)
        if taken.isdisjoint(range(e.first, e.last))
        and not folk.issuperset(range(e.first, e.last))
        and not _is_part(e, within)
    ]


def _organs(
    page: Page, first: Entered, whose: Whose, books: Books
) -> tuple[list[Named], list[Named]]:
    """The organs of states and bodies, bare ones last, and which of them are told by their kind alone."""
    others = first.others
    phrases = OrganPhrases(books.actors)
    organs = [*phrases.find(page, ByWord(others)), *phrases.seated(page, whose)]
    bare = BareOrgans(page, whose, organs, books.actors, books.roles)
    organs += [*phrases.of_regions(page, others, books.places)]
    organs += bare.led_by(first.people, phrases)
    finder = KindFinder(page, ByWord(_meant(others)), whose, books.bodies, books.roles.nouns)
    kinds = list(finder.find())
    organs = sorted((*organs, *kinds), key=lambda n: (n.first - n.last, n.first))
    return [*organs, *bare.find(ByWord((*organs, *others)))], kinds


def _spoken(page: Page, people: People, persons: Mapping[tuple[int, int], Somebody]) -> list[Named]:
    """The people, each wherever the person is named."""
    actors = {id(person): person.actor() for person in people.everybody}
    return [
        Named(
            page.words[first].start, page.words[last - 1].end, first, last, "person", actors[id(p)]
        )
        for (first, last), p in persons.items()
    ]


def _is_part(entity: Entity, longer: Mapping[int, Named]) -> bool:
    """Whether a person's name is only a part of a known name: the Martin of Lockheed Martin."""
    named = longer.get(entity.first)
    if named is None or entity.label != "PERSON" or named is not longer.get(entity.last - 1):
        return False
    return named.last - named.first > entity.last - entity.first


def _apart_from(weapons: Iterable[Named], bodies: Iterable[Named]) -> Iterator[Named]:
    """The weapons, without nouns for kinds of them in a body's name: "Poland's *Armament* Agency"."""
    within = {word for body in bodies for word in range(body.first, body.last)}
    for weapon in weapons:
        known = weapon.weapon is not None and weapon.weapon.id is not None
        if known or not within.issuperset(range(weapon.first, weapon.last)):
            yield weapon


def _apart_from_firms(
    page: Page, entities: Collection[Entity], short: Iterable[Named]
) -> Iterator[Entity]:
    """The model's names, without people who only bear a company's short name and no given name anywhere."""
    firms = {page.keys(n.first, n.last) for n in short}
    full = {
        page.keys(e.last - 1, e.last)
        for e in entities
        if e.label == "PERSON" and e.last - e.first > 1
    }
    for entity in entities:
        key = page.keys(entity.first, entity.last)
        if entity.label != "PERSON" or key not in firms or key in full:
            yield entity


def _meant(known: Iterable[Named]) -> Iterator[Named]:
    """What the book's names mean here. The people of a state ("two Danes") are no actor."""
    for named in known:
        if named.manner != "people":
            yield named


def _assigned(page: Page, people: People, taken: set[int]) -> dict[tuple[int, int], Somebody]:
    """Which words name whom: the names found, and bare family names anywhere else."""
    persons: dict[tuple[int, int], Somebody] = {}
    for person in people.everybody:
        for name in person.places:
            persons[name.first, name.last] = person
            taken.update(range(name.first, name.last))
    borne: dict[str, tuple[Somebody, ...]] = {}
    for at in page.capitals:
        word = page.words[at]
        if at in taken or len(word.plain) < 3:
            continue
        if word.plain not in borne:
            borne[word.plain] = people.bearers(word.plain)
        bearers = borne[word.plain]
        if len(bearers) == 1 and not page.tag(at).startswith(("VB", "MD", "IN", "DT")):
            persons[at, at + 1] = bearers[0]
    return persons


def _with_short_forms(page: Page, names: tuple[Named, ...], firm: ByWord) -> tuple[Named, ...]:
    """The names with short forms for what the article says they stand for, before what the model takes them for."""
    named, short = with_abbreviations(page, names, firm)
    return (*short, *named)


def _cities_apart(
    page: Page, names: Iterable[Named], lands: frozenset[str], books: Books
) -> tuple[Named, ...]:
    """Capitals that are places here become places."""
    return in_order(_as_city(page, named, lands, books) for named in names)


def _describes(page: Page, named: Named, books: Books) -> bool:
    """Whether a capital tells where a company is: "the Oslo retailer"."""
    kinds = (books.bodies.beside.get(page.keys(named.last, named.last + size)) for size in (2, 1))
    return page.gap(named.last - 1) == " " and any(k and k.type == "company" for k in kinds)


def _as_city(page: Page, named: Named, lands: frozenset[str], books: Books) -> Named:
    """A capital as the place where it is one; a union's, also where the article speaks of the state it lies in."""
    if named.manner != "capital" or named.actor is None:
        return named
    written = page.text[named.start : named.end]
    country = named.actor.country
    place = locate(written, {country} if country else (), books)
    shared = country is None and place.country in lands
    if shared or is_city(page, named, books.places) or _describes(page, named, books):
        return named._replace(actor=None, place=place)
    return named
