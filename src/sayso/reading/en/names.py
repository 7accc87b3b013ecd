"""Names in a text: the books' first, then organs, people by titles, and what the language model finds.

A weapon is never a person; a name once a person is a person everywhere in the article; a bare family name
is the one person of the article who bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso.books.actors import Naming
from sayso.books.index import Hit
from sayso.books.library import Books, Known
from sayso.books.roles import RoleBook
from sayso.books.weapons import System
from sayso.model.text import Actor, ActorType, Place, actor_id
from sayso.reading.en.abbreviations import with_abbreviations
from sayso.reading.en.bare import BareOrgans
from sayso.reading.en.bodies import BodyFinder
from sayso.reading.en.entities import Entity, find_entities
from sayso.reading.en.envoys import with_sender
from sayso.reading.en.kinds import KindFinder
from sayso.reading.en.lands import Lands
from sayso.reading.en.named import ByWord, Named, in_order, without_overlap
from sayso.reading.en.namesakes import with_namesakes
from sayso.reading.en.organs import OrganPhrases
from sayso.reading.en.page import Page
from sayso.reading.en.people import People, Somebody
from sayso.reading.en.persons import PersonFinder
from sayso.reading.en.places import is_city, locate, region_after
from sayso.reading.en.settlements import with_places
from sayso.reading.en.things import ThingFinder
from sayso.reading.en.titles import RoleFound, RolePhrases
from sayso.reading.en.weapons import find_weapons
from sayso.reading.en.whose import Whose

_PLACE_LABELS = ("GPE", "LOC", "FAC")
# Labels of longer names that a state's name can be a part of ("Bank of Chile").
_LONGER = ("ORG", "FAC", "LOC")
_DESCRIBES = ("compound", "amod", "nmod", "poss", "nmod:poss")

_PLACE_NOUNS = frozenset(
    {
        "port",
        "city",
        "town",
        "village",
        "harbour",
        "harbor",
        "island",
        "province",
        "region",
        "suburb",
    }
)


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
    hits = list(books.names.find(page.text, page.words))
    weapons = find_weapons(page, _systems(hits), books.weapons)
    armed = {word for weapon in weapons for word in range(weapon.first, weapon.last)}
    known = [n for n in _known(page, hits) if armed.isdisjoint(range(n.first, n.last))]
    things = _without(ThingFinder(page, ByWord(known), books.things).find(), armed)
    taken = {word for thing in things for word in range(thing.first, thing.last)}
    known = with_namesakes(page, _without(known, taken), books.places)
    armed |= taken
    folk = {w for n in known if n.manner == "people" for w in range(n.first, n.last)}
    entities = [
        e
        for e in with_places(page, find_entities(page), known, books)
        if armed.isdisjoint(range(e.first, e.last)) and not folk.issuperset(range(e.first, e.last))
    ]
    others = [n for n in known if n.actor is None or n.actor.type != "person"]
    within = {word: n for n in others for word in range(n.first, n.last)}
    entities = [e for e in entities if not _is_part(e, within)]
    longer = list(_longer(page, entities, others, books.roles))
    whose = Whose(page, known, entities, books)
    phrases = OrganPhrases(books.actors)
    organs = [*phrases.find(page, ByWord(others)), *phrases.seated(page, whose)]
    bare = BareOrgans(page, whose, organs, books.actors, books.roles)
    named_people = [n for n in known if n.actor is not None and n.actor.type == "person"]
    organs += [*phrases.of_regions(page, others, books.places), *bare.led_by(named_people, phrases)]
    kinds = list(KindFinder(page, ByWord(_meant(others)), whose, books.bodies).find())
    organs = sorted((*organs, *kinds), key=lambda n: (n.first - n.last, n.first))
    organs += bare.find(ByWord((*organs, *others)))
    bodies = list(BodyFinder(page, ByWord(others), books.roles, books.bodies).find())
    firm = without_overlap((*weapons, *things, *organs, *bodies, *longer, *_meant(others)))
    led = {w for n in organs for w in range(n.first, n.last)}

    finder = PersonFinder(
        page, ByWord(firm), RolePhrases(books.roles), books.roles, books.places.locative
    )
    lands = Lands(page, whose.only, finder.roles, books.roles)
    found = map(lands.with_land, finder.find(_without(named_people, led), entities))
    people = People((with_sender(page, n, firm, books.roles) for n in found), books.roles)
    persons = _assigned(page, people, {w for n in firm for w in range(n.first, n.last)})
    actors = {id(person): person.actor() for person in people.everybody}
    spoken = [
        Named(
            page.words[first].start, page.words[last - 1].end, first, last, "person", actors[id(p)]
        )
        for (first, last), p in persons.items()
    ]
    model = list(_by_model(page, _outside(entities, finder.roles), firm, books))
    ranked = without_overlap((*weapons, *things, *spoken, *firm, *model))
    ranked = _with_short_forms(page, ranked, ByWord(firm))
    named = (n for n in without_overlap(ranked) if n.manner != "thing")
    names = _cities_apart(page, named, books)
    return Names(
        all=names,
        people=tuple(people.everybody),
        roles=finder.roles,
        starting={named.first: named for named in names},
        persons={first: person for (first, _), person in persons.items()},
        beside={n.first: n.role for p in people.everybody for n in p.places if n.role},
    )


def _is_part(entity: Entity, longer: Mapping[int, Named]) -> bool:
    """Whether a person's name is only a part of a known name: the Martin of Lockheed Martin."""
    named = longer.get(entity.first)
    if named is None or entity.label != "PERSON" or named is not longer.get(entity.last - 1):
        return False
    return named.last - named.first > entity.last - entity.first


