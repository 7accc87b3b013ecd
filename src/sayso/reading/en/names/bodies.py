"""Bodies that no book knows, by the noun beside the name: "the Meridian news agency", "the airline Nordskies".

The noun may also follow in an apposition: "Nordskies, the Lisbon airline, …".
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.books.bodies import BodyBook
from sayso.books.roles import RoleBook
from sayso.model.text import Actor, ActorType, actor_id
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.page import Page

_LONGEST = 3  # words of a name, and of a noun of the book
_DESCRIBED = 6  # words of an apposition
_ARTICLES = frozenset({"the", "a", "an"})
_TIMES = ("DATE", "TIME")  # "the company *Friday* said"


class BodyFinder:
    """Finds bodies by pattern; `names` are the names that are known already."""

    def __init__(self, page: Page, names: ByWord, book: RoleBook, bodies: BodyBook) -> None:
        self._page = page
        self._names = names
        self._covered = {word for named in names for word in range(named.first, named.last)}
        self._sectors = book.sectors.types
        self._beside = book.carrier_words
        self._nouns = book.carriers
        self._leading = bodies.beside
        self._roles = book.nouns
        self._given = book.given
        self._starts = book.starts_of_carriers | bodies.starts_beside

    def find(self) -> Iterator[Named]:
        """Capitalised words before, or right after, a noun for an agency or an outlet."""
        free = 0
        for at in self._page.places(self._starts | _ARTICLES):
            if at < free:
                continue
            led = self._led(at) or self._apposed(at)
            if led is not None:
                yield led
                free = led.last
                continue
            last, type_ = self._noun(at) if self._page.words[at].key in self._starts else (at, None)
            if type_ is not None and at not in self._covered:
                found = self._before(at, type_) or self._after(at, last, type_)
                if found:
                    yield found
            free = last

    def _led(self, at: int) -> Named | None:
        """A body right after a noun for such bodies, with nothing but a space between them."""
        page = self._page
        if page.words[at].key not in self._starts:
            return None
        for last in range(min(at + _LONGEST, len(page.words)), at, -1):
            kind = self._leading.get(page.keys(at, last))
            if kind is None or page.gap(last - 1) != " " or page.words[at].plain.isupper():
                continue
            if page.gap(last) == "'" or any(page.gap(w) != " " for w in range(at, last - 1)):
                continue
            found = self._after(at, last, kind.type)
            if found is not None and found.actor is not None:
                sector = kind.sector or found.actor.sector
                actor = msgspec.structs.replace(found.actor, sector=sector)
                return found._replace(actor=actor)
        return None

    def _apposed(self, at: int) -> Named | None:
        """A body before a comma and a noun for such bodies with its article: "Nordskies, *the Lisbon airline*"."""
        page = self._page
        if page.words[at].key not in _ARTICLES or page.gap(at - 1) != ", ":
            return None
        end = at + 1
        while end < min(at + _DESCRIBED, len(page.words)) and page.gap(end - 1) in (" ", "-"):
            end += 1
        for last in range(end, at + 1, -1):
            for noun in range(max(at + 1, last - _LONGEST), last):
                kind = self._leading.get(page.keys(noun, last))
                ends = page.gap(last - 1)[:1] in (",", ".") or last == len(page.words)
                if kind is None or not ends or page.keys(noun, last) in self._roles:
                    continue
                found = self._before(at, kind.type, parted=", ")
                if found is None or found.actor is None or self._is_called(found):
                    return None
                sector = kind.sector or found.actor.sector
                return found._replace(actor=msgspec.structs.replace(found.actor, sector=sector))
        return None

    def _noun(self, at: int) -> tuple[int, ActorType | None]:
        for last in range(min(at + _LONGEST, len(self._page.words)), at, -1):
            type_ = self._nouns.get(self._page.keys(at, last))
            if type_ == "agency" and last == at + 1 and self._page.words[at].plain[:1].isupper():
                continue  # "the Energy Agency" bears its own name; "the Meridian agency" is one of news
            if type_:
                return last, type_
        return at, None

    def _is_called(self, named: Named) -> bool:
        """Whether a name begins with somebody's given name."""
        return self._page.words[named.first].key in self._given

    def _before(self, at: int, type_: ActorType, parted: str = " ") -> Named | None:
        first = at
        while first > 0 and at - first < _LONGEST:
            between = self._page.gap(first - 1)
            if between not in ((parted, "-") if first == at else (" ", "-")):
                break
            if self._names.ending(first) or not self._is_name(first - 1):
                break
            first -= 1
        return self._named(first, at, at, type_) if first < at else None

    def _after(self, at: int, last: int, type_: ActorType) -> Named | None:
        end = last
        while end - last < _LONGEST and self._page.gap(end - 1) in (" ", "-"):
            if self._names.starting(end) or not self._is_name(end):
                break
            end += 1
        return self._named(last, end, at, type_) if end > last else None

    def _named(self, first: int, last: int, noun: int, type_: ActorType) -> Named:
        """The body as a name; its state is the one whose name or adjective stands before it all."""
        page = self._page
        start, end = page.words[first].start, page.words[last - 1].end
        written = page.text[start:end]
        at = min(first, noun)
        while at > 0 and page.gap(at - 1) == " " and page.words[at - 1].key in self._beside:
            at -= 1
        if at > 0 and page.words[at - 1].key == "s" and page.gap(at - 2) == "'":
            at -= 1
        owner = self._names.ending(at)
        state = owner.actor if owner and owner.actor and owner.actor.type == "state" else None
        country = state.country if state else None
        actor = Actor(
            id=actor_id(written, country),
            type=type_,
            name=written,
            country=country,
            sector=self._sectors.get(type_),
        )
        return Named(start, end, first, last, "pattern", actor=actor)

    def _is_name(self, word: int) -> bool:
        page = self._page
        dated = page.tokens and page.tokens[page.word_tokens[word]].entity.endswith(_TIMES)
        return (
            page.words[word].plain[:1].isupper() and page.tag(word).startswith("NNP") and not dated
        )
