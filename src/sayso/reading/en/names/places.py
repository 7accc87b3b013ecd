"""Places in a text: when a capital is the city and not its government, and which city a name is."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.library import Books
from sayso.books.places import LARGE, City, PlaceBook
from sayso.books.wording import fold
from sayso.model.text import Place
from sayso.reading.en.datelines import dateline_end
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_FAR_LARGER = 10  # so many times as large as the next, a city is the one that everybody means
_LARGER = 5  # … as the next that is no large city itself
_WAYS = ("to", "for", "from", "between")
_LONGEST = 3  # words of a region's name


def is_city(page: Page, capital: Named, book: PlaceBook) -> bool:
    """Whether a capital stands for the city: "in Oslo", "flew to Oslo", "Oslo, Norway", "Oslo and Bergen"."""
    if _is_whence(page, capital):
        return True
    first = capital.first
    before = page.words[first - 1].key if first and page.gap(first - 1) == " " else ""
    if before in book.locative or (before in book.parts and page.words[first - 1].plain.islower()):
        return True
    if not page.tokens:
        return False
    if _has_buildings(page, capital.last, book):
        return True
    token = page.tokens[_head(page, capital)]
    governor = page.tokens[token.head]
    if before == "of" and first > 1:
        return page.words[first - 2].key in book.heads | book.parts
    if before in _WAYS:
        whence = page.tokens[governor.head].lemma
        return whence in book.going or (before == "from" and whence in book.movers)
    if token.dep == "conj":
        return _is_object_of_place(page, token.head, book)
    return token.dep == "dobj" and governor.lemma in book.going


def _is_whence(page: Page, named: Named) -> bool:
    """Whether a name begins its paragraph's dateline: where the article was written."""
    text, start = page.text, named.start
    if start and text[start - 1] != "\n":
        return False
    line = text[start:].partition("\n")[0]
    return named.end - start <= dateline_end(line)


def _head(page: Page, named: Named) -> int:
    """The token of a name that its other words hang on."""
    inside = range(page.word_tokens[named.first], page.word_tokens[named.last - 1] + 1)
    return next((at for at in inside if page.tokens[at].head not in inside), inside[-1])


def _has_buildings(page: Page, last: int, book: PlaceBook) -> bool:
    """Whether a name stands before what a city has: "Oslo airport", "an Oslo lawyer"."""
    at = last
    if page.gap(at - 1) == "'" and page.keys(at, at + 1) == ("s",):
        at += 1
    if at >= len(page.words) or page.gap(at - 1) != " " or not page.words[at].plain.islower():
        return False
    return page.tokens[page.word_tokens[at]].lemma in book.facilities | book.movers


def _is_object_of_place(page: Page, index: int, book: PlaceBook) -> bool:
    """Whether a token, or the first member of its list, is governed by a preposition of place."""
    seen: set[int] = set()
    while page.tokens[index].dep == "conj" and index not in seen:
        seen.add(index)
        index = page.tokens[index].head
    token = page.tokens[index]
    if token.dep != "pobj":
        return False
    preposition = page.tokens[token.head]
    way = preposition.lemma == "between" and page.tokens[preposition.head].lemma in book.going
    return preposition.lemma in book.locative or way


def locate(name: str, countries: Collection[str], books: Books, within: str | None = None) -> Place:
    """The place of a name: the city that the text means, else the region, else the name alone.

    `within` is the state (ISO 3166-1 alpha-3) or region (ISO 3166-2) named right after it: "Paris, Texas".
    Of several cities the one that everybody means (ten times as large as the next), else the only one in
    the states that the text names; which of the others it is would be a guess.
    """
    cities = books.cities.find(name)
    if within is not None:
        cities = tuple(c for c in cities if within in (c.place.country, c.region))
    city = _meant(cities, fold(name), countries)
    if city is not None:
        place = city.place
        return Place(name=place.name, country=place.country, lat=place.lat, lon=place.lon)
    region = books.regions.find(name)
    shared = {
        one.place.country for one in cities if not countries or one.place.country in countries
    }
    if region is not None and shared <= {region.place.country}:
        known = region.alone if within is None else within == region.place.country
        if known or region.place.country in countries:
            return region.place
    return Place(name=name, country=shared.pop() if len(shared) == 1 else None)


def meant_city(name: str, books: Books) -> City | None:
    """The city that everybody means by a name, whatever the text speaks of."""
    return _meant(books.cities.find(name), fold(name), ())


def _meant(cities: tuple[City, ...], name: str, countries: Collection[str]) -> City | None:
    """The city that a name means without more words; `cities` begin with the largest."""
    here = tuple(city for city in cities if city.place.country in countries)
    own = tuple(city for city in cities if fold(city.place.name) == name)
    for group in (cities, here, own if own[:1] == cities[:1] else ()):
        alone = len(group) == 1
        if alone or (group and _is_far_larger(group[0], group[1], group is cities)):
            first = group[0]
            if alone or first.population >= LARGE:
                return first
    return None


def _is_far_larger(first: City, second: City, of_all: bool) -> bool:
    """Whether everybody means the first: ten times as large, five times as a small town if no other bears it."""
    times = _LARGER if of_all and second.population < LARGE else _FAR_LARGER
    return first.population >= times * second.population > 0


def region_after(page: Page, last: int, names: ByWord, books: Books) -> str | None:
    """The state or region that is named after word `last` and a comma: "Paris, *Texas*"."""
    if page.gap(last - 1) != ", ":
        return None
    named = names.starting(last)
    if named is not None and named.actor is not None and named.actor.type == "state":
        return named.actor.country if named.manner == "name" else None
    for end in range(min(last + _LONGEST, len(page.words)), last, -1):
        region = books.regions.find(page.text[page.words[last].start : page.words[end - 1].end])
        if region is not None and page.words[last].plain[:1].isupper():
            return region.code
    return None
