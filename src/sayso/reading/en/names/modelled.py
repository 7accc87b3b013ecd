"""What only the language model finds: bodies, places, and longer names that a state's name is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sayso.books.library import Books
from sayso.model.text import Actor, ActorType, Place, actor_id
from sayso.reading.en.names.entities import Entity
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.places import locate, region_after
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_PLACE_LABELS = ("GPE", "LOC", "FAC")
# Labels of longer names that a state's name can be a part of ("Bank of Chile").
_LONGER = ("ORG", "FAC", "LOC")
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


def by_model(
    page: Page,
    entities: Iterable[Entity],
    firm: Iterable[Named],
    lands: frozenset[str],
    books: Books,
) -> Iterator[Named]:
    """Organisations and places that only the model finds; `lands` are the states that the article speaks of."""
    names = ByWord(firm)
    for entity in entities:
        if page.heading(entity.start):
            continue
        written = page.text[entity.start : entity.end]
        if entity.label in _PLACE_LABELS or _is_port(page, entity):
            within = region_after(page, entity.last, names, books)
            place = locate(written, lands, books, within)
            yield Named(entity.start, entity.end, entity.first, entity.last, "model", place=place)
        elif entity.label == "ORG":
            named = _entity_named(entity, page, books)
            if named:
                yield named


def towns(
    page: Page,
    entities: Iterable[Entity],
    firm: Iterable[Named],
    countries: frozenset[str],
    books: Books,
) -> Iterator[Named]:
    """The towns of known states among what the model takes for places."""
    taken = {w for n in firm for w in range(n.first, n.last)}
    for e in entities:
        if e.label == "GPE" and taken.isdisjoint(range(e.first, e.last)):
            place = locate(page.text[e.start : e.end], countries, books)
            if place.country is not None:
                yield Named(e.start, e.end, e.first, e.last, "model", place=place)


def longer(
    page: Page, entities: Iterable[Entity], known: Iterable[Named], books: Books
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
        named = _entity_named(entity, page, books)
        if named and not owned:
            yield _of_land(named, parts)


def _of_land(named: Named, parts: list[Named]) -> Named:
    """A body whose name has a state's adjective, or ends with a state's name, is that state's: "Chess Kenya"."""
    told = [p for p in parts if p.manner == "adjective" or p.last == named.last]
    if named.actor is None or len(parts) != 1 or not told or told[0].actor is None:
        return named
    country = told[0].actor.country
    actor = msgspec.structs.replace(
        named.actor, id=actor_id(named.actor.name, country), country=country
    )
    return named._replace(actor=actor)


def outside(entities: Iterable[Entity], roles: Iterable[RoleFound]) -> Iterator[Entity]:
    """The model's names but those that are part of an office ("Secretary of *State*").

    Nor those that end within one: "*British Defence* Secretary".
    """
    told = tuple(roles)
    offices = {word for role in told for word in range(role.noun_first, role.noun_last)}
    inside = {word for role in told for word in range(role.noun_first + 1, role.noun_last)}
    for entity in entities:
        cut = entity.last in inside and entity.last - 1 in offices
        if not cut and not offices.issuperset(range(entity.first, entity.last)):
            yield entity


def _is_name_word(page: Page, word: int) -> bool:
    return page.words[word].plain[:1].isupper() and page.words[word].key != "the"


def _is_port(page: Page, entity: Entity) -> bool:
    """Whether the model's organisation is what a noun for a place is of: "the port of Callao"."""
    before = page.keys(max(entity.first - 2, 0), entity.first)
    return len(before) == 2 and before[1] == "of" and before[0] in _PLACE_NOUNS


def _entity_named(entity: Entity, page: Page, books: Books) -> Named | None:
    written = page.text[entity.start : entity.end]
    if not any(_is_name_word(page, w) for w in range(entity.first, entity.last)):
        return None
    if entity.label in ("LOC", "FAC"):
        city = bool(books.cities.find(written))  # "Port Sudan", which the model takes for a port
        place = locate(written, (), books) if city else Place(name=written)
        return Named(entity.start, entity.end, entity.first, entity.last, "model", place=place)
    words = page.words[entity.first : entity.last]
    is_outlet = len(words) > 1 and (
        words[-1].key in books.roles.mastheads or words[0].key in books.roles.stations
    )
    type_: ActorType = "outlet" if is_outlet else "organisation"
    sector = books.roles.sectors.types.get(type_)
    actor = Actor(id=actor_id(written, None), type=type_, name=written, sector=sector)
    return Named(entity.start, entity.end, entity.first, entity.last, "model", actor=actor)
