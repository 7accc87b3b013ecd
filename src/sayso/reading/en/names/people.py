"""People in a text: their names gathered over the whole article, each with roles, gender and country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sayso.books.entries import Gender
from sayso.books.persons import PersonalName, names_agree, parted
from sayso.books.printed import in_sentence
from sayso.books.roles import RoleBook
from sayso.books.wording import fold
from sayso.model.text import Actor, Role, Sector, actor_id
from sayso.reading.en.names.titles import RoleFound

_STATELIKE = ("state", "government")
# Bodies whose state is that of their officers.
_HOME = ("state", "government", "organisation", "armed_group")
# Sorts of office that people hold beside others, and two that often go together.
_OPEN = frozenset({"politician", "calling", "activist", "business", "counterpart"})
_TOGETHER = (
    *({"official", beside} for beside in ("legislator", "minister", "military", "clergy")),
    *({"clergy", beside} for beside in ("legislator", "military", "leader", "spokesperson")),
)


class PersonName(NamedTuple):
    """A person's name where it stands: offsets, words [first, last), its words, and what tells of it.

    `also` is what stands after a name that has its `role` before it: "General A B, *head of the engineers*".
    """

    start: int
    end: int
    first: int
    last: int
    words: tuple[str, ...]
    known: Actor | None
    role: RoleFound | None
    also: RoleFound | None = None


_ALIAS = 40  # letters that "also widely known as" and the like take at most


class Somebody:
    """One person of an article, while it is read."""

    def __init__(self, name: PersonName, book: RoleBook) -> None:
        self.words = name.words
        self.known = name.known
        self.names: dict[str, None] = {}
        self.roles: list[RoleFound] = []
        self.places: list[PersonName] = []
        self._said: set[tuple[str | None, ...]] = set()
        self._book = book
        self.parts = _parts(name, book)
        self.add(name)

    def add(self, name: PersonName) -> None:
        """Another place where this person is named."""
        self.known = self.known or name.known
        self.names.setdefault(" ".join(name.words))
        self.places.append(name)
        for role in (name.role, name.also):
            if role is not None and role.says not in self._said:
                self._said.add(role.says)
                self.roles.append(role)

    @property
    def first(self) -> int:
        """The offset of the first place where this person is named."""
        return min(place.start for place in self.places)

    @property
    def role(self) -> RoleFound | None:
        """The role that says most, an office before a calling; of several that say as much, the first."""
        told = [role for role in self.roles if role.title]
        return max(told, key=self._told_by, default=None)

    def _told_by(self, role: RoleFound) -> tuple[int, bool, bool]:
        offices = {*self._book.offices, *self._book.sectors.serving}
        noun = role.noun if role.noun and role.noun.noun not in self._book.noble else None
        office = noun is not None and noun.class_ in offices
        return bool(role.of) + bool(role.to), office, bool(role.tail)

    @property
    def country(self) -> str | None:
        """The state that this person serves, where the article or the book tells."""
        if self.known:
            return self.known.country
        served = {r.of.country for r in self.roles if r.of and r.of.type in _HOME and r.of.country}
        lands = served or {role.land for role in self.roles if role.land}
        return lands.pop() if len(lands) == 1 else None

    @property
    def gender(self) -> Gender | None:
        """The gender that titles tell, else the given name, as far as known."""
        told = {role.gender for role in self.roles if role.gender}
        if told:
            return told.pop() if len(told) == 1 else None
        given = self.parts.given or (self.words if len(self.words) == 1 else ())
        return self._book.given.get(fold(given[0])) if given else None

    def actor(self) -> Actor:
        """This person as a record: the book's, or one of name, country and office."""
        names = tuple(self.names)
        if self.known:
            known = (self.known.name, *self.known.names)
            return msgspec.structs.replace(
                self.known,
                names=(*self.known.names, *(n for n in names if n not in known)),
                sector=self._sector() or self.known.sector,
            )
        role = self.role
        name = " ".join(self.words)
        roles: tuple[Role, ...] = ()
        if role:
            of = role.of.name if role.of else None
            to = f" to {in_sentence(role.to.name)}" if role.to else ""
            roles = (Role(title=f"{role.title}{to}{role.tail}", of=of),)
        return Actor(
            id=actor_id(name, self.country, role.noun.noun if role and role.noun else None),
            type="person",
            name=name,
            names=tuple(n for n in names if n != name),
            country=self.country,
            sector=self._sector(),
            roles=roles,
        )

    def _sector(self) -> Sector | None:
        """The sector that the roles tell, the fullest first, else that of the body that this person is of."""
        for role in filter(None, (self.role, *self.roles)):
            if sector := self._sector_by(role):
                return sector
        bodies = {r.of.sector for r in self.roles if r.of and not r.title and r.of.type != "state"}
        return bodies.pop() if len(bodies) == 1 else None

    def _sector_by(self, role: RoleFound) -> Sector | None:
        """The sector that one role tells."""
        sectors, noun = self._book.sectors, role.noun
        if noun is None:
            return None
        told = sectors.of_role(noun.noun, noun.class_, role.title, role.of)
        told = told or sectors.of_tail(noun.class_, role.tail)
        serving = noun.class_ in sectors.serving
        if serving and told == sectors.service and not (role.of and role.of.type != "state"):
            # "General A B, head of Peru's engineers" is an officer still.
            held = {r.noun.class_ for r in self.roles if r.noun}
            ranks = {s for c in held if (s := sectors.classes.get(c)) and c in sectors.ranks}
            told = ranks.pop() if len(ranks) == 1 else told
        return told or (sectors.service if serving and (role.land or role.national) else None)


