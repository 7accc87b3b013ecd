"""Whom a definite noun points back to: "the envoy", "the Chilean daily", "her colleague"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sayso.books.actors import ActorBook
from sayso.books.entries_roles import Back
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.candidates import Candidate, holds, only, was
from sayso.reading.en.names.names import Names
from sayso.reading.en.names.people import Somebody
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

# By the token that a name begins with: who is named, the person where it is one, and the name's last token.
AtTokens: TypeAlias = Mapping[int, tuple[Actor, Somebody | None, int]]
_NOUN_PARAGRAPHS = 2


class DefiniteNouns:
    """The nouns of one page, each read with those who were named before it."""

    def __init__(
        self, page: Page, names: Names, named: AtTokens, actors: ActorBook, roles: RoleBook
    ) -> None:
        self._page = page
        self._named = named
        self._actors = actors
        self._book = roles
        self._roles = {page.word_tokens[role.noun_first]: role for role in names.roles}

    def read(
        self, here: Candidate, history: Sequence[Candidate]
    ) -> tuple[Candidate, Candidate | None]:
        """A noun, and to which of those before it it points; it is told as one (`noun`) where it is somebody new."""
        index = here.token
        back, lemma = self._back(index)
        role = self._roles.get(index)
        peer = self._book.nouns.get((lemma,))
        if role is not None and peer is not None and peer.class_ in self._book.peers:
            return here, self._peer(here, role, history)
        people = self._actors.peoples.get(self._page.tokens[index].text)
        if people is not None and role is None:
            near = only(_of_state(here, people.country, history))
            definite = here.subject and self._determiner(index, role) in self._book.definite
            return here, near if definite else None
        if back is None:
            if role is not None and role.noun is not None:
                return self._holder(here, role, role.noun.noun, history)
            return here, None
        determiner = self._determiner(index, role)
        if determiner in self._book.indefinite:
            return here._replace(noun=lemma), None
        definite = determiner in self._book.definite or self._is_owned(role)
        if definite and index + 1 not in self._named:
            return here, self._back_to(here, back, lemma, role, history)
        return here, None

    def _peer(
        self, here: Candidate, role: RoleFound, history: Sequence[Candidate]
    ) -> Candidate | None:
        """Points "her Chilean colleague" to the one person of that state told to hold the office."""
        near = _of_state(here, role.of.country if role.of else role.land, history)
        return only([c for c in near if role.noun is None or holds(c, role.noun.noun)])

    def _holder(
        self, here: Candidate, role: RoleFound, noun: str, history: Sequence[Candidate]
    ) -> tuple[Candidate, Candidate | None]:
        """Points an office that only its own noun points back to: "the bishop" to the one bishop told."""
        determiner = self._determiner(here.token, role)
        last = self._page.word_tokens[role.noun_last - 1]
        if determiner in self._book.indefinite:
            return here._replace(noun=noun), None
        if determiner in self._book.definite and last + 1 not in self._named and not role.tail:
            country = self._state_of(here.token, role)
            near = [
                c
                for c in history
                if here.paragraph - c.paragraph <= _NOUN_PARAGRAPHS
                and (c.noun == noun or holds(c, noun))
                and not (country and c.actor and c.actor.country != country)
            ]
            found = only(near)
            if found is not None and found.actor is not None:
                return here._replace(token=last), found
        return here, None

    def _back(self, index: int) -> tuple[Back | None, str]:
        word = self._page.tokens[index].text.lower()
        if index:
            pair = (self._page.tokens[index - 1].text.lower(), word)
            if pair in self._book.back:
                return self._book.back[pair], " ".join(pair)
        return self._book.back.get((word,)), word

    def _determiner(self, index: int, role: RoleFound | None) -> str:
        """The article of a noun: the word before its modifiers and its state."""
        page = self._page
        at = page.word_from(page.tokens[index].start)
        if role is not None:
            at = min(at, role.first)
        while at > 0 and page.gap(at - 1) in (" ", "-"):
            word = page.words[at - 1].key
            if word in self._book.definite or word in self._book.indefinite:
                return word
            if not page.tag(at - 1).startswith(("JJ", "NN", "RB", "VBN", "CD")):
                return ""
            at -= 1
        return ""

    def _is_owned(self, role: RoleFound | None) -> bool:
        """Whether a state's genitive makes an office definite: "from *Peru's* ambassador"."""
        if role is None or role.of is None or role.of.type != "state":
            return False
        return any(self._page.words[at].key == "s" for at in range(role.first, role.noun_first))

    def _back_to(
        self,
        here: Candidate,
        back: Back,
        noun: str,
        role: RoleFound | None,
        history: Sequence[Candidate],
    ) -> Candidate | None:
        country = self._state_of(here.token, role)
        before = self._page.tokens[here.token - 1].text.lower() if here.token else ""
        former = before if before in self._book.pronouns.ordinals else ""
        near: list[Candidate] = []
        far: list[Candidate] = []
        for candidate in reversed(history):
            if near and candidate.sentence != near[0].sentence:
                break
            if candidate.noun == noun and not candidate.plural:
                far.clear()
                break
            if candidate.actor is None:
                continue
            if not self._can_be(candidate, back, country) or not was(candidate, former):
                continue
            if here.paragraph - candidate.paragraph <= _NOUN_PARAGRAPHS:
                near.append(candidate)
            else:
                far.append(candidate)
        return only([c for c in near if c.subject] or near or far)

    def _state_of(self, index: int, role: RoleFound | None) -> str | None:
        """The state that a noun names beside it: "the *Chilean* envoy"."""
        if role is not None and role.of is not None:
            return role.of.country
        for at in range(index - 1, max(index - 4, -1), -1):
            known = self._named.get(at)
            if known and known[0].type == "state":
                return known[0].country
            if self._page.tokens[at].text.lower() in self._book.definite:
                break
        return None

    def _can_be(self, candidate: Candidate, back: Back, country: str | None) -> bool:
        actor, person = candidate.actor, candidate.person
        if actor is None or (country and actor.country != country):
            return False
        if back.types:
            kind = self._actors.kind_of(actor) or ""
            ministry = actor.type != "government" or (
                kind in back.offices if back.offices else kind.endswith(back.nouns[0])
            )
            return (actor.type in back.types and ministry) or (
                "company" in back.types and self._is_unknown(actor)
            )
        if person is None:
            return False
        held = [role for role in person.roles if role.noun]
        if any(role.noun and role.noun.class_ in back.classes for role in held):
            return True
        kinds = {self._actors.kind_of(role.of) for role in held if role.of}
        if kinds & set(back.offices):
            return True
        titles = {role.title for role in actor.roles} if not held else set()
        return any(self._class_of(title) in back.classes for title in titles)

    def _is_unknown(self, actor: Actor) -> bool:
        """Whether nothing tells what kind of body a name is of, so that it may be a company's."""
        last = self._book.back.get((actor.name.split()[-1].lower(),))
        told = last is not None and "company" not in last.types
        return actor.type == "organisation" and actor.source is None and not told

    def _class_of(self, title: str) -> str | None:
        noun = self._book.nouns.get(tuple(title.replace("-", " ").split()))
        return noun.class_ if noun else None


def _of_state(
    here: Candidate, country: str | None, history: Sequence[Candidate]
) -> list[Candidate]:
    """The people of a state who were named near before."""
    return [
        c
        for c in history
        if here.paragraph - c.paragraph <= _NOUN_PARAGRAPHS
        and (c.person is not None and country and c.person.country == country)
    ]
