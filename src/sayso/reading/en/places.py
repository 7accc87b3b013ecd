"""Places in a text: when a capital is the city and not its government, and which city a name is."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.places import Cities, PlaceBook
from sayso.model.text import Place
from sayso.reading.en.named import Named
from sayso.reading.en.page import Page


def is_city(page: Page, capital: Named, book: PlaceBook) -> bool:
    """Whether a capital stands for the city: "in Oslo", "flew to Oslo", "Oslo, Norway", "Oslo and Bergen"."""
    first = capital.first
    before = page.words[first - 1].key if first and page.gap(first - 1) == " " else ""
    if before in book.locative:
        return True
    if not page.tokens:
        return False
    token = page.tokens[page.word_tokens[first]]
    if before == "to":
        to = page.tokens[token.head]
        return page.tokens[to.head].lemma in book.going
    if before == "of" and first > 1:
        return page.words[first - 2].key in book.heads
    if token.dep == "dobj":
        return page.tokens[token.head].lemma in book.going
    if token.dep == "conj":
        return _is_object_of_place(page, token.head, book)
    return False


def _is_object_of_place(page: Page, index: int, book: PlaceBook) -> bool:
    """Whether a token, or the first member of its list, is governed by a preposition of place."""
    seen: set[int] = set()
    while page.tokens[index].dep == "conj" and index not in seen:
        seen.add(index)
        index = page.tokens[index].head
    token = page.tokens[index]
    return token.dep == "pobj" and page.tokens[token.head].lemma in book.locative


def locate(name: str, countries: Collection[str], cities: Cities) -> Place:
    """The place of a name: its city where only one bears the name, or only one in the states named.

    Else the name alone: which of several cities it is would be a guess.
    """
    found = cities.find(name)
    if len(found) > 1:
        found = tuple(city for city in found if city.place.country in countries)
    if len(found) == 1:
        city = found[0].place
        return Place(name=city.name, country=city.country, lat=city.lat, lon=city.lon)
    shared = {city.place.country for city in found}
    return Place(name=name, country=shared.pop() if len(shared) == 1 else None)