class People:
    """The people of one article, found by the spelling of their family name."""

    def __init__(self, names: Iterable[PersonName], book: RoleBook, text: str) -> None:
        """Names to people, the fullest first. Two full names are one only where they are spelt alike.

        A bare family name joins the one person who bears it; where several do, the one whom the book
        knows by that name alone, if the article names him in full, or whom alone its paragraph named
        before; else it is nobody's.
        """
        self._book = book
        self._text = text
        self._by_family: dict[str, list[Somebody]] = {}
        self._by_given: dict[str, list[Somebody]] = {}
        everybody: list[Somebody] = []
        names = tuple(names)
        aliases = {name.start for name in names if self._before_alias(name) is not None}
        order = sorted(names, key=lambda n: (-len(n.words), n.start not in aliases, n.start))
        for name in order:
            if (person := self._under_alias(name, everybody)) is not None:
                person.add(name)
                self._admit(person, parted(name.words, book))
                continue
            full = bool(parted(name.words, book).given)
            if full:
                parts = _parts(name, book)
                found = [p for p in self._of_family(parts) if _same(p, parts, name)]
            else:
                bearing = [p for p in self._bearing(name) if not _conflict(p, name.role)]
                found = [p for p in bearing if _agree(p, name.role)]
                known = [p for p in found if p.known and p.known == name.known]
                if len(found) > 1 and not known:
                    found = [p for p in found if _holds(p, name.role)] or self._near(found, name)
                    if len(found) != 1:
                        continue
                found = known or found
            if found:
                found[0].add(name if full else name._replace(known=None))
            elif full or _is_new(self._bearing(name), name):
                everybody.append(self._admit(Somebody(name, book)))
        self.everybody = tuple(sorted(everybody, key=lambda person: person.first))

    def _near(self, people: Iterable[Somebody], name: PersonName) -> list[Somebody]:
        """Those of them whom the name's own paragraph has named before it."""
        begin = self._text.rfind("\n", 0, name.start) + 1
        return [p for p in people if any(begin <= n.start < name.start for n in p.places)]

    def bearers(self, word: str) -> tuple[Somebody, ...]:
        """The people whose family name this is, in whatever spelling; else those it is the given name of."""
        found = self._of_family(parted((word,), self._book))
        return found or tuple(self._by_given.get(fold(word), ()))

    def _bearing(self, name: PersonName) -> tuple[Somebody, ...]:
        """The people whom a name without given names can be: "Wasserman Schultz" as well as "Jeb"."""
        if len(name.words) == 1:
            return self.bearers(name.words[0])
        return self._of_family(_parts(name, self._book))

    def _of_family(self, parts: PersonalName) -> tuple[Somebody, ...]:
        found: dict[int, Somebody] = {}
        for key in parts.keys:
            found.update((id(p), p) for p in self._by_family.get(key, ()))
        return tuple(found.values())

    def _before_alias(self, name: PersonName) -> int | None:
        """Where the words begin that tell that a name is another of somebody's: ", *better known as* A"."""
        begin = max(self._text.rfind("\n", 0, name.start) + 1, name.start - _ALIAS)
        match = self._book.alias.search(self._text[begin : name.start])
        return begin + match.start() if match else None

    def _under_alias(self, name: PersonName, people: Iterable[Somebody]) -> Somebody | None:
        """Whose other name this is: "A B, *better known as C*"."""
        end = self._before_alias(name)
        if end is None:
            return None
        return next((p for p in people if any(n.end == end for n in p.places)), None)

    def _admit(self, person: Somebody, parts: PersonalName | None = None) -> Somebody:
        for key in (parts or person.parts).keys:
            self._by_family.setdefault(key, []).append(person)
        if parts is not None:
            return person
        given = person.parts.given
        called = given[:1] if person.words[-1] == person.parts.family else given[-1:]
        for word in called:
            self._by_given.setdefault(fold(word), []).append(person)
        return person


