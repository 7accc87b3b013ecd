"""Which state's officer somebody is, where no name beside the office tells: by the article.

A minister in an article that names one state is that state's (of several, `homes` tells); an ambassador of whom it speaks as "the Peruvian
ambassador" elsewhere is Peru's, where it speaks of no other. "Its spokesman" is of the one body, or the one state,
that was named before; "Peru's A B" is somebody of Peru.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.books.roles import RoleBook
from sayso.model.text import Actor, Sector
from sayso.reading.en.names.counterparts import office_of_several
from sayso.reading.en.names.homes import Homes
from sayso.reading.en.names.named import ByWord, Named
from sayso.reading.en.names.people import PersonName
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_STATELIKE = ("state", "government")
_BODIES = frozenset(
    {"state", "government", "organisation", "agency", "outlet", "armed_group", "company"}
)
# Sectors of those who serve a state, or stand against its government.
_OF_STATE = frozenset({"GOV", "COP", "JUD", "OPP", "SPY"})
_SENTENCES = 1  # so many before that of "its" can name whose it is


class Lands:
    """`only` is the one state of the article, `roles` its role phrases, beside a name or not, `names` its bodies."""

    def __init__(
        self,
        page: Page,
        only: Actor | None,
        roles: Iterable[RoleFound],
        names: ByWord,
        book: RoleBook,
    ) -> None:
        self._page = page
        self._names = names
        self._only = only.country if only else None
        self._homes = Homes(page, names, book)
        self._book = book
        self._told: dict[str, set[str]] = {}
        for role in roles:
            state = role.of if role.of and role.of.type in _STATELIKE else None
            if role.noun and state and state.country and not self._is_named(role):
                self._told.setdefault(role.noun.noun, set()).add(state.country)

    def _is_named(self, role: RoleFound) -> bool:
        """Whether a name follows an office: it tells whose officer that one is, and not another of the same rank."""
        page, after = self._page, role.last
        if after >= len(page.words) or page.gap(after - 1) not in (" ", ", "):
            return False
        return page.words[after].plain[:1].isupper()

    def with_land(self, name: PersonName) -> PersonName:
        """The name, its office with the state that the article tells."""
        role = name.role
        if role is None:
            return self._owned(name)
        if role.noun is None or role.of or role.land or role.tail:
            return name
        owner = self._possessor(role)
        if owner is not None:
            return name._replace(role=role._replace(of=owner, of_text=owner.name))
        if role.noun.class_ not in self._book.offices and not self._serves(role):
            return name
        if "s" in self._page.keys(role.first - 1, role.first + 1):
            return name  # "Somaliland's minister": of whom no book knows
        told = self._told.get(role.noun.noun, set())
        land = next(iter(told)) if len(told) == 1 else None
        if land is None and not told and self._is_national(role):
            land = self._only or self._homes.state_of(name)
        national = land is None and role.noun.class_ in self._book.titled and self._is_titled(role)
        return name._replace(role=role._replace(land=land, national=national))

    def _owned(self, name: PersonName) -> PersonName:
        """Somebody of a state that is named right before: "*Peru's* A B"."""
        page, at = self._page, name.first
        if at < 2 or page.keys(at - 1, at) != ("s",) or page.gap(at - 2) != "'":
            return name
        owner = self._names.ending(at - 1)
        if owner is None or owner.actor is None or owner.actor.type != "state":
            return name
        told = office_of_several(page, at, self._book)
        noun, title = (told.noun, told.title) if told else (None, "")
        role = RoleFound(at, at, at, at, noun, None, title, land=owner.actor.country)
        return name._replace(role=role)

    def _possessor(self, role: RoleFound) -> Actor | None:
        """Whose office "its spokesman" is: of the only body named before, in this sentence or the one before."""
        page, before = self._page, role.first - 1
        if before < 0 or page.words[before].key not in self._book.its:
            return None
        here = page.sentence_at(page.words[before].start)
        for number in range(here, max(here - _SENTENCES, 0) - 1, -1):
            sentence = page.sentences[number]
            first, last = page.word_from(sentence.start), before
            if number < here:
                last = page.word_from(page.sentences[number + 1].start)
            told = {n.actor.id: n.actor for n in self._within(first, last) if n.actor}
            if told:
                return next(iter(told.values())) if len(told) == 1 else None
        return None

    def _within(self, first: int, last: int) -> Iterator[Named]:
        for word in range(first, last):
            named = self._names.starting(word)
            if named and named.actor and named.actor.type in _BODIES:
                yield named

    def _serves(self, role: RoleFound) -> bool:
        """Whether an office is one of a state, or against its government: "Judge", "Opposition leader"."""
        return self._sector(role) in _OF_STATE

    def _sector(self, role: RoleFound) -> Sector | None:
        noun = role.noun
        if noun is None:
            return None
        return self._book.sectors.of_role(noun.noun, noun.class_, role.title, None)

    def _is_national(self, role: RoleFound) -> bool:
        """Whether an office is a state's without more words: a minister's, "President A B"."""
        if role.noun is None or role.noun.class_ in self._book.sent:
            return False
        if role.noun.class_ in self._book.national or self._sector(role) == "OPP":
            return True
        held = role.noun.class_ in self._book.titled or self._serves(role)
        return held and self._is_titled(role)

    def _is_titled(self, role: RoleFound) -> bool:
        """Whether an office is written with capitals, as a title: "President A B"."""
        words = self._page.words[role.noun_first : role.noun_last]
        return all(word.plain[:1].isupper() for word in words)
