"""Names of a page that the books hold: weapons and things before any others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.books.entered import Naming
from sayso.books.index import Hit
from sayso.books.library import Books, Known
from sayso.books.weapons import System
from sayso.model.text import Place
from sayso.reading.en.names.named import ByWord, Named, without, words_of
from sayso.reading.en.names.namesakes import with_namesakes
from sayso.reading.en.names.places import locate
from sayso.reading.en.names.things import ThingFinder
from sayso.reading.en.names.weapons import find_weapons
from sayso.reading.en.page import Page

_DESCRIBES = ("compound", "amod", "nmod", "poss", "nmod:poss")


class Entered(NamedTuple):
    """What the books name on a page: weapons and things first, and `known` names beside them."""

    weapons: Sequence[Named]
    things: Sequence[Named]
    known: Sequence[Named]

    @property
    def people(self) -> list[Named]:
        """The known names of people."""
        return [n for n in self.known if n.actor is not None and n.actor.type == "person"]

    @property
    def others(self) -> list[Named]:
        """The known names of all else."""
        return [n for n in self.known if n.actor is None or n.actor.type != "person"]


def entered(page: Page, books: Books) -> Entered:
    """What the books name; a weapon's words name nothing else, and nor do a thing's."""
    hits = list(books.names.find(page.text, page.words))
    weapons = find_weapons(page, _systems(hits), books.weapons)
    armed = words_of(weapons)
    known = [n for n in _known(page, hits) if armed.isdisjoint(range(n.first, n.last))]
    found = without(ThingFinder(page, ByWord(known), books.things).find(), armed)
    things = [_placed(thing, books) for thing in found]
    known = with_namesakes(page, without(known, words_of(things)), books.places)
    return Entered(weapons, things, known)


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


def _placed(thing: Named, books: Books) -> Named:
    """A place by its words, with its coordinates where it is a city: "Port Harcourt"."""
    if thing.place is None or not books.cities.find(thing.place.name):
        return thing
    return thing._replace(place=locate(thing.place.name, (), books))