def _systems(hits: Iterable[Hit[Known]]) -> Iterator[Hit[System]]:
    for hit in hits:
        if isinstance(hit.value, System):
            yield Hit(hit.start, hit.end, hit.first, hit.last, hit.value)


def _known(page: Page, hits: Iterable[Hit[Known]]) -> Iterator[Named]:
    for hit in hits:
        value = hit.value
        if isinstance(value, Naming):
            manner = value.manner
            if manner == "adjective" and _is_noun(page, hit.first):
                manner = "people"
            yield Named(hit.start, hit.end, hit.first, hit.last, manner, actor=value.actor)
        elif isinstance(value, Place):
            yield Named(hit.start, hit.end, hit.first, hit.last, "name", place=value)


def _is_noun(page: Page, word: int) -> bool:
    """Whether an adjective of a state is the head of its phrase: "a Russian", not "a Russian ship"."""
    if not page.tokens:
        return False
    token = page.tokens[page.word_tokens[word]]
    return token.tag.startswith("NN") and token.dep not in _DESCRIBES


def _meant(known: Iterable[Named]) -> Iterator[Named]:
    """What the book's names mean here. The people of a state ("two Danes") are no actor."""
    for named in known:
        if named.manner != "people":
            yield named


def _longer(
    page: Page, entities: Iterable[Entity], known: Iterable[Named], book: RoleBook
) -> Iterator[Named]:
    """The model's names that hold a state's or a place's name as a part: "the Bank of Chile"."""
    by_word = ByWord(known)
    for entity in entities:
        if entity.label not in _LONGER or page.heading(entity.start):
            continue
        parts = [n for w in range(entity.first, entity.last) if (n := by_word.starting(w))]
        covered = {w for n in parts for w in range(n.first, n.last)}
        rest = [w for w in range(entity.first, entity.last) if w not in covered]
        if not parts or not any(_is_name_word(page, w) for w in rest):
            continue
        if any(n.last > entity.last or (n.actor and n.actor.type != "state") for n in parts):
            continue
        owned = parts[0].first == entity.first and page.gap(parts[0].last - 1).startswith("'")
        named = _entity_named(entity, page, book)
        if named and not owned:
            yield named


def _is_name_word(page: Page, word: int) -> bool:
    return page.words[word].plain[:1].isupper() and page.words[word].key != "the"


