"""Organs of states by pattern: "the Danish Foreign Ministry", "the Ministry of Defence of Chile"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.actors import ActorBook
from sayso.books.places import PlaceBook
from sayso.model.text import Actor, Place, actor_id
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.whose import Whose
from sayso.reading.en.page import Page

_LONGEST = 6  # words of the longest phrase of the book
_STATE = ("name", "adjective", "capital")
# Dependencies of a noun that only describes the next one: "military action" is no armed force.
_MODIFIER = ("JJ", "NN", "VBN", "VBG", "POS")
_DESCRIBES = ("compound", "amod", "nmod")


class OrganPhrases:
    """The phrases for organs of states, as words."""

    def __init__(self, book: ActorBook) -> None:
        self._book = book
        self._kinds = book.phrases

    def find(self, page: Page, states: ByWord) -> Iterator[Named]:
        """Organs whose state is named beside them; the state's name is part of the organ's."""
        for state in states:
            if state.actor is None or state.actor.type != "state" or state.manner not in _STATE:
                continue
            if _shares(page, states, state):
                continue
            found = self._after(page, state) or self._before(page, state)
            if found:
                yield found

    def seated(self, page: Page, whose: Whose) -> Iterator[Named]:
        """Organs of the state that they are told to be in: "police in Tampere", "the Foreign Ministry in Lima"."""
        for at in page.places(self._book.starts):
            found = self.kind_at(page, at)
            if found is None or not self._book.offices[found[0]].seated:
                continue
            kind, last = found
            state = whose.after_in(last)
            described = page.gap(at - 1) in (" ", "-") and page.tag(at - 1).startswith(_MODIFIER)
            if state is not None and not described and page.tag(last - 1).startswith("NN"):
                organ = self._book.office(kind, state.country or "")
                start, end = page.words[at].start, page.words[last - 1].end
                yield Named(start, end, at, last, "organ", actor=organ)

    def of_regions(self, page: Page, names: Iterable[Named], places: PlaceBook) -> Iterator[Named]:
        """Organs of regions of a state, with the region's name: "the Texas Senate", "the Welsh government"."""
        regions = [n for n in names if n.place and n.place.country and n.manner == "name"]
        for region in (*regions, *regional(page, places)):
            found = self._after(page, region)
            if found is not None:
                yield found

    def kind_at(self, page: Page, first: int) -> tuple[str, int] | None:
        """The kind of organ that a phrase beginning with this word names, and the word after it."""
        if first >= len(page.words) or page.words[first].key not in self._book.starts:
            return None
        for last in range(min(first + _LONGEST, len(page.words)), first, -1):
            kind = self._kinds.get(page.keys(first, last))
            if kind and all(page.gap(word) in (" ", "'", ", ") for word in range(first, last - 1)):
                return kind, last
        return None

    def _after(self, page: Page, state: Named) -> Named | None:
        at = state.last
        if page.gap(at - 1) in ("'", "' "):
            at += page.keys(at, at + 1) == ("s",)
            at += page.keys(at, at + 1) == ("own",)  # "Denmark's own finance ministry"
        if page.gap(at - 1) not in (" ", "' ") or at >= len(page.words):
            return None
        found = self.kind_at(page, at)
        if found is None:
            return None
        kind, last = found
        if page.tokens and last - at == 1:
            token = page.tokens[page.word_tokens[at]]
            described = token.dep in _DESCRIBES and page.words[at].plain.islower()
            if described or not token.tag.startswith("NN"):
                return None
        return self._organ(page, kind, state, state.first, last)

    def _before(self, page: Page, state: Named) -> Named | None:
        """The phrase ends before "of", or "of the", and the state's name."""
        of = state.first - 1
        if state.manner == "adjective":
            return None
        if of >= 0 and page.words[of].key == "the":
            of -= 1
        if of < 1 or page.words[of].key != "of" or page.gap(of - 1) != " ":
            return None
        for first in range(max(of - _LONGEST, 0), of):
            found = self.kind_at(page, first)
            if found and found[1] == of:
                return self._organ(page, found[0], state, first, state.last)
        return None

    def _organ(self, page: Page, kind: str, state: Named, first: int, last: int) -> Named:
        start = page.words[first].start
        end = max(page.words[last - 1].end, state.end if last == state.last else 0)
        if state.place is not None:
            organ = self._of_region(kind, page.text[start:end], state.place.country)
        else:
            organ = self._book.office(kind, (state.actor.country if state.actor else None) or "")
        return Named(start, end, first, last, "organ", actor=organ)

    def _of_region(self, kind: str, written: str, country: str | None) -> Actor:
        return Actor(
            id=actor_id(written, country, kind),
            type="government",
            name=written,
            country=country,
            sector=self._book.offices[kind].sector,
        )


def regional(page: Page, places: PlaceBook) -> Iterator[Named]:
    """Adjectives of regions, as names of places: "*Welsh* leader"."""
    for at in page.places(places.adjectives.keys()):
        word = page.words[at]
        if word.plain[:1].isupper():
            place = Place(name=word.plain, country=places.adjectives[word.key])
            yield Named(word.start, word.end, at, at + 1, "adjective", place=place)


def _shares(page: Page, states: ByWord, state: Named) -> bool:
    """Whether a state shares its noun with another: "Chilean and Peruvian forces" is no one's organ."""
    before = state.first - 1
    return before > 0 and page.words[before].key == "and" and states.ending(before) is not None
