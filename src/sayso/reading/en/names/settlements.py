"""Which of the model's names are places, by how the article uses them and by the table of cities.

The small model takes towns that it does not know for people ("Near Harim, one strike …"). A name that
something is "in" or "near" is a place everywhere in the article, unless it is a person's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sayso.books.library import Books
from sayso.books.places import LARGE
from sayso.books.wording import fold
from sayso.reading.en.names.entities import Entity
from sayso.reading.en.names.named import Named
from sayso.reading.en.names.places import meant_city
from sayso.reading.en.page import Page

_Key = tuple[str, ...]
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MISTAKEN = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT"})
_LONGEST = 4  # words of a place's name
_TELLING = 8  # letters from which on a large city's name is seldom a person's too
_SHORT = 4  # letters of a name that is looked up though the model saw none
_TAGS = ("NNP", "NN", "RB", "JJ")  # of towns that the tagger does not know
_WAYS = ("to", "towards", "toward")
_JOINS = frozenset({"and", "or"})


class _Use(NamedTuple):
    """How an article uses a name: what the model calls it, how often it stands, and how often in or near it."""

    labels: frozenset[str]
    written: str
    times: int = 0
    located: int = 0

    @property
    def mostly(self) -> bool:
        """Whether something is in or near it half of the time or more: "believe in Ana Torres" is rare."""
        return 0 < self.times <= 2 * self.located


def with_places(
    page: Page, entities: Iterable[Entity], known: Collection[Named], books: Books
) -> tuple[Entity, ...]:
    """The model's names, those that are places so labelled, with the places that it passed over."""
    found = tuple(entities)
    uses = _uses(page, found, books)
    folk = {
        word
        for key, use in uses.items()
        if "PERSON" in use.labels and len(key) > 1 and not use.mostly
        for word in key
    }
    countries = {n.actor.country for n in known if n.actor and n.actor.type == "state"}
    places = {
        key
        for key, use in uses.items()
        if folk.isdisjoint(key)
        and not _is_called(key, use, books)
        and _is_place(key, use, countries, books)
        and not _bears(key, use, uses)
    }
    named = tuple(
        _place_of(page, e, len(_key(page, e, books)))
        if e.label not in _PLACES and _key(page, e, books) in places
        else e
        for e in found
    )
    found = (*named, *_passed_over(page, named, known, places))
    return (*found, *_unmarked(page, found, known, folk, books))


def _is_called(key: _Key, use: _Use, books: Books) -> bool:
    """Whether a name is, or begins with, a given name, and no large town that something is in: "in Rosario"."""
    if key[0] not in books.roles.given:
        return False
    largest = books.cities.find(use.written)[:1] if len(key) == 1 and use.mostly else ()
    return not any(c.population >= LARGE and fold(c.place.name) == key[0] for c in largest)


def _place_of(page: Page, entity: Entity, size: int) -> Entity:
    first = entity.last - size
    return entity._replace(first=first, start=page.words[first].start, label="GPE")


def _bears(key: _Key, use: _Use, uses: Mapping[_Key, _Use]) -> bool:
    """Whether a name that stands but once is of somebody whom the article goes on to name by its last word."""
    short = uses.get(key[-1:])
    if len(key) == 1 or use.times > 1 or short is None:
        return False
    return "PERSON" in short.labels and not short.mostly


def _uses(page: Page, entities: Iterable[Entity], books: Books) -> dict[_Key, _Use]:
    uses: dict[_Key, _Use] = {}
    for entity in entities:
        key = _key(page, entity, books)
        if entity.label in _MISTAKEN and not page.heading(entity.start) and len(key) <= _LONGEST:
            before = uses.get(key, _Use(frozenset(), page.text[entity.start : entity.end]))
            uses[key] = before._replace(labels=before.labels | {entity.label})
    for first, last in _occurrences(page, uses):
        use = uses[page.keys(first, last)]
        uses[page.keys(first, last)] = use._replace(
            times=use.times + 1, located=use.located + _is_located(page, first, last, books)
        )
    return uses


def _occurrences(page: Page, keys: Collection[_Key]) -> Iterator[tuple[int, int]]:
    """Where words with a capital are one of these names, from left to right, the longest at each word."""
    longest: dict[str, int] = {}
    for key in keys:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    free = 0
    for at in page.places(longest.keys()):
        word = page.words[at]
        if at < free or not word.plain[:1].isupper():
            continue
        most = longest[word.key]
        last = next((at + n for n in range(most, 0, -1) if page.keys(at, at + n) in keys), 0)
        if last:
            yield at, last
            free = last


def _is_located(page: Page, first: int, last: int, books: Books) -> bool:
    """Whether something is in these words: "near Bergen", "the port of Bergen"; not "in Bergen's view"."""
    if not first or page.gap(first - 1) != " " or page.gap(last - 1) == "'":
        return False
    before = page.words[first - 1].key
    if before in _WAYS and page.tokens:
        way = page.tokens[page.word_tokens[first - 1]]
        return page.tokens[way.head].lemma in books.places.going
    if before == "of" and first > 1 and page.gap(first - 2) == " ":
        return page.words[first - 2].key in books.places.heads | books.places.parts
    return before in books.places.locative


