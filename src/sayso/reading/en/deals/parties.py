"""Who takes part in a deal: a noun's party, where it is somebody who can give or take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from sayso.books.deals import DealBook
from sayso.model.text import Actor, ActorRef, Mention, Party, Span
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import CLAUSES_OF_NAME
from sayso.reading.en.deals.states import StandIns

_CUT = (*CLAUSES_OF_NAME, "prep", "conj", "cc", "appos")
# Those who can hold weapons; agencies and outlets only tell of them.
_NAMES = frozenset({"NOUN", "PROPN"})
_ANY = frozenset({"a", "another", "any", "some"})
_HOLDERS = frozenset({"state", "government", "person", "organisation", "armed_group", "company"})


class Parties:
    """Parties of one article by the head of their noun phrase."""

    def __init__(
        self,
        evidence: Evidence,
        book: DealBook,
        mentions: Sequence[Mention],
        states: StandIns | None = None,
        makers: Collection[str] = (),
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._book = book
        self._stand_ins = states
        self._makers = makers
        self._joined: dict[tuple[int, int], int] = {}
        self._mentions = [one for one in mentions if one.type == "actor" and one.actor]
        self._starts = [one.span.start for one in self._mentions]
        self._armed = [one.span for one in mentions if one.weapon is not None]
        self._types = {one.actor.id: one.actor for one in self._mentions if one.actor}
        self._states = {
            one.country: one for one in self._types.values() if one.type == "state" and one.country
        }
        self._places = [
            (one.span, one.place.country) for one in mentions if one.place and one.place.country
        ]

    def of(self, head: int | None) -> Party | None:
        """Who the noun phrase is; None for a thing, a place that is no actor, or a pronoun for nobody."""
        if head is None:
            return None
        token = self._tree.tokens[head]
        if token.pos not in ("NOUN", "PROPN", "PRON", "ADJ"):
            return None
        if any(
            self._tree.tokens[child].pos in _NAMES for child in self._tree.children(head, "conj")
        ):
            return self._joint(head)
        return self.alone(head)

    def alone(self, head: int) -> Party | None:
        """The same of a noun by itself, whatever is joined to it."""
        token = self._tree.tokens[head]
        named = self._firm(head) or self._called(head)
        if named is not None:
            return named
        phrase = self._evidence.party(self._tree.subtree(head, without=_CUT))
        if phrase.actor is not None:
            return self._known(head, phrase)
        maker = self.maker(head)
        if maker is not None:
            return maker
        if any(one.start <= token.start < one.end for one in self._armed):
            return None  # a ship by its name
        if token.dep == "npadvmod" and (adjective := self.adjective(head)) is not None:
            return adjective  # "*Swiss*-supplied"
        state = self._stand_ins.of(head) if self._stand_ins is not None else None
        if state is not None or token.pos in ("PRON", "ADJ"):
            return state
        inside = self._behind_name(head)
        if inside is not None:
            return inside
        return phrase if self._can_hold(head) else None

    def _behind_name(self, head: int) -> Party | None:
        """The state whose organ, officer or partner a common noun is: "the Danish minister", "our Danish allies".

        Who is one of several such officers may act for himself: "a Danish general".
        """
        words = self._book.words
        lemma = self._tree.tokens[head].lemma
        if lemma in words.carriers:
            return self._inside(head)
        if lemma in words.crews:
            several = self._tree.tokens[head].tag == "NNS" or lemma == "crew"
            told = {self._tree.tokens[at].lemma for at in self._tree.children(head, "amod")}
            return self._inside(head) if several and "former" not in told else None
        if lemma in words.lands:
            return self._of_name(head)
        before = {self._tree.tokens[at].lemma for at in self._tree.children(head, "det")}
        if lemma in words.officers:
            return None if before & _ANY else self._inside(head)
        owned = self._tree.child(head, "poss")
        pointed = owned is not None and self._tree.tokens[owned].tag == "PRP$"
        if lemma in words.partners and (pointed or "the" in before):
            inside = (self.named(at) for at in self._tree.children(head, "amod", "compound"))
            return next((one for one in inside if self.is_state(one)), None)
        return None

    def _known(self, head: int, phrase: Party) -> Party | None:
        """An actor of the article; the state for those of whom only the words beside them tell one."""
        known = self._types.get(phrase.actor or "")
        if known is not None and known.country is None:
            organ = self._tree.tokens[head].lemma in self._book.words.carriers
            acts = known.type == "person" or (known.type == "organisation" and organ)
            state = self._inside(head) if acts else None
            if self.is_state(state):  # "Oslo's minister, Kari Moe", "Oslo's Defence Council"
                return state
        return phrase if known is None or known.type in _HOLDERS else None

    def maker(self, head: int | None) -> Party | None:
        """The maker of weapons whose name ends at a token, however that was read: "Oslo's Nammo"."""
        if head is None:
            return None
        tokens = self._tree.tokens
        inside = [at for at in self._tree.children(head, "compound") if at < head]
        words = [head]
        while inside and inside[-1] == words[0] - 1:
            words.insert(0, inside.pop())
        if tokens[head].pos != "PROPN" and not tokens[head].text[:1].isupper():
            return None
        for first in range(len(words)):
            span = self._evidence.span(words[first:])
            if span.text in self._makers:
                return Party(name=span.text, span=span)
        return None

    def _firm(self, head: int) -> Party | None:
        """Reads "the Swedish shipbuilder Damen", "its ally Tonga": the name beside the noun for who has it."""
        words = self._book.words
        if self._tree.tokens[head].lemma not in words.firms | words.partners:
            return None
        beside = self._tree.children(head, "appos")
        names = [at for at in beside if self._tree.tokens[at].pos == "PROPN"]
        several = [at for at in names if self._tree.children(at, "conj")]
        if several:
            return self._joint(several[0])
        found = next(filter(None, map(self.alone, names)), None)
        if found is None and names and self._tree.tokens[head].lemma in words.firms:
            return self._evidence.party(self._tree.subtree(names[0], without=_CUT))
        return found

    def _called(self, head: int) -> Party | None:
        """Reads "the Czech firm Omnipol", where the noun for who has the name was read as a part of it."""
        words = self._book.words
        inside = [at for at in self._tree.children(head, "compound") if at < head]
        kinds = [at for at in inside if self._tree.tokens[at].lemma in words.firms]
        if not kinds or not self._tree.tokens[kinds[-1]].text.islower():
            return None
        name = range(kinds[-1] + 1, head + 1)
        if not all(self._tree.tokens[at].pos == "PROPN" for at in name):
            return None
        known = self.named(head)
        span = self._evidence.span(name)  # "Excalibur Army" is no army then
        return known if self.is_company(known) else Party(name=span.text, span=span)

    def _joint(self, head: int) -> Party | None:
        """Several who act together, as they are written; None where one of them cannot hold weapons."""
        heads = [head]
        for at in heads:
            heads.extend(self._tree.children(at, "conj"))
        if any(self.named(at) is None or self._tree.children(at, "case") for at in heads):
            return None
        phrase = self._tree.subtree(head, without=CLAUSES_OF_NAME)
        span = self._evidence.span(range(min(phrase), max(phrase) + 1))
        joint = Party(name=span.text, count=len(heads), span=span)
        self._joined[span.start, span.end] = head
        return joint

    def each(self, party: Party | None) -> tuple[Party | None, ...]:
        """Those who act together one by one; who acts alone himself."""
        if party is None or party.span is None or (party.count or 1) < 2:
            return (party,)
        head = self._joined.get((party.span.start, party.span.end))
        found = self.members(head) if head is not None else []
        return tuple(found) if len(found) == party.count else (party,)

    def members(self, head: int) -> list[Party]:
        """Those whom a phrase joins, one by one; only its own party where it joins nobody."""
        heads = [head]
        for at in heads:
            heads.extend(c for c in self._tree.children(at, "conj") if self._is_name(c))
        if len(heads) == 1:
            one = self.of(head)
            return [one] if one is not None else []
        named = [self.alone(at) for at in heads]
        return [one for one in named if one is not None]

    def _is_name(self, index: int) -> bool:
        return self._tree.tokens[index].pos in _NAMES

    def ref(self, party: Party | None) -> ActorRef | None:
        """The actor that the article's names give for a party."""
        return self._types.get(party.actor) if party is not None and party.actor else None

    def is_state(self, party: Party | None) -> bool:
        """Whether a party is a state, a government, an organisation or an armed group."""
        ref = self.ref(party)
        return ref is not None and ref.type in (
            "state",
            "government",
            "organisation",
            "armed_group",
        )

    def is_company(self, party: Party | None) -> bool:
        """Whether a party is a company, or a maker of weapons that the books name."""
        ref = self.ref(party)
        if ref is not None:
            return ref.type == "company"
        return party is not None and party.name in self._makers

    def home(self, company: Party | None) -> Party | None:
        """The state of a company that the books know, under the company's words."""
        ref = self.ref(company)
        if company is None or ref is None or ref.country is None or self._stand_ins is None:
            return None
        state = self._stand_ins.states.get(ref.country)
        if state is None:
            return None
        return Party(name=company.name, resolved=state.name, actor=state.id, span=company.span)

    def state(self, country: str) -> Party | None:
        """A state that no words name, by its code: as the article names it, else by its own name."""
        known: ActorRef | Actor | None = self._states.get(country)
        if known is None and self._stand_ins is not None:
            known = self._stand_ins.states.get(country)
        return (
            None if known is None else Party(name=known.name, resolved=known.name, actor=known.id)
        )

    def named(self, index: int) -> Party | None:
        """The actor whose name, or adjective, stands at a token ("American")."""
        start = self._tree.tokens[index].start
        at = bisect_left(self._starts, start + 1) - 1
        if at < 0 or self._mentions[at].span.end <= start:
            return None
        mention = self._mentions[at]
        if mention.actor is None or mention.actor.type not in _HOLDERS:
            return None
        return Party(
            name=mention.span.text,
            resolved=mention.actor.name,
            actor=mention.actor.id,
            span=mention.span,
        )

    def is_adjective(self, index: int) -> bool:
        """Whether the name that stands at a token is an adjective, or names a people: "South Korean"."""
        found = self.named(index)
        peoples = self._stand_ins.peoples if self._stand_ins is not None else {}
        return found is not None and found.name in peoples

    def making(self, indexes: range) -> Party | None:
        """The maker of weapons whose whole name these tokens are."""
        span = self._evidence.span(indexes)
        return Party(name=span.text, span=span) if span.text in self._makers else None

    def capital(self, name: Span) -> Party | None:
        """The state whose capital's name these words are."""
        capitals = self._stand_ins.capitals if self._stand_ins is not None else {}
        state = capitals.get(name.text.removeprefix("the "))
        if state is None:
            return None
        return Party(name=name.text, resolved=state.name, actor=state.id, span=name)

    def adjective(self, index: int) -> Party | None:
        """The state of an adjective that names nobody: "*Swiss*-made"."""
        token = self._tree.tokens[index]
        state = self._stand_ins.peoples.get(token.text) if self._stand_ins is not None else None
        if state is None:
            return None
        span = self._evidence.span([index])
        return Party(name=span.text, resolved=state.name, actor=state.id, span=span)

    def of_place(self, head: int, unnamed: bool = False) -> Party | None:
        """The state of a place in a noun phrase ("the port of Callao"), where the article names that state.

        `unnamed`: also where it does not.
        """
        phrase = self._tree.subtree(head, without=CLAUSES_OF_NAME)
        start = self._tree.tokens[min(phrase)].start
        end = self._tree.tokens[max(phrase)].end
        for span, country in self._places:
            if not start <= span.start < end:
                continue
            state: ActorRef | Actor | None = self._states.get(country)
            if state is None and unnamed and self._stand_ins is not None:
                state = self._stand_ins.states.get(country)
            if state is not None:
                return Party(name=span.text, resolved=state.name, actor=state.id, span=span)
        return None

    def _inside(self, head: int) -> Party | None:
        """Whose channels, territory or government: the name before the noun, or behind "of"."""
        tree = self._tree
        for child in tree.children(head, "amod", "compound", "poss", "nmod"):
            found = self.named(child)
            if found is not None:
                return found
        named = self._of_name(head)
        if named is not None:
            return named
        for preposition in tree.children(head, "prep"):
            if tree.tokens[preposition].lemma == "in":  # "officials in Oslo"
                for governed in tree.children(preposition, "pobj"):
                    state = self.named(governed)
                    return state if self.is_state(state) else self.of_place(governed, unnamed=True)
        return None

    def _of_name(self, head: int) -> Party | None:
        """Reads "the kingdom *of Tonga*", "the forces *of Tonga*"."""
        for preposition in self._tree.children(head, "prep"):
            if self._tree.tokens[preposition].lemma == "of":
                for governed in self._tree.children(preposition, "pobj"):
                    return self.of(governed)
        return None

    def _is_group(self, head: int) -> bool:
        """Several states by what they share: "the Nordic countries", "European allies"."""
        token = self._tree.tokens[head]
        words = self._book.words
        if token.tag != "NNS" or token.lemma not in words.lands | words.partners | {"state"}:
            return False
        beside = self._tree.children(head, "amod", "compound", "nmod")
        return any(self._tree.tokens[at].text[:1].isupper() for at in beside)

    def _can_hold(self, head: int) -> bool:
        """A name that the books do not know, or a common noun of those who bear arms."""
        token = self._tree.tokens[head]
        if self._is_group(head):
            return True
        if token.pos == "PROPN":
            return token.entity.endswith(("ORG", "PERSON", "NORP"))
        return token.lemma in self._book.words.holders