def _parts(name: PersonName, book: RoleBook) -> PersonalName:
    return parted(name.known.name.split() if name.known else name.words, book)


def _same(person: Somebody, parts: PersonalName, name: PersonName) -> bool:
    """Whether a name with given names is this person's."""
    if person.known and name.known:
        return person.known.id == name.known.id
    tail = tuple(map(fold, person.words[-len(name.words) :])) == tuple(map(fold, name.words))
    if tail and len(person.words) > len(name.words):
        return not _conflict(person, name.role)
    alike = bool(person.parts.given) and names_agree(person.parts, parts)
    return alike and not _other_state(person, name.role)


def _is_new(bearers: Iterable[Somebody], name: PersonName) -> bool:
    """Whether a bare name is somebody else's than those who bear it: each holds another office."""
    return all(_conflict(person, name.role) for person in bearers)


def _holds(person: Somebody, role: RoleFound | None) -> bool:
    """Whether a role's noun is that of an office that this person is told to hold."""
    return (
        role is not None and role.noun is not None and role.noun in [r.noun for r in person.roles]
    )


def _agree(person: Somebody, role: RoleFound | None) -> bool:
    """Whether a title before a family name goes with this person's gender: "Mr. Torres" is not Ana."""
    told = role.gender if role is not None and role.noun is None else None
    return told is None or person.gender in (None, told)


def _other_state(person: Somebody, role: RoleFound | None) -> bool:
    country = role.of.country if role and role.of and role.of.type in _STATELIKE else None
    return bool(country and person.country and country != person.country)


def _conflict(person: Somebody, role: RoleFound | None) -> bool:
    """Whether a role is one that this person, as told so far, does not hold: another state's, or another sort."""
    if role is None or role.noun is None:
        return False
    if _other_state(person, role):
        return True
    held = {r.noun.class_ for r in person.roles if r.noun}
    told = role.of is not None and role.of.type in _STATELIKE
    return not (person.known or told or not held) and all(
        apart(role.noun.class_, class_) for class_ in held
    )


def apart(left: str, right: str) -> bool:
    """Whether two sorts of office are seldom one person's in one article."""
    return left != right and not {left, right} & _OPEN and {left, right} not in _TOGETHER