def _is_place(key: _Key, use: _Use, countries: Collection[str | None], books: Books) -> bool:
    if use.labels & {"GPE", "LOC"} and use.located:
        return True
    if use.labels <= _PLACES or (use.labels == {"NORP"} and not use.located):
        return False
    cities = books.cities.find(use.written)
    if use.labels == {"NORP"}:
        return len(cities) == 1 and fold(cities[0].place.name) == " ".join(key)
    here = any(city.place.country in countries for city in cities)
    large = len(cities) == 1 and cities[0].population >= LARGE
    own = len(cities) == 1 and fold(cities[0].place.name) == " ".join(key)
    if use.labels == {"PRODUCT"} and not use.located:
        return False
    if "PERSON" not in use.labels:
        known = len(key) == 1 and len(cities) == 1 and (here or (large and own))
        return known or (here and use.located > 0)
    located = use.mostly if len(key) > 1 else use.located > 0
    return located or (large and (here or own or len(use.written) >= _TELLING))


def _passed_over(
    page: Page, entities: Iterable[Entity], known: Iterable[Named], places: set[_Key]
) -> Iterator[Entity]:
    """Where the model saw no name, and the article has one of its places."""
    taken = {w for e in entities for w in range(e.first, e.last)}
    taken.update(w for n in known for w in range(n.first, n.last))
    for first, last in _occurrences(page, places):
        if taken.isdisjoint(range(first, last)):
            start, end = page.words[first].start, page.words[last - 1].end
            yield Entity(start, end, first, last, "GPE")


def _unmarked(
    page: Page,
    entities: Collection[Entity],
    known: Iterable[Named],
    folk: Collection[str],
    books: Books,
) -> Iterator[Entity]:
    """Towns that the model saw nowhere, by the table: large ones, and others that something is in or near."""
    taken = {w for e in entities for w in range(e.first, _titled(page, e, books))}
    taken.update(w for n in known for w in range(n.first, n.last))
    ends = {e.last for e in entities if e.label == "GPE"}
    people = {_titled(page, e, books) for e in entities if e.label in ("PERSON", "ORG")}
    for at in page.capitals:
        word = page.words[at]
        if at in taken or not _is_unmarked(page, at, folk):
            continue
        if _is_joined(page, at - 1, at - 1) or _is_joined(page, at, at + 1):
            continue
        city = meant_city(word.plain, books)
        if city is None:
            continue
        joined = at > 1 and page.words[at - 1].key in _JOINS and at - 1 in ends
        joined = joined or (at - 1 in people and page.words[at - 1].key == "of")
        near = joined or _is_located(page, at, at + 1, books) or _has_office(page, at, books)
        own = fold(city.place.name) == word.key
        noun = page.tag(at) == "NNP" and len(books.cities.find(word.plain)) == 1
        large = noun and city.population >= LARGE and not _begins(page, at)
        if word.key in books.roles.given and not (near and own and city.population >= LARGE):
            continue
        if (near and own) or (large and (own or len(word.plain) >= _TELLING)):
            ends.add(at + 1)
            yield Entity(word.start, word.end, at, at + 1, "GPE")


def _titled(page: Page, entity: Entity, books: Books) -> int:
    """The end of a name, before "of" where it begins with an office: "Bishop A B *of Bergen*"."""
    if (page.words[entity.first].key,) not in books.roles.nouns:
        return entity.last
    inside = range(entity.first + 1, entity.last)
    return next((at for at in inside if page.words[at].key == "of"), entity.last)


def _has_office(page: Page, at: int, books: Books) -> bool:
    """Whether a name stands before what only a town has, in small letters: "Bergen mayor"."""
    following = page.words[at + 1 : at + 2]
    return page.gap(at) == " " and any(
        word.plain.islower() and word.key in books.places.facilities for word in following
    )


def _is_unmarked(page: Page, at: int, folk: Collection[str]) -> bool:
    word = page.words[at]
    return (
        len(word.plain) >= _SHORT
        and word.plain[1:].islower()
        and page.tag(at).startswith(_TAGS)
        and word.key not in folk
        and word.key not in page.small
        and not page.heading(word.start)
    )


def _is_joined(page: Page, left: int, word: int) -> bool:
    """Whether a word with a capital stands right beside: no name by itself."""
    if page.gap(left) not in (" ", "-") or not 0 <= word < len(page.words):
        return False
    return page.words[word].plain[:1].isupper() and page.tag(word).startswith("NNP")


def _begins(page: Page, at: int) -> bool:
    start = page.words[at].start
    return page.sentences[page.sentence_at(start)].start == start


def _key(page: Page, entity: Entity, books: Books) -> _Key:
    """The name's words, without the preposition that the model may have taken along."""
    leads = page.words[entity.first].key in books.places.locative
    return page.keys(entity.first + (leads and entity.last - entity.first > 1), entity.last)
