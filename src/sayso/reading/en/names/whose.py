"""Which state an organ or a body is of: by its name, by the words before and after it, by the article."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sayso.books.library import Books
from sayso.books.printed import in_sentence
from sayso.model.text import Actor, Sector
from sayso.reading.en.names.entities import Entity
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.places import locate
from sayso.reading.en.page import Page

_STATE = ("name", "adjective", "capital")


class Whose:
    """`known` are the names of the books, people of the books among them; `entities` the model's names.

    A capital that is somebody's given name ("Sofia Torres") tells no state.
    """

    def __init__(
        self, page: Page, known: Collection[Named], entities: Iterable[Entity], books: Books
    ) -> None:
        self._page = page
        self._books = books
        entities = tuple(entities)
        folk = {w for e in entities if e.label == "PERSON" for w in range(e.first, e.last - 1)}
        known = [n for n in known if n.manner != "capital" or n.first not in folk]
        self._names = ByWord(n for n in known if n.actor is None or n.actor.type != "person")
        self._places = {e.first: e for e in entities if e.label == "GPE"}
        self._countries = {n.actor.country for n in known if n.actor and n.actor.country}
        self._lands = {c for n in known if (c := _land(n)) is not None}

    @property
    def only(self) -> Actor | None:
        """The one state of the article: that of every state, region, capital and organ known in it."""
        if len(self._lands) != 1:
            return None
        return self._books.actors.states.get(next(iter(self._lands)))

    @property
    def lands(self) -> frozenset[str]:
        """The states (ISO 3166-1 alpha-3) that the article names, or of which it names regions and organs."""
        return frozenset(self._lands)

    def state_of(self, first: int, last: int, seated: bool = True) -> Actor | None:
        """The state in a name of these words, else before it, else after "of", or if `seated` "in", behind it."""
        for word in range(first, last):
            state = self._state(self._names.starting(word))
            if state is not None:
                return state
        return self._before(first) or self._after(last, seated)

    def owner_of(self, first: int) -> Actor | None:
        """The state whose "'s" stands right before a name."""
        return self._before(first) if self._page.gap(first - 2) == "'" else None

    def after_in(self, last: int) -> Actor | None:
        """The state, or that of the town, after "in": "police *in Tampere*"."""
        page = self._page
        if page.keys(last, last + 1) != ("in",) or page.gap(last - 1) != " ":
            return None
        if page.gap(last) != " ":
            return None
        named = self._names.starting(last + 1)
        if named is not None:
            return self._located(named)
        if page.keys(last + 1, last + 2) == ("the",):
            named = self._names.starting(last + 2)
            adjective = named is not None and named.manner == "adjective"
            of_place = adjective and named is not None and page.words[named.last].plain.islower()
            return self._state(named) if of_place else None
        entity = self._places.get(last + 1)
        if entity is None:
            return None
        written = page.text[entity.start : entity.end]
        country = locate(written, {c for c in self._countries if c}, self._books).country
        return self._books.actors.states.get(country or "")

    def town_in(self, first: int, last: int) -> Actor | None:
        """The state of the town after "of" in a name: "University *of Bergen*"."""
        page = self._page
        of = next((at for at in range(last - 2, first, -1) if page.words[at].key == "of"), None)
        if of is None:
            return None
        written = page.text[page.words[of + 1].start : page.words[last - 1].end]
        country = locate(written, self._lands, self._books).country
        return self._books.actors.states.get(country or "")

    def town_at(self, word: int) -> str | None:
        """The state (ISO 3166-1 alpha-3) of the town that a word with a capital names; None for what is none."""
        written = self._page.words[word].plain if word < len(self._page.words) else ""
        named = self._names.starting(word)
        if named is not None and named.manner == "capital" and named.actor is not None:
            return named.actor.country
        if named is not None or not written[:1].isupper() or not self._books.cities.find(written):
            return None
        return locate(written, self._lands, self._books).country

    def _located(self, named: Named) -> Actor | None:
        """The state that a place is in: itself, or the one of a region."""
        if named.place is not None:
            return self._books.actors.states.get(named.place.country or "")
        return self._state(named) if named.manner != "adjective" else None

    def named(self, written: str, state: Actor | None) -> str:
        """A name with its state: "Ministry of Water of the Gambia"."""
        return f"{written} of {in_sentence(state.name)}" if state else written

    def sector(self, first: int, sector: Sector | None) -> Sector | None:
        """The sector that a word right before the name tells ("the *opposition* Harvest Party"), else its own."""
        told = self._books.roles.sectors.words
        before = self._page.words[first - 1].key if self._page.gap(first - 1) == " " else ""
        return told.get(before) or sector

    def _state(self, named: Named | None) -> Actor | None:
        if named is None or named.actor is None or named.manner not in _STATE:
            return None
        return named.actor if named.actor.type == "state" else None

    def _before(self, first: int) -> Actor | None:
        """The state right before a name, or before its "'s": "Ghana's ruling Harvest Party"."""
        page = self._page
        at = first
        while at > 0 and page.gap(at - 1) == " " and page.words[at - 1].key in self._beside:
            at -= 1
        if at > 0 and page.words[at - 1].key == "s" and page.gap(at - 2) == "'":
            at -= 1
        elif page.gap(at - 1) not in (" ", "' "):
            return None
        return self._state(self._names.ending(at))

    @property
    def _beside(self) -> frozenset[str]:
        return self._books.roles.carrier_words | self._books.bodies.words_beside

    def _after(self, last: int, seated: bool) -> Actor | None:
        page = self._page
        if page.keys(last, last + 1) == ("of",) and page.gap(last - 1) == " ":
            at = last + 1 + (page.keys(last + 1, last + 2) == ("the",))
            named = self._names.starting(at)
            return self._state(named) if named and named.manner == "name" else None
        return self.after_in(last) if seated else None


def _land(named: Named) -> str | None:
    """The state that a name speaks of; agencies, papers and companies write of states that are not theirs."""
    if named.place is not None:
        return named.place.country
    of_state = named.actor is not None and named.actor.type in ("state", "government", "person")
    return named.actor.country if named.actor and of_state else None
