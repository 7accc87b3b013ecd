"""Answers that are the speaker's own by who speaks: "they would fire", "the group will answer", "NATO will respond"."""

from __future__ import annotations

from msgspec import structs

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Response
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.conditions.responders import Responders

_WHOSE = frozenset({"its", "their", "his", "her"})
_ONESELF = frozenset({"he", "she", "it"})


class OwnSide:
    """Tells which answers are those of the side that one article's speakers speak for."""

    def __init__(self, evidence: Evidence, book: RedLineBook, by: Responders) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._by = by
        self._actors = {actor.id: actor for actor in evidence.actors}

    def of(
        self, responses: tuple[Response, ...], speaker: Party | None, *, threatens: bool
    ) -> tuple[Response, ...]:
        """The responses, those of the speaker's own side as such; all that he `threatens` with."""
        if speaker is None:
            return responses
        if threatens:
            return tuple(
                structs.replace(one, actor=speaker, own=True)
                if one.kind == "deed" or (one.kind == "answer" and one.actor is None)
                else one
                for one in responses
            )
        return tuple(self._told(one, speaker) for one in responses)

    def of_it(
        self, responses: tuple[Response, ...], speaker: Party | None, doer: Party | None
    ) -> tuple[Response, ...]:
        """Reads "unless Athens frees it, *it* will close the port, Tehran threatened": what it will do is Tehran's."""
        if speaker is None or doer is None:
            return responses
        return tuple(
            structs.replace(one, actor=speaker, own=True)
            if one.kind == "deed"
            and one.actor is not None
            and one.actor.name.lower() in _ONESELF
            and one.actor.actor in (None, doer.actor)
            else one
            for one in responses
        )

    def _told(self, answer: Response, speaker: Party) -> Response:
        actor = answer.actor
        if actor is None or answer.own or answer.kind == "effect":
            return answer
        if self._is_of_union(actor, speaker):
            return structs.replace(answer, own=True)
        name = actor.name.lower().removeprefix("the ")
        if name in self._book.bodies.houses and self._sits(speaker):
            return structs.replace(answer, own=True)
        if actor.actor is not None and name not in self._book.bodies.banded:
            return answer  # but "the Union" is nobody else
        oneself = name in _ONESELF or (name == "they" and self._is_many(speaker))
        banded = self._is_band(actor, speaker) or self._is_of_office(actor, speaker)
        banded = banded or self._is_its(actor)
        if answer.kind == "deed" and (oneself or banded):
            return structs.replace(answer, actor=speaker, own=True)
        return answer

    def _is_band(self, actor: Party, speaker: Party) -> bool:
        """Reads "the group will answer" of somebody who speaks for an armed group or a bloc."""
        words = self._evidence.within(actor.span) if actor.span is not None else set()
        names = (self._tree.tokens[at] for at in words if self._tree.tokens[at].pos == "PROPN")
        named = any(one.text.lower() not in self._book.bodies.banded for one in names)
        banded = bool(words) and self._by.is_lemma(words, self._book.bodies.banded)
        return banded and not named and self._is_of_band(speaker)

    def _is_its(self, actor: Party) -> bool:
        """Reads "its units will fire", "their gunners": the forces of who speaks."""
        first, _, _ = actor.name.lower().partition(" ")
        words = self._evidence.within(actor.span) if actor.span is not None else set()
        return first in _WHOSE and self._by.is_lemma(words, self._book.bodies.armed)

    def _is_of_office(self, actor: Party, speaker: Party) -> bool:
        """Reads "the bank will block it" of a governor of that bank: what the words of the office name."""
        name = actor.name.lower()
        words = (speaker.role or "").lower().replace("'s", "").split()
        noun = name.removeprefix("the ")
        return noun != name and noun in self._book.bodies.housed and noun in words

    def _sits(self, speaker: Party) -> bool:
        """Whether somebody has a seat in a parliament: "Senator Berg", "a lawmaker"."""
        words = f"{speaker.role or ''} {speaker.name}".lower().replace(".", "").split()
        return not self._book.bodies.sitting.isdisjoint(words)

    def _is_of_band(self, speaker: Party) -> bool:
        """Whether somebody is an armed group or a bloc, or holds an office of one."""
        unions = self._book.unions
        known = self._actors.values()
        bands = [one for one in known if one.type == "armed_group" or one.name in unions]
        if any(one.id == speaker.actor for one in bands):
            return True
        who = self._actors.get(speaker.actor or "")
        told = f"{speaker.role or ''} {speaker.name}"
        offices = {role.of for role in who.roles} if who is not None else set()
        words = told.lower().replace("’s", "").replace("'s", "").split()
        if not self._book.bodies.banded.isdisjoint(words[:-1]):
            return True  # "the bloc's chairman"
        return any(one.name in told or one.name in offices for one in bands)

    def _is_of_union(self, actor: Party, speaker: Party) -> bool:
        """Reads "NATO will respond", "NATO allies will respond", said by one of a member's government."""
        who = self._actors.get(speaker.actor or "")
        country = who.country if who is not None else None
        if country is None:
            return False
        known = self._actors.get(actor.actor or "")
        if known is not None:
            return country in self._book.unions.get(known.name, ())
        words = self._evidence.within(actor.span) if actor.span is not None else set()
        if not words or not self._by.is_lemma(words, self._book.bodies.banded):
            return False
        parties = [
            self._evidence.party({at}) for at in words if self._tree.tokens[at].pos == "PROPN"
        ]
        names = {self._actors[one.actor].name for one in parties if one.actor in self._actors}
        return any(country in self._book.unions.get(name, ()) for name in names)

    def _is_many(self, speaker: Party) -> bool:
        """Whether several speak: "officials", "Oslo and Bergen", an armed group or one who speaks for it."""
        if self._is_of_band(speaker):
            return True
        if speaker.span is None or speaker.actor is not None:
            return False
        tags = {self._tree.tokens[at].tag for at in self._evidence.within(speaker.span)}
        return bool(tags & {"NNS", "NNPS", "CC"}) or " of " in speaker.name  # "Rebels of the north"
