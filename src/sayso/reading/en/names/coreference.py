"""Whom pronouns and definite nouns point back to, by rule: "she", "the envoy", "the Chilean daily".

A pronoun or noun points to the nearest compatible name before it, in its paragraph or the one before; of
several in one sentence, to the subject. Where two remain, it points to nobody. The order of preference is
that of centering (Grosz, Joshi and Weinstein, Computational Linguistics 21, 1995).
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.actors import ActorBook
from sayso.books.entries import Gender
from sayso.books.roles import RoleBook
from sayso.model.text import Actor
from sayso.reading.en.names.candidates import Candidate, joined_before, nearest, of_two
from sayso.reading.en.names.definite_nouns import AtTokens, DefiniteNouns
from sayso.reading.en.names.names import Names
from sayso.reading.en.names.people import Somebody
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
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
        self._nouns = DefiniteNouns(page, names, self._named, actors, roles)
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

    def _by_token(self, names: Names) -> AtTokens:
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
            noun, to = self._nouns.read(here, self._history[-_REACH:])
            if to is not None:
                self._point(noun, to)
            elif noun.noun:
                self._history.append(noun)

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
        reach = self._history[-_REACH:]
        told = {one.actor.id for one in reach if one.actor and self._is_told(one, here)}
        before = [one for one in reach if one.actor is None or one.actor.id not in told]
        found = nearest(here, gender, before)
        if found is not None and found.actor is not None:
            self._point(here, found._replace(gender=found.gender or gender))

    def _is_told(self, one: Candidate, here: Candidate) -> bool:
        """Reads "Holm was late, he said": a pronoun is nobody whom its own telling names before it (Principle C)."""
        tokens = self._page.tokens
        verb, at = tokens[here.token].head, one.token
        while here.subject and not one.pointing and tokens[at].head != at:
            if tokens[at].dep == "ccomp" and tokens[at].head == verb:
                return at < here.token
            at = tokens[at].head
        return False

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

    def _point(self, here: Candidate, to: Candidate) -> None:
        self.pointed[here.token] = to
        self._history.append(
            here._replace(
                actor=to.actor, person=to.person, gender=to.gender, noun="", pointing=True
            )
        )
