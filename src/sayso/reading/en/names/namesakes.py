"""A region that bears a state's name: Georgia of the United States, and not of the Caucasus.

The region is meant after one of its towns ("Savannah, Georgia") or "state of", beside another region of its state
("Georgia and Alabama"), and in an article that speaks of the region's state by such words and never of the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.books.entries import Namesake
from sayso.books.places import PlaceBook
from sayso.books.wording import fold
from sayso.model.text import Place
from sayso.reading.en.names.named import Named
from sayso.reading.en.page import Page

_JOINS = frozenset({"and", "or"})


def with_namesakes(page: Page, known: Collection[Named], book: PlaceBook) -> list[Named]:
    """The names, those states that are regions here as places."""
    return [_as_region(page, named, known, book) for named in known]


def _as_region(page: Page, named: Named, known: Collection[Named], book: PlaceBook) -> Named:
    state = named.actor
    shared = book.shared.get(state.country or "") if state and state.type == "state" else None
    if shared is None or fold(page.text[named.start : named.end]) != fold(shared.name):
        return named
    others = [n for n in known if n is not named and not _is_called(page, n, shared.name)]
    regions = [n for n in others if n.place and n.place.country == shared.country]
    own = any(n.actor and state and n.actor.country == state.country for n in others)
    if _is_told(page, named, regions, shared) or (not own and _is_hinted(page, regions, shared)):
        return named._replace(
            actor=None, place=Place(name=shared.name, country=shared.country), manner="name"
        )
    return named


def _is_called(page: Page, named: Named, name: str) -> bool:
    return fold(page.text[named.start : named.end]) == fold(name)


def _is_told(page: Page, named: Named, regions: Iterable[Named], shared: Namesake) -> bool:
    """Whether the words right before or after the name tell that it is the region."""
    first, last = named.first, named.last
    if page.keys(first - 2, first) == ("state", "of"):
        return True
    before, after = page.gap(first - 1), page.gap(last - 1)
    towns = {fold(city) for city in shared.cities}
    if before == ", " and page.words[first - 1].key in towns:
        return True
    for region in regions:
        joined = page.keys(region.last, first) if region.last <= first else ()
        follows = page.keys(last, region.first) if region.first >= last else ()
        if region.last == first and before == ", ":
            return True
        if region.first == last and after == ", ":
            return True
        if (len(joined) == 1 and joined[0] in _JOINS) or (
            len(follows) == 1 and follows[0] in _JOINS
        ):
            return True
    return False


def _is_hinted(page: Page, regions: Iterable[Named], shared: Namesake) -> bool:
    """Whether the article speaks of the region's state: of other regions, of its towns, of its offices."""
    words = {word.plain for word in page.words}
    hints = {*shared.cities, *shared.words}
    return any(True for _ in regions) or not words.isdisjoint(hints)