def _assigned(page: Page, people: People, taken: set[int]) -> dict[tuple[int, int], Somebody]:
    """Which words name whom: the names found, and bare family names anywhere else."""
    persons: dict[tuple[int, int], Somebody] = {}
    for person in people.everybody:
        for name in person.places:
            persons[name.first, name.last] = person
            taken.update(range(name.first, name.last))
    for at, word in enumerate(page.words):
        if at in taken or not word.plain[:1].isupper() or len(word.plain) < 3:
            continue
        bearers = people.bearers(word.plain)
        if len(bearers) == 1 and not page.tag(at).startswith(("VB", "MD", "IN", "DT")):
            persons[at, at + 1] = bearers[0]
    return persons


def _by_model(
    page: Page, entities: Iterable[Entity], firm: Iterable[Named], books: Books
) -> Iterator[Named]:
    """Organisations and places that only the model finds."""
    countries = {n.actor.country for n in firm if n.actor and n.actor.type == "state"}
    named_countries = {country for country in countries if country}
    names = ByWord(firm)
    for entity in entities:
        if page.heading(entity.start):
            continue
        written = page.text[entity.start : entity.end]
        if entity.label in _PLACE_LABELS or _is_port(page, entity):
            within = region_after(page, entity.last, names, books)
            place = locate(written, named_countries, books, within)
            yield Named(entity.start, entity.end, entity.first, entity.last, "model", place=place)
        elif entity.label == "ORG":
            named = _entity_named(entity, page, books.roles)
            if named:
                yield named


def _is_port(page: Page, entity: Entity) -> bool:
    """Whether the model's organisation is what a noun for a place is of: "the port of Callao"."""
    before = page.keys(max(entity.first - 2, 0), entity.first)
    return len(before) == 2 and before[1] == "of" and before[0] in _PLACE_NOUNS


def _outside(entities: Iterable[Entity], roles: Iterable[RoleFound]) -> Iterator[Entity]:
    """The model's names but those that are part of an office ("Secretary of *State*")."""
    offices = {word for role in roles for word in range(role.noun_first, role.noun_last)}
    for entity in entities:
        if not offices.issuperset(range(entity.first, entity.last)):
            yield entity


def _entity_named(entity: Entity, page: Page, book: RoleBook) -> Named | None:
    written = page.text[entity.start : entity.end]
    if not any(_is_name_word(page, w) for w in range(entity.first, entity.last)):
        return None
    if entity.label in ("LOC", "FAC"):
        place = Place(name=written)
        return Named(entity.start, entity.end, entity.first, entity.last, "model", place=place)
    words = page.words[entity.first : entity.last]
    is_outlet = len(words) > 1 and (
        words[-1].key in book.mastheads or words[0].key in book.stations
    )
    type_: ActorType = "outlet" if is_outlet else "organisation"
    sector = book.sectors.types.get(type_)
    actor = Actor(id=actor_id(written, None), type=type_, name=written, sector=sector)
    return Named(entity.start, entity.end, entity.first, entity.last, "model", actor=actor)


def _with_short_forms(page: Page, names: tuple[Named, ...], firm: ByWord) -> tuple[Named, ...]:
    """The names with short forms for what the article says they stand for, before what the model takes them for."""
    named, short = with_abbreviations(page, names, firm)
    return (*short, *named)


def _without(names: Iterable[Named], words: set[int]) -> list[Named]:
    """The names that none of these words is in."""
    return [named for named in names if words.isdisjoint(range(named.first, named.last))]


def _cities_apart(page: Page, names: Iterable[Named], books: Books) -> tuple[Named, ...]:
    """Capitals that are places here become places."""
    return in_order(_as_city(page, named, books) for named in names)


def _as_city(page: Page, named: Named, books: Books) -> Named:
    if named.manner != "capital" or named.actor is None or not is_city(page, named, books.places):
        return named
    written = page.text[named.start : named.end]
    country = named.actor.country
    place = locate(written, {country} if country else (), books)
    return named._replace(actor=None, place=place)
