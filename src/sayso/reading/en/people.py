"""People in a text: their names gathered over the whole article, each with roles, gender and country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sayso.books.entries import Gender
from sayso.books.roles import RoleBook
from sayso.books.wording import fold
from sayso.model.text import Actor, Role, actor_id
from sayso.reading.en.spelling import spelling
from sayso.reading.en.titles import RoleFound

_STATELIKE = ("state", "government")


class PersonName(NamedTuple):
    """A person's name where it stands: offsets, words [first, last), its words, and what tells of it."""

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    known: Actor | None
    role: RoleFound | None


class Somebody:
    """One person of an article, while it is read."""

    def __init__(self, name: PersonName, family: str, book: RoleBook) -> None:
        self.words = name.words
        self.known = name.known
        self.names: dict[str, None] = {}
        self.roles: list[RoleFound] = []
        self.places: list[PersonName] = []
        self._said: set[tuple[str | None, ...]] = set()
        self.family = family
        self._book = book
        self.add(name)

    def add(self, name: PersonName) -> None:
        """Another place where this person is named."""
        if len(name.words) > len(self.words):
            self.words = name.words
        self.known = self.known or name.known
        self.names.setdefault(" ".join(name.words))
        self.places.append(name)
        if name.role is not None and name.role.says not in self._said:
            self._said.add(name.role.says)
            self.roles.append(name.role)

    @property
    def role(self) -> RoleFound | None:
        """The role that says most; of several that say as much, the first."""
        told = [role for role in self.roles if role.title]
        return max(told, key=lambda r: (bool(r.of) + bool(r.to), bool(r.tail)), default=None)

    @property
    def country(self) -> str | None:
        """The state that this person serves, where the article or the book tells."""
        if self.known:
            return self.known.country
        served = {r.of.country for r in self.roles if r.of and r.of.type in _STATELIKE}
        return served.pop() if len(served) == 1 else None

    @property
    def gender(self) -> Gender | None:
        """The gender that titles tell, else the given name, as far as known."""
        told = {role.gender for role in self.roles if role.gender}
        if told:
            return told.pop() if len(told) == 1 else None
        given = self.words[-1 if spelling(fold(self.words[0])) == self.family else 0]
        return self._book.given.get(fold(given)) if len(self.words) > 1 else None

    def actor(self) -> Actor:
        """This person as a record: the book's, or one of name, country and office."""
        names = tuple(self.names)
        if self.known:
            known = (self.known.name, *self.known.names)
            return msgspec.structs.replace(
                self.known, names=(*self.known.names, *(n for n in names if n not in known))
            )
        role = self.role
        name = " ".join(self.words)
        roles: tuple[Role, ...] = ()
        if role:
            of = role.of.name if role.of else None
            to = f" to {role.to.name}" if role.to else ""
            roles = (Role(title=f"{role.title}{to}{role.tail}", of=of),)
        return Actor(
            id=actor_id(name, self.country, role.noun.noun if role and role.noun else None),
            type="person",
            name=name,
            names=tuple(n for n in names if n != name),
            country=self.country,
            roles=roles,
        )


class People:
    """The people of one article, found by the spelling of their family name."""

    def __init__(self, names: Iterable[PersonName], book: RoleBook) -> None:
        """Names to people. Two full names are one only where they are spelt alike.

        A bare family name joins the one person who bears it; where several do, the one whom the book
        knows by that name alone, if the article names him in full; else it is nobody's.
        """
        self.everybody: list[Somebody] = []
        self._by_family: dict[str, list[Somebody]] = {}
        self._by_given: dict[str, list[Somebody]] = {}
        bare = []
        for name in names:
            if len(name.words) == 1:
                bare.append(name)
                continue
            same = [p for p in self._by_family.get(_family(name, book), ()) if _same(p, name)]
            if same:
                same[0].add(name)
            else:
                self._admit(Somebody(name, _family(name, book), book))
        for name in bare:
            found = self.bearers(name.words[0])
            bearers = [p for p in found if not _conflict(p, name.role)]
            known = [p for p in bearers if p.known and p.known == name.known]
            if len(bearers) == 1 or known:
                (known or bearers)[0].add(name._replace(known=None))
            elif not found or all(_conflict(p, name.role) for p in found):
                self._admit(Somebody(name, _family(name, book), book))

    def bearers(self, word: str) -> tuple[Somebody, ...]:
        """The people whose family name this is, in whatever spelling; else those it is the given name of."""
        return tuple(self._by_family.get(spelling(fold(word)), ())) or self._called(word)

    def _called(self, given: str) -> tuple[Somebody, ...]:
        """The people whose given name this is, and who are named in full somewhere."""
        return tuple(self._by_given.get(fold(given), ()))

    def _admit(self, person: Somebody) -> None:
        self.everybody.append(person)
        self._by_family.setdefault(person.family, []).append(person)
        if len(person.words) > 1:
            self._by_given.setdefault(fold(person.words[0]), []).append(person)


def _family(name: PersonName, book: RoleBook) -> str:
    """The family name in one spelling: the last word, or the first where the language puts it there."""
    words = name.known.name.split() if name.known else list(name.words)
    while len(words) > 1 and fold(words[-1]).strip(".,") in book.suffixes:
        words.pop()
    first = fold(words[0])
    if len(words) in (2, 3) and first in book.family_first and first not in book.given:
        return spelling(first)
    return spelling(fold(words[-1]))


def _same(person: Somebody, name: PersonName) -> bool:
    """Whether a full name in this person's spelling of the family name is this person's."""
    if person.known and name.known:
        return person.known.id == name.known.id
    mine, theirs = person.words, name.words
    if len(mine) < 2 or len(theirs) < 2:
        return False
    left, right = fold(mine[0]).rstrip("."), fold(theirs[0]).rstrip(".")
    if spelling(left) == spelling(right) == person.family:
        return spelling(fold(mine[-1])) == spelling(fold(theirs[-1]))
    initial = min(len(left), len(right)) == 1 and left[0] == right[0]
    return (initial or spelling(left) == spelling(right)) and not _conflict(person, name.role)


def _conflict(person: Somebody, role: RoleFound | None) -> bool:
    """Whether a role is one that this person, as told so far, does not hold: another state's, or another sort."""
    if role is None or role.noun is None:
        return False
    country = role.of.country if role.of and role.of.type in _STATELIKE else None
    if country and person.country and country != person.country:
        return True
    classes = {r.noun.class_ for r in person.roles if r.noun}
    return (
        not person.known and bool(classes) and role.noun.class_ not in classes and country is None
    )
