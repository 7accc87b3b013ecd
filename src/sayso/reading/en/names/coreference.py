"""Whom pronouns and definite nouns point back to, by rule: "she", "the envoy", "the Chilean daily".

A pronoun or noun points to the nearest compatible name before it, in its paragraph or the one before; of
several in one sentence, to the subject. Where two remain, it points to nobody. The order of preference is
that of centering (Grosz, Joshi and Weinstein, Computational Linguistics 21, 1995).
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.actors import ActorBook
from sayso.books.entries import Gender
from sayso.books.entries_roles import Back
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.candidates import (
    Candidate,
    holds,
    joined_before,
    nearest,
    of_two,
    only,
    was,
)
from sayso.reading.en.names.names import Names
from sayso.reading.en.names.people import Somebody
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUN_PARAGRAPHS = 2
_JOINED = 4  # members of a list looked back over
_REACH = 200  # names looked back over at most, so that time grows with the length of the text
_NOUNS = ("NN", "NNP")
_PLURALS = ("NNS", "NNPS")
_PRONOUNS = ("PRP", "PRP$")
_READ = frozenset({*_NOUNS, *_PLURALS, *_PRONOUNS})


class Coreference:
    """Reads a page once from beginning to end; `pointed` gives the antecedent by token index.

    `joined` gives for each "they" that is several named parties together how many they are.
    """

    def __init__(self, page: Page, names: Names, actors: ActorBook, roles: RoleBook) -> None:
        self._page = page
        self._actors = actors
        self._book = roles
        self._history: list[Candidate] = []
        self.pointed: dict[int, Candidate] = {}
        self.joined: dict[int, int] = {}
        self._named = self._by_token(names)
        self._roles = {page.word_tokens[role.noun_first]: role for role in names.roles}
        self._taken = {
            token
            for person in names.people
            for name in person.places
            if name.role is not None
            for token in self._tokens_of(name.role)
        }
        self._taken.update(
            token
            for named in names.all
            for token in range(page.word_tokens[named.first], page.word_tokens[named.last - 1] + 1)
        )
        for number, sentence in enumerate(page.sentences):
            for index in range(sentence.first, sentence.last):
                token = page.tokens[index]
                leads = token.tag in _READ or token.text.lower() in roles.pronouns.ordinals
                if leads or index in self._named:
                    self._step(index, number, sentence.paragraph)

    def _by_token(self, names: Names) -> dict[int, tuple[Actor, Somebody | None, int]]:
        found: dict[int, tuple[Actor, Somebody | None, int]] = {}
        for named in names.all:
            if named.actor is not None:
                tokens = self._page.word_tokens[named.first], self._page.word_tokens[named.last - 1]
                found[tokens[0]] = (named.actor, names.persons.get(named.first), tokens[1])
        return found

    def _tokens_of(self, role: RoleFound) -> Iterator[int]:
        tokens = self._page.word_tokens
        yield from range(tokens[role.noun_first], tokens[role.noun_last - 1] + 1)

    def _step(self, index: int, sentence: int, paragraph: int) -> None:
        page = self._page
        token = page.tokens[index]
        if index in self._named:
            quoted = bool(page.quoted[index])
            actor, person, last = self._named[index]
            subject = any(self._is_subject(i) for i in range(index, last + 1))
            gender = self._gender(actor, person)
            self._history.append(
                Candidate(index, sentence, paragraph, subject, quoted, "", actor, person, gender)
            )
            return
        word, tag = token.text.lower(), token.tag
        points = tag in _PRONOUNS or word in self._book.pronouns.ordinals
        if tag in _NOUNS and not points and index in self._taken:
            return
        subject, quoted = token.dep in _SUBJECTS, bool(page.quoted[index])
        here = Candidate(index, sentence, paragraph, subject, quoted, "", None, None, None)
        if points:
            if not quoted:
                self._pointer(here, word, tag)
        elif tag in _PLURALS:
            self._history.append(here._replace(noun=token.lemma, plural=True))
        else:
            self._noun(here, index)

    def _is_subject(self, index: int) -> bool:
        """Whether a token is a subject, or joined to one: "A and B left"."""
        tokens = self._page.tokens
        for _ in range(_JOINED):
            if tokens[index].dep != "conj":
                break
            index = tokens[index].head
        return tokens[index].dep in _SUBJECTS

    def _gender(self, actor: Actor, person: Somebody | None) -> Gender | None:
        return self._actors.genders.get(actor.id) or (person.gender if person else None)

    def _pointer(self, here: Candidate, word: str, tag: str) -> None:
        """Points a pronoun, an owner's pronoun, or "the former" and "the latter"."""
        if tag == "PRP":
            self._pronoun(here, word)
        elif tag == "PRP$":
            self._owner(here, word)
        else:
            found = of_two(self._page, here, self._history[-_REACH:], self._book)
            if found is not None:
                self._point(here, found)

    def _pronoun(self, here: Candidate, word: str) -> None:
        gender: Gender | None = None
        if word in self._book.pronouns.m:
            gender = "m"
        elif word in self._book.pronouns.f:
            gender = "f"
        elif word in self._book.pronouns.plural:
            self._they(here)
            return
        elif word not in self._book.pronouns.neuter or not self._acts(here):
            return
        found = nearest(here, gender, self._history[-_REACH:])
        if found is not None and found.actor is not None:
            self._point(here, found._replace(gender=found.gender or gender))

    def _owner(self, here: Candidate, word: str) -> None:
        """Points "his" and "her"; what they stand before is told next, so that they lead nobody else back."""
        owners = self._book.pronouns.owners
        found = nearest(here, owners[word], self._history[-_REACH:]) if word in owners else None
        if found is not None and found.actor is not None:
            self.pointed[here.token] = found

    def _they(self, here: Candidate) -> None:
        they = joined_before(self._page, here, self._history[-_REACH:])
        if len({one.actor.id for one in they if one.actor}) == 1:
            self._point(here, they[0])
        elif they:
            self.joined[here.token] = len(they)

    def _acts(self, here: Candidate) -> bool:
        """Whether "it" is the subject of a verb that somebody does: "it was too early" names nobody."""
        tokens = self._page.tokens
        verb = tokens[tokens[here.token].head]
        return here.subject and verb.pos == "VERB" and verb.lemma not in self._book.linking

    def _noun(self, here: Candidate, index: int) -> None:
        back, lemma = self._back(index)
        role = self._roles.get(index)
        peer = self._book.nouns.get((lemma,))
        if role is not None and peer is not None and peer.class_ in self._book.peers:
            self._peer(here, role)
            return
        people = self._actors.peoples.get(self._page.tokens[index].text)
        if people is not None and role is None:
            near = only(self._of_state(here, people.country))
            if here.subject and near and self._determiner(index, role) in self._book.definite:
                self._point(here, near)
            return
        if back is None:
            if role is not None and role.noun is not None:
                self._holder(here, role, role.noun.noun)
            return
        determiner = self._determiner(index, role)
        if determiner in self._book.indefinite:
            self._history.append(here._replace(noun=lemma))
        elif determiner in self._book.definite and index + 1 not in self._named:
            found = self._back_to(here, back, lemma, role)
            if found is not None:
                self._point(here, found)

    def _peer(self, here: Candidate, role: RoleFound) -> None:
        """Points "her Chilean colleague" to the one person of that state told to hold the office."""
        near = self._of_state(here, role.of.country if role.of else role.land)
        if found := only([c for c in near if role.noun is None or holds(c, role.noun.noun)]):
            self._point(here, found)

    def _of_state(self, here: Candidate, country: str | None) -> list[Candidate]:
        """The people of a state who were named near before."""
        return [
            c
            for c in self._history[-_REACH:]
            if here.paragraph - c.paragraph <= _NOUN_PARAGRAPHS
            and (c.person is not None and country and c.person.country == country)
        ]

    def _holder(self, here: Candidate, role: RoleFound, noun: str) -> None:
        """Points an office that only its own noun points back to: "the bishop" to the one bishop told."""
        determiner = self._determiner(here.token, role)
        last = self._page.word_tokens[role.noun_last - 1]
        if determiner in self._book.indefinite:
            self._history.append(here._replace(noun=noun))
        elif determiner in self._book.definite and last + 1 not in self._named and not role.tail:
            country = self._state_of(here.token, role)
            near = [
                c
                for c in self._history[-_REACH:]
                if here.paragraph - c.paragraph <= _NOUN_PARAGRAPHS
                and (c.noun == noun or holds(c, noun))
                and not (country and c.actor and c.actor.country != country)
            ]
            found = only(near)
            if found is not None and found.actor is not None:
                self._point(here._replace(token=last), found)

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

    def _back_to(
        self, here: Candidate, back: Back, noun: str, role: RoleFound | None
    ) -> Candidate | None:
        country = self._state_of(here.token, role)
        before = self._page.tokens[here.token - 1].text.lower() if here.token else ""
        former = before if before in self._book.pronouns.ordinals else ""
        near: list[Candidate] = []
        far: list[Candidate] = []
        for candidate in reversed(self._history[-_REACH:]):
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
            ministry = actor.type != "government" or (self._actors.kind_of(actor) or "").endswith(
                back.nouns[0]
            )
            return actor.type in back.types and ministry
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

    def _class_of(self, title: str) -> str | None:
        noun = self._book.nouns.get(tuple(title.replace("-", " ").split()))
        return noun.class_ if noun else None

    def _point(self, here: Candidate, to: Candidate) -> None:
        self.pointed[here.token] = to
        self._history.append(
            here._replace(
                actor=to.actor, person=to.person, gender=to.gender, noun="", pointing=True
            )
        )
