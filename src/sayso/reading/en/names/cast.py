"""Who is who in one article: its mentions, its actors, and the party that a noun phrase is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from sayso.books.library import Books
from sayso.books.printed import in_sentence
from sayso.books.wording import fold
from sayso.model.reading import Sentence, Token
from sayso.model.text import Actor, ActorRef, Article, Mention, Party
from sayso.reading.en.names.named import Named, in_order
from sayso.reading.en.names.people import Somebody
from sayso.reading.en.names.peoples import as_states
from sayso.reading.en.names.roster import Roster, find_roster
from sayso.reading.en.names.titles import RoleFound
from sayso.reading.en.page import Page

_EDGE = " \t\u00a0,;:–—"
_NUMBERS = ("nummod", "det")
# Classes of offices whose nouns are one calling: an ambassador is an envoy.
_SYNONYMS = ("envoy", "spokesperson")


class Cast:
    """Built once for an article; `part` is the part of the article that the tokens are of."""

    def __init__(
        self,
        article: Article,
        tokens: tuple[Token, ...],
        sentences: tuple[Sentence, ...],
        books: Books,
        part: str = "text",
        roster_of: Callable[[Page, Books], Roster] = find_roster,
    ) -> None:
        self._article = article
        self._part = part
        self._books = books
        self._page = Page(article.part(part), tokens, sentences)
        self._names, self._back, self._joined = roster_of(self._page, books)
        self._by_token: dict[int, Named] = {}
        for named in self._names.all:
            for word in range(named.first, named.last):
                self._by_token[self._page.word_tokens[word]] = named
        self._peoples = as_states(tokens, books.actors.peoples, self._by_token)
        self._role_at = {
            token: role
            for role in self._names.roles
            for token in self._page.word_tokens[role.first : role.noun_last]
        }
        self.actors: tuple[Actor, ...] = self._actors()
        self.mentions: tuple[Mention, ...] = tuple(
            self._mention(named) for named in in_order((*self._names.all, *self._offices_of()))
        )

    def party(self, start: int, end: int) -> Party:
        """Who the noun phrase at these offsets is; `resolved` and `actor` are None where that is not clear."""
        text = self._page.text
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        span = self._article.span(start, end, self._part)
        head = self._head(start, end)
        together = self._joined.get(head) or self._together(head, end)
        if together > 1:
            return Party(name=span.text, count=together, span=span)
        actor, person = self._who(head, start, end)
        role = self._role(actor, person, head)
        return Party(
            name=span.text,
            resolved=actor.name if actor else None,
            actor=actor.id if actor else None,
            role=role,
            count=None if actor else self._count(head),
            span=span,
        )

    def office(self, start: int, end: int) -> RoleFound | None:
        """The office that the noun phrase at these offsets names."""
        return self._role_at.get(self._head(start, end))

    def as_named(self, party: Party, name: str) -> Party:
        """The party as the one person here who bears its name; as it was where none or several do."""
        words = set(fold(name).split())
        bearers = [
            one for one in self._names.people if words <= set(fold(" ".join(one.words)).split())
        ]
        return self._as(party, bearers)

    def as_holder(self, party: Party, role: RoleFound) -> Party:
        """The party as the one person here who holds such an office."""
        country = role.of.country if role.of else None
        holders = [
            one
            for one in self._names.people
            if any(_alike(held, role) for held in one.roles)
            and (country is None or one.country == country)
        ]
        return self._as(party, holders)

    def _as(self, party: Party, people: Sequence[Somebody]) -> Party:
        if len(people) != 1:
            return party
        actor = people[0].actor()
        role = people[0].role
        return msgspec.structs.replace(
            party,
            resolved=actor.name,
            actor=actor.id,
            role=role.text if role else self._held(actor),
        )

    # --- records -------------------------------------------------------------------------------------

    def _actors(self) -> tuple[Actor, ...]:
        found: dict[str, Actor] = {}
        written: dict[str, dict[str, None]] = {}
        for state in self._peoples.values():
            found.setdefault(state.id, state)
        for named in self._names.all:
            if named.actor is not None:
                found.setdefault(named.actor.id, named.actor)
                if named.manner not in ("adjective", "capital"):
                    name = self._page.text[named.start : named.end]
                    written.setdefault(named.actor.id, {}).setdefault(name)
        return tuple(
            _with_names(actor, tuple(written.get(key, ()))) for key, actor in found.items()
        )

    def _offices_of(self) -> Iterator[Named]:
        """Where an office stands for the person who holds it: "the foreign minister said"."""
        page = self._page
        for role in self._names.roles:
            who = self._back.get(page.word_tokens[role.noun_last - 1])
            if who is not None and who.person is not None and role.noun is not None:
                start, end = page.words[role.noun_first].start, page.words[role.noun_last - 1].end
                yield Named(start, end, role.noun_first, role.noun_last, "office", actor=who.actor)

    def _mention(self, named: Named) -> Mention:
        span = self._article.span(named.start, named.end, self._part)
        if named.actor is not None:
            who = named.actor
            ref = ActorRef(
                id=who.id, type=who.type, name=who.name, country=who.country, sector=who.sector
            )
            return Mention(type="actor", span=span, actor=ref)
        if named.weapon is not None:
            return Mention(type="weapon", span=span, weapon=named.weapon)
        return Mention(type="place", span=span, place=named.place)

    # --- parties -------------------------------------------------------------------------------------

    def _head(self, start: int, end: int) -> int:
        """The token that the phrase hangs on: the first whose own head lies outside of the phrase."""
        tokens = self._page.tokens
        first, last = self._page.token_at(start), self._page.token_at(end - 1)
        inside = range(first, last + 1)
        for index in inside:
            head = tokens[index].head
            outside = head == index or head not in inside
            if outside and tokens[index].pos not in ("PUNCT", "SPACE", "DET", "ADP", "PART"):
                return index
        return last

    def _together(self, head: int, end: int) -> int:
        """How many named actors the phrase joins: "Chile and Peru" is two, and no one's voice."""
        last = self._page.token_at(end - 1)
        heads = [head]
        for index in range(head + 1, last + 1):
            token = self._page.tokens[index]
            if token.dep == "conj" and token.head in heads:
                heads.append(index)
        return len({who.id for index in heads if (who := self._named_at(index, end))})

    def _named_at(self, head: int, end: int) -> Actor | None:
        """The actor that a head names, or whose office it is: "the French minister, A B"."""
        named = self._by_token.get(head)
        if named is not None and named.actor is not None:
            return named.actor
        beside = self._beside(head, self._page.tokens[head].start, end)
        return beside[0] if beside else None

    def _who(self, head: int, start: int, end: int) -> tuple[Actor | None, Somebody | None]:
        named = self._by_token.get(head)
        if named is not None and named.actor is not None and named.manner != "adjective":
            return named.actor, self._names.persons.get(named.first)
        if named is not None and named.manner == "capital" and named.place and named.place.country:
            return self._books.actors.states[named.place.country], None
        beside = self._beside(head, start, end)
        if beside is not None:
            return beside
        if head in self._back:
            return self._back[head].actor, self._back[head].person
        apposed = self._apposed(head, end) or self._band(head, start)
        if apposed is not None:
            return apposed, None
        if head in self._peoples:
            return self._peoples[head], None
        if self._page.tokens[head].lemma in self._books.roles.sides:
            return self._adjective_of(head), None
        return None, None

    def _beside(self, head: int, start: int, end: int) -> tuple[Actor, Somebody] | None:
        """The person in the phrase whose role the head is: "Chile's envoy, A B"."""
        for word in range(self._page.word_from(start), self._page.word_from(end)):
            person, named = self._names.persons.get(word), self._names.starting.get(word)
            if person is None or named is None or named.actor is None:
                continue
            role = self._names.beside.get(word)
            if role is not None and self._covers(role, head):
                return named.actor, person
            token = self._page.tokens[self._page.word_tokens[named.last - 1]]
            if token.head == head and token.dep == "appos":
                return named.actor, person
        return None

    def _apposed(self, head: int, end: int) -> Actor | None:
        """Whom a noun for such stands before: "the newspaper Slovo", "the Iraqi militia Asaib Ahl"."""
        tokens = self._page.tokens
        for index in range(head + 1, self._page.token_at(end - 1) + 1):
            named = self._by_token.get(index)
            actor = named.actor if named is not None else None
            apposed = tokens[index].dep == "appos" and tokens[index].head == head
            if actor is not None and apposed and tokens[head + 1].text != ",":
                back = self._books.roles.back.get((tokens[head].lemma,))
                if back is not None and actor.type in back.types:
                    return actor
        return None

    def _band(self, head: int, start: int) -> Actor | None:
        """The armed group whose name stands before a noun for one: "Yemen's Houthi movement"."""
        named = self._by_token.get(head - 1)
        actor = named.actor if named is not None else None
        if actor is None or self._page.tokens[head - 1].start < start:
            return None
        back = self._books.roles.back.get((self._page.tokens[head].lemma,))
        armed = actor.type == "armed_group" and back is not None and actor.type in back.types
        return actor if armed else None

    def _covers(self, role: RoleFound, token: int) -> bool:
        tokens = self._page.word_tokens
        return tokens[role.first] <= token <= tokens[role.noun_last - 1]

    def _adjective_of(self, head: int) -> Actor | None:
        for index in range(head - 1, max(head - 4, -1), -1):
            named = self._by_token.get(index)
            if named is not None and named.actor is not None and named.actor.type == "state":
                return named.actor
        return None

    def _role(self, actor: Actor | None, person: Somebody | None, head: int) -> str | None:
        if person is not None and person.role is not None:
            return person.role.text
        if actor is not None:
            return self._held(actor)
        role = self._role_at.get(head)
        return role.text if role is not None and role.noun is not None else None

    def _held(self, actor: Actor) -> str | None:
        """The office that the book gives a person on the day of publication, where both are known."""
        day = self._article.published.start if self._article.published else None
        if actor.type != "person" or day is None:
            return None
        for role in actor.roles:
            if role.start and role.start <= day[:10] and (role.end is None or day[:10] <= role.end):
                return f"{role.title} of {in_sentence(role.of)}" if role.of else role.title
        return None

    def _count(self, head: int) -> int | None:
        """How many a noun's number says, or a number that stands for them: "two of the ministers"."""
        tokens = self._page.tokens
        for index in range(max(head - 4, 0), head + 1):
            token = tokens[index]
            counts = token.head == head and token.dep in _NUMBERS
            alone = index == head and index + 1 < len(tokens) and tokens[index + 1].lemma == "of"
            if token.tag == "CD" and (counts or alone):
                word = token.text.lower().replace(",", "")
                return int(word) if word.isdecimal() else self._books.roles.counts.get(word)
        return None


def _alike(left: RoleFound, right: RoleFound) -> bool:
    """Whether one who holds the left office can be called by the right: "foreign minister", "minister"."""
    if left.noun is None or right.noun is None:
        return False
    of_a_kind = left.noun.class_ == right.noun.class_ and left.noun.class_ in _SYNONYMS
    return of_a_kind or f" {left.noun.noun}".endswith(f" {right.noun.noun}")


def _with_names(actor: Actor, written: tuple[str, ...]) -> Actor:
    known = {actor.name, *actor.names}
    more = tuple(name for name in written if name not in known)
    return msgspec.structs.replace(actor, names=(*actor.names, *more)) if more else actor
