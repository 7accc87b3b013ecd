"""Who the links of a chain are: newsrooms, documents, people, states; and whom they speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from sayso.books.accounts import AccountBook
from sayso.books.printed import called
from sayso.model.ledger import Link, Statement
from sayso.model.reading import Ledger
from sayso.model.text import NEWSROOMS, Actor, Article, Party

INSTITUTIONS = frozenset({"state", "government", "organisation", "armed_group", "company"})
_WORD = re.compile(r"[^\W\d_]+")
# Sectors of PLOVER in which a person of a state does not speak for it.
_PRIVATE = frozenset(
    {
        "AGR",
        "BUS",
        "CRM",
        "CVL",
        "EDU",
        "JRN",
        "LAB",
        "MED",
        "NGO",
        "OPP",
        "REB",
        "REF",
        "REL",
        "SOC",
    }
)

Voice = Literal["person", "institution", "newsroom", "document", "unnamed", "nobody"]


class Parties:
    """Answers about parties, from the joined actors of a batch."""

    def __init__(
        self, ledgers: Iterable[Ledger], actors: Mapping[str, Actor], book: AccountBook
    ) -> None:
        self.actors = actors
        self._book = book
        self._newsrooms = {
            name.casefold(): actor
            for actor in actors.values()
            if actor.type in NEWSROOMS
            for name in (actor.name, *actor.names)
        }
        self._room_words = {
            f" {' '.join(_WORD.findall(name))} ": actor for name, actor in self._newsrooms.items()
        }
        self._states = {
            actor.country: actor
            for actor in sorted(actors.values(), key=lambda actor: actor.id, reverse=True)
            if actor.type == "state" and actor.country is not None
        }
        self._by_name = {
            name.casefold(): actor
            for actor in sorted(actors.values(), key=lambda actor: actor.id, reverse=True)
            for name in (*actor.names, actor.name)
        }
        self._articles = {ledger.article.id: ledger.article for ledger in ledgers}

    def actor(self, party: Party | None) -> Actor | None:
        """The party's actor, where it is known."""
        return self.actors.get(party.actor) if party and party.actor else None

    def name(self, party: Party) -> str:
        """The one name that an actor has after judgement, else the party's own words."""
        actor = self.actor(party)
        return actor.name if actor else called(party)

    def article(self, article: str) -> Article:
        """The article of that id."""
        return self._articles[article]

    def voice(self, party: Party | None) -> Voice:
        """What kind of speaker a party is."""
        if party is None:
            return "nobody"
        actor = self.actor(party)
        if actor is not None:
            if actor.type in NEWSROOMS:
                return "newsroom"
            return "institution" if actor.type in INSTITUTIONS else "person"
        if self._is_piece(party):
            return "newsroom"
        if self._is_document(party):
            return "document"
        return "person" if party.actor or party.resolved else "unnamed"

    def _is_document(self, party: Party) -> bool:
        words = _WORD.findall(party.name.casefold())
        return any(word in self._book.documents for word in words)

    def _is_piece(self, party: Party) -> bool:
        """Whether a newsroom's own piece is named: "a report in the Saga Daily", "the Saga Daily's story"."""
        told = f" {' '.join(_WORD.findall(party.name.casefold()))} "
        pieces = "|".join(sorted(self._book.pieces))
        for room in self.newsrooms_in(party.name):
            names = "|".join(
                re.escape(" ".join(_WORD.findall(name.casefold())))
                for name in (room.name, *room.names)
            )
            if re.search(rf" (?:{pieces}) (?:in|by|from|on) (?:the )?(?:{names}) ", told):
                return True
            if re.search(rf" (?:{names}) (?:s )?(?:{pieces}) ", told):
                return True
        return False

    def document_head(self, party: Party) -> str:
        """The noun that names a document: "an internal memo of the ministry" → memo."""
        words = _WORD.findall(party.name.casefold())
        return next((word for word in words if word in self._book.documents), party.name.casefold())

    def outlet(self, article: str) -> Actor | None:
        """The newsroom that published an article, where the batch knows it as an actor."""
        name = self.article(article).outlet
        return self._newsrooms.get(name.casefold()) if name else None

    def house(self, article: str) -> str | None:
        """Under whose control the newsroom is that published an article: its owner, or else itself."""
        name, outlet = self.article(article).outlet, self.outlet(article)
        return self.owner(outlet) if outlet else name and name.casefold()

    def newsrooms(self, statement: Statement) -> tuple[Link, ...]:
        """The links of a chain before the speaker that name a newsroom or a document."""
        return tuple(
            link
            for link in statement.chain
            if link.party is not None
            and link.party != statement.speaker
            and self.voice(link.party) in {"newsroom", "document"}
        )

    def newsrooms_in(self, words: str) -> tuple[Actor, ...]:
        """The newsrooms that a phrase names ("interview with Corvane")."""
        folded = f" {' '.join(_WORD.findall(words.casefold()))} "
        hits = {actor.id: actor for name, actor in self._room_words.items() if name in folded}
        return tuple(hits[key] for key in sorted(hits))

    def owner(self, actor: Actor) -> str:
        """Under whose control a newsroom is: its owner, or else itself."""
        return (actor.owner or actor.id).casefold()

    def principal(self, party: Party | None) -> Party | None:
        """The person, government or owner that a party speaks for; None where no article tells.

        Who holds an office speaks for its state; who coaches a club or leads a charity there speaks for that.
        """
        if party is None:
            return None
        actor = self.actor(party)
        if actor is None:
            return None
        if actor.type in NEWSROOMS:
            return Party(name=actor.owner or actor.name, resolved=actor.owner or actor.name)
        private = actor.type == "person" and actor.sector in _PRIVATE
        if actor.country is not None and not private:
            state = self._states.get(actor.country)
            name = state.name if state else actor.country
            return Party(name=name, resolved=name, actor=state.id if state else None)
        bodies = sorted({role.of for role in actor.roles if role.of})
        return Party(name=bodies[0], resolved=bodies[0]) if len(bodies) == 1 else None

    def side(self, party: Party | None) -> str | None:
        """Which side of a deal or a dispute a party is: its state, else itself; None for nobody."""
        if party is None:
            return None
        actor = self.actor(party)
        return self._side(actor) if actor else party.name.casefold()

    def sides(self, parties: Iterable[Party]) -> frozenset[str]:
        """The sides of several parties."""
        return frozenset(side for party in parties if (side := self.side(party)) is not None)

    def side_named(self, name: str | None) -> str | None:
        """The side of an actor that is given by its id, its name or its country's code."""
        if name is None:
            return None
        actor = self.actors.get(name) or self._by_name.get(name.casefold())
        return self._side(actor) if actor else name if name in self._states else name.casefold()

    def state(self, country: str) -> str:
        """The name of a state by its code (ISO 3166 alpha-3), where an article names it; else the code."""
        actor = self._states.get(country)
        return actor.name if actor else country

    @staticmethod
    def _side(actor: Actor) -> str:
        if actor.type in {"state", "government", "person"} and actor.country is not None:
            return actor.country
        return actor.id

    def country(self, party: Party | None) -> str | None:
        """The state (ISO 3166 alpha-3) that a party belongs to, where it is known."""
        actor = self.actor(party)
        return actor.country if actor else None
