"""The two sides of a deal: who of two gives, and which state an organ acts for."""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.actors import ActorBook
from sayso.books.deals import DealWords
from sayso.model.text import ActorRef, Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.weapons import Weapons

# Who has weapons of war.
_FORCES = frozenset({"state", "government", "armed_group"})


class Sides(NamedTuple):
    """The parties of a deal."""

    giver: Party | None = None
    receiver: Party | None = None
    user: Party | None = None
    maker: Party | None = None
    licensor: Party | None = None


class Pairs:
    """Finds and checks the two sides of the deals of one article."""

    def __init__(
        self,
        clauses: Clauses,
        parties: Parties,
        weapons: Weapons,
        doers: Doers,
        known: ActorBook,
        words: DealWords,
    ) -> None:
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._doers = doers
        self._words = words
        self._states = known.states
        self._officers = known.by_id

    def of(self, deal: Deal, thing: Thing) -> tuple[Sides, ...] | None:
        """Two who deal with each other, as "between A and B" or as one subject; None where there are none.

        Who of them gives is told by the weapon alone.
        """
        heads = self._doers.between(deal)
        between = set(heads)
        doer = self._clauses.doer(deal.at)
        if not heads and doer is not None:
            heads = [doer]
        for at in heads:
            members = self._parties.members(at)
            if len(members) == 2 and (at in between or self._is_mutual(deal)):
                one = self.by_maker(thing, *members)
                return () if one is None else (one,)
        return None

    def _is_mutual(self, deal: Deal) -> bool:
        """Whether both sides are named at once: nobody else is, and they deal with each other."""
        others = ("from", "to", "with", "beside")
        if any(self._doers.first(deal, word) is not None for word in others):
            return False
        if deal.sense.stage in ("negotiated", "agreed"):
            return True
        return any(one.mark in ("negotiated", "agreed", "contracted") for one in deal.governors)

    def by_maker(self, thing: Thing, one: Party | None, other: Party | None) -> Sides | None:
        """The side from whose state the weapon is gives it; of a company and a state the company."""
        country = self._weapons.country(thing.weapon)
        ours, theirs = self._parties.ref(one), self._parties.ref(other)
        firms = self._parties.is_company(one), self._parties.is_company(other)
        if firms in ((True, False), (False, True)) and one is not None and other is not None:
            return Sides(one, other) if firms[0] else Sides(other, one)
        if country is None or ours is None or theirs is None or ours.country == theirs.country:
            return None
        if ours.country == country:
            return Sides(one, other)
        return Sides(other, one) if theirs.country == country else None

    def apart(
        self, sides: Sides, maker: Party | None, thing: Thing | None = None, numbered: bool = False
    ) -> Sides:
        """The same with the states for which organs act; nobody where they are on one side.

        Nobody, too, where the thing is a figure of speech.
        """
        if self._is_figure(sides, thing, numbered):
            return Sides()
        giver, receiver = self.acting(sides.giver), self.acting(sides.receiver)
        taker = self._parties.ref(receiver)
        if taker is not None and taker.type == "person":
            return Sides()  # a gun that somebody gets for himself is no deal in arms
        if giver is None and self._is_civil(sides.receiver):
            return Sides()  # an office of the state that equips itself
        if self.are_one(sides.giver, sides.receiver):
            return Sides()
        if giver is None and self._is_own(thing, self._parties.ref(sides.receiver)):
            return Sides()
        known = maker if maker is not None and (giver or receiver) else None
        return Sides(giver, receiver, maker=known)

    def _is_figure(self, sides: Sides, thing: Thing | None, numbered: bool) -> bool:
        """Reads "gave her critics fresh ammunition": no party that is named is a state or a force."""
        if thing is None or thing.weapon.name not in self._words.figurative or numbered:
            return False
        named = [self._parties.ref(self.acting(one)) for one in (sides.giver, sides.receiver)]
        pointing = (
            sides.receiver is not None and sides.receiver.name.lower() in self._words.themselves
        )
        return pointing or not any(one and one.type in _FORCES for one in named)

    def _is_own(self, thing: Thing | None, taker: ActorRef | None) -> bool:
        """Whether a state gets, from nobody who is named, what its own industry makes."""
        country = self._weapons.country(thing.weapon) if thing is not None else None
        return country is not None and taker is not None and taker.country == country

    def _is_civil(self, party: Party | None) -> bool:
        """Whether a party is a civil body of a state that the book names: a tax office, a court."""
        ref = self._parties.ref(party)
        known = ref is not None and ref.type == "government" and ref.id in self._officers
        return known and ref is not None and ref.sector != "MIL"

    def are_one(self, one: Party | None, other: Party | None) -> bool:
        """Whether two parties are one actor, or of one state."""
        left, right = self.acting(one), self.acting(other)
        if left is None or right is None:
            return False
        ours, theirs = self._parties.ref(one), self._parties.ref(other)
        own = ours is not None and theirs is not None and _same_state(ours.country, theirs.country)
        named = left.name == right.name or (left.actor is not None and left.actor == right.actor)
        return own or named

    def is_state(self, party: Party | None) -> bool:
        """Whether a party is a state or acts for one."""
        states = {state.id for state in self._states.values()}
        return self._parties.is_state(party) or (party is not None and party.actor in states)

    def acting(self, party: Party | None) -> Party | None:
        """The state for which an organ or an officer of it acts: arms are not his own."""
        ref = self._parties.ref(party)
        if party is None or ref is None or ref.country is None or ref.country not in self._states:
            return party
        officer = ref.type == "person" and (party.role is not None or ref.id in self._officers)
        if ref.type == "government" or officer:
            state = self._states[ref.country]
            return Party(name=party.name, resolved=state.name, actor=state.id, span=party.span)
        return party


def _same_state(ours: str | None, theirs: str | None) -> bool:
    """Arms that stay within a state change no hands that count here."""
    return ours is not None and ours == theirs
