"""Between whom a weapon changes hands: the frame of the word decides who gives and who gets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.books.deals import DealBook, HandingSense
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Actor, Party
from sayso.reading.en.deal_clauses import Clauses
from sayso.reading.en.deal_governors import Governor
from sayso.reading.en.deal_licences import Licences
from sayso.reading.en.deal_parties import Parties
from sayso.reading.en.deal_slots import Slot
from sayso.reading.en.deal_weapons import Thing, Weapons
from sayso.reading.tree import Tree

# Who signs with somebody buys; a contract that is merely spoken of may be either's.
_BINDING = frozenset({"contracted", "agreed", "effective", "negotiated", "cancelled", "suspended"})
_VIA = frozenset({"via", "through"})


class Deal(NamedTuple):
    """A word that tells a deal: its token, its sense, what stands around it and what governs it."""

    at: int
    predicate: Predicate
    sense: HandingSense
    around: tuple[Slot, ...]
    governors: tuple[Governor, ...]


class Sides(NamedTuple):
    """The parties of a deal."""

    giver: Party | None = None
    receiver: Party | None = None
    user: Party | None = None
    maker: Party | None = None
    licensor: Party | None = None


class Between:
    """Finds the parties of the deals of one article."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        clauses: Clauses,
        parties: Parties,
        weapons: Weapons,
        attributions: Sequence[Attribution],
        states: Mapping[str, Actor],
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._attributions = attributions
        self._states = states
        self._licences = Licences(tree, book, parties, clauses)

    def sides(self, deal: Deal, head: int, thing: Thing) -> tuple[Sides, ...]:
        """Who takes part, once for each who receives; nobody where both sides are one.

        Then nothing changes hands. The weapon tells whose it is where the words leave that open.
        """
        if deal.sense.frame == "make":
            made = self._licences.of(deal.at, deal.around)
            if made is None:
                return ()
            return (Sides(made.licensor, made.state, None, made.maker, made.licensor),)
        if deal.sense.frame == "use":
            return (Sides(user=self._doer(deal)),)
        if deal.sense.frame == "arrive":
            return (self._arrival(deal),)
        found = self._between_two(deal, thing)
        if found is None:
            taken = self._is_taken(deal)
            found = (self._getting(deal, thing),) if taken else self._giving(deal, head)
        return tuple(self._apart(one, self._maker(head)) for one in found)

    def are_states(self, sides: Sides) -> bool:
        """Whether states are on both sides."""
        return self._parties.is_state(sides.giver) and self._parties.is_state(sides.receiver)

    def via(self, deal: Deal) -> Iterator[Party]:
        """Through whom it goes, without becoming his."""
        if deal.sense.frame != "make":
            for slot in deal.around:
                party = self._parties.of(slot.head) if slot.word in _VIA else None
                if party is not None:
                    yield party

    def permitter(self, deal: Deal, sides: Sides) -> Party | None:
        """Who allows or forbids the deal, where it is neither of its sides."""
        for one in deal.governors:
            if one.mark in ("authorised", "prohibited"):
                noun = not self._tree.tokens[one.at].tag.startswith("VB")
                head = self._clauses.granter(one.at) if noun else self._clauses.doer(one.at)
                party = self._acting(self._parties.of(head))
                own = [side.actor for side in (sides.giver, sides.receiver) if side is not None]
                if party is not None and party.actor not in own:
                    return party
        return None

    def _is_taken(self, deal: Deal) -> bool:
        """Whether the doer is the one who gets: also in "leased from", "took delivery of"."""
        token = self._tree.tokens[deal.at]
        if token.dep == "dobj" and self._tree.tokens[token.head].lemma in self._book.words.taking:
            return True
        leased = deal.sense.act == "lease" and self._first(deal, "from") is not None
        return leased or deal.sense.frame == "get"

    # --- frames --------------------------------------------------------------------------------------

    def _giving(self, deal: Deal, head: int) -> tuple[Sides, ...]:
        """One for each who is given to."""
        giver = self._doer(deal) or self._first(deal, "by", "from")
        accepting = self._accepting(deal)
        if accepting is not None:
            named = self._first(deal, "by", "from", "before")
            return (Sides(named or self._owner(deal), accepting),)
        receivers = list(self._receivers(deal, head))
        if not receivers:
            one = (
                self._first(deal, "beside", "object")
                or self._asker(deal.governors)
                or self._first(deal, "for")
            )
            return (Sides(giver, one),)
        asker = self._asker(deal.governors)
        asked = deal.governors and deal.governors[-1].mark != "requested"
        if asker is not None and asked and asker.actor not in [one.actor for one in receivers]:
            giver = asker  # who is let send them on to others has them
        return tuple(Sides(giver, one) for one in receivers)

    def _receivers(self, deal: Deal, head: int) -> Iterator[Party]:
        """Who stands behind "to": after a weapon that has its own receivers, those ("and guns to …")."""
        behind = [slot.head for slot in deal.around if slot.word == "to"]
        others = [at for at in behind if self._weapons.things(at)]
        after = max((at for at in others if at <= head), default=-1)
        before = min((at for at in others if at > head), default=len(self._tree.tokens))
        seen = set()
        for at in behind:
            if after < at < before and at not in others:
                for party in self._parties.members(at):
                    if party.span not in seen:
                        seen.add(party.span)
                        yield party

    def _accepting(self, deal: Deal) -> Party | None:
        """Who accepts an offer."""
        noun = not self._tree.tokens[deal.at].tag.startswith("VB")
        above = deal.governors[0] if deal.governors else None
        if deal.sense.stage != "offered" or not noun or above is None or above.mark != "agreed":
            return None
        return self._parties.of(self._clauses.doer(above.at))

    def _owner(self, deal: Deal) -> Party | None:
        return self._parties.of(self._clauses.owner(deal.at))

    def _getting(self, deal: Deal, thing: Thing) -> Sides:
        giver, taker = self._first(deal, "from"), self._doer(deal)
        head = self._tree.tokens[deal.at].head
        won = self._tree.tokens[head].lemma in self._book.words.winning
        if won:
            taker = self._parties.of(self._clauses.doer(head))
        if taker is None:
            taker = self._having(deal)
        if giver is None and deal.sense.stage == "requested":
            return Sides(self._first(deal, "object", "to"), taker)
        partner = self._first(deal, "with") if giver is None else None
        if partner is not None:
            if not self._binds(deal):
                return Sides()
            mine = self._by_maker(thing, taker, partner)
            if mine is not None:
                return mine
            giver = partner
        ref = self._parties.ref(taker)
        if won or (ref is not None and ref.type == "company"):
            return Sides(taker, giver or self._first(deal, "to"))
        return Sides(giver, taker or self._first(deal, "to"))

    def _binds(self, deal: Deal) -> bool:
        if deal.sense.stage in ("agreed", "negotiated"):
            return True
        return any(one.mark in _BINDING for one in deal.governors)

    def _having(self, deal: Deal) -> Party | None:
        """Who flies or replaces weapons that are told to be bought bought them: "flew jets bought from …"."""
        tree = self._tree
        token = tree.tokens[deal.at]
        if token.dep != "acl" or token.tag != "VBN":
            return None
        noun = token.head
        owner = tree.child(noun, "poss")
        if owner is not None:
            return self._parties.of(owner)
        at = noun
        while (
            tree.tokens[at].dep in ("pobj", "prep", "conj", "dobj") and tree.tokens[at].head != at
        ):
            at = tree.tokens[at].head
        if at != noun and tree.tokens[at].lemma in self._book.words.owning:
            return self._parties.of(self._clauses.doer(at))
        return None

    def _between_two(self, deal: Deal, thing: Thing) -> tuple[Sides, ...] | None:
        """Two who deal with each other, as "between A and B" or as one subject; None where there are none.

        Who of them gives is told by the weapon alone.
        """
        heads = [slot.head for slot in deal.around if slot.word == "between"]
        doer = self._clauses.doer(deal.at)
        if not heads and doer is not None:
            heads = [doer]
        for at in heads:
            members = self._parties.members(at)
            if len(members) == 2 and self._is_mutual(deal, at):
                one = self._by_maker(thing, *members)
                return () if one is None else (one,)
        return None

    def _is_mutual(self, deal: Deal, head: int) -> bool:
        """Whether both sides are named at once: nobody else is, and they deal with each other."""
        if any(slot.word == "between" and slot.head == head for slot in deal.around):
            return True
        others = ("from", "to", "with", "beside")
        if any(self._first(deal, word) is not None for word in others):
            return False
        return any(one.mark in ("negotiated", "agreed", "contracted") for one in deal.governors)

    def _by_maker(self, thing: Thing, one: Party | None, other: Party | None) -> Sides | None:
        """The side from whose state the weapon is gives it."""
        country = self._weapons.country(thing.weapon)
        ours, theirs = self._parties.ref(one), self._parties.ref(other)
        if country is None or ours is None or theirs is None or ours.country == theirs.country:
            return None
        if ours.country == country:
            return Sides(one, other)
        return Sides(other, one) if theirs.country == country else None

    def _maker(self, head: int) -> Party | None:
        """Who made it, as the words before it tell: "Swiss-made"."""
        for child in self._tree.children(head, "amod", "acl"):
            if self._tree.tokens[child].lemma in self._book.words.makings:
                for before in self._tree.children(child, "npadvmod", "amod", "compound", "nmod"):
                    found = self._parties.named(before)
                    if found is not None:
                        return found
        return None

    def _arrival(self, deal: Deal) -> Sides:
        """To whom a weapon comes. What merely reaches a place may have been fired at it."""
        words = self._book.words
        feared = deal.predicate.condition is not None or _is_feared(deal.governors)
        for slot in deal.around:
            if self._tree.tokens[slot.head].lemma in words.hands and slot.word in ("into", "in"):
                return Sides(receiver=self._parties.of(self._holder(slot.head)))
        may_be_fired = self._tree.tokens[deal.at].lemma in words.fired and not feared
        if may_be_fired and not self._is_brought(deal):
            return Sides()
        places = ("in", "to", "into", "at", "object")
        receiver = self._first(deal, *places)
        if self._parties.is_state(receiver):
            return Sides(receiver=receiver)
        heads = (slot.head for slot in deal.around if slot.word in places)
        return Sides(receiver=next(filter(None, map(self._parties.of_place, heads)), None))

    def _is_brought(self, deal: Deal) -> bool:
        """Whether what arrives is of a kind that is brought and not fired: guns, not shells."""
        doer = self._clauses.doer(deal.at)
        things = self._weapons.things(doer) if doer is not None else ()
        kinds = self._book.words.brought
        return bool(things) and all(thing.weapon.category in kinds for thing in things)

    def _apart(self, sides: Sides, maker: Party | None) -> Sides:
        """The same with the states for which organs act; nobody where they are on one side."""
        giver, receiver = self._acting(sides.giver), self._acting(sides.receiver)
        if giver is not None and receiver is not None:
            ours, theirs = self._parties.ref(sides.giver), self._parties.ref(sides.receiver)
            if giver.name == receiver.name or (giver.actor and giver.actor == receiver.actor):
                return Sides()
            if ours and theirs and _same_state(ours.country, theirs.country):
                return Sides()
        known = maker if maker is not None and (giver or receiver) else None
        return Sides(giver, receiver, maker=known)

    def _acting(self, party: Party | None) -> Party | None:
        """The state for which an organ or an officer of it acts: arms are not his own."""
        ref = self._parties.ref(party)
        if party is None or ref is None or ref.country is None or ref.country not in self._states:
            return party
        if ref.type == "government" or (ref.type == "person" and party.role is not None):
            state = self._states[ref.country]
            return Party(name=party.name, resolved=state.name, actor=state.id, span=party.span)
        return party

    # --- parties -------------------------------------------------------------------------------------

    def _doer(self, deal: Deal) -> Party | None:
        tree = self._tree
        head = self._clauses.doer(deal.at)
        found = self._parties.of(head) if self._is_of_its_words(deal, head) else None
        if found is not None:
            return found
        if not tree.tokens[deal.at].tag.startswith("VB"):
            for slot in deal.around:
                named = self._parties.named(slot.head) if slot.word == "before" else None
                if named is not None and not self._weapons.things(slot.head):
                    return named
        return self._warned(deal)

    def _is_of_its_words(self, deal: Deal, head: int | None) -> bool:
        """Who speaks of a deed that opens his words does not do it: "Selling these is a mistake, she said"."""
        number = deal.predicate.attribution
        if head is None or number is None or self._tree.tokens[deal.at].dep != "advcl":
            return True
        start = self._tree.tokens[head].start
        return any(s.start <= start < s.end for s in self._attributions[number].content)

    def _warned(self, deal: Deal) -> Party | None:
        """A deed without a doer in what one addressee is told of: "a warning to Oslo about sending"."""
        token = self._tree.tokens[deal.at]
        if deal.predicate.attribution is None or token.dep != "pcomp" or token.tag != "VBG":
            return None
        hearers = self._attributions[deal.predicate.attribution].addressees
        return hearers[0] if len(hearers) == 1 and self._parties.is_state(hearers[0]) else None

    def _asker(self, governors: Sequence[Governor]) -> Party | None:
        """Who asks for the weapons gets them where nobody else is named: "Oslo's request to supply"."""
        for one in governors:
            if one.mark != "requested":
                continue
            noun = not self._tree.tokens[one.at].tag.startswith("VB")
            head = self._clauses.owner(one.at) if noun else self._clauses.doer(one.at)
            party = self._parties.of(head)
            if party is None and noun:
                inside = self._tree.child(one.at, "compound", "amod", "nmod")
                party = self._parties.named(inside) if inside is not None else None
            return party if self._parties.is_state(party) else None
        return None

    def _holder(self, hands: int) -> int | None:
        """Whose hands."""
        owner = self._tree.child(hands, "poss", "amod", "compound")
        if owner is not None:
            return owner
        of = self._tree.child(hands, "prep")
        return self._tree.child(of, "pobj") if of is not None else None

    def _first(self, deal: Deal, *words: str) -> Party | None:
        for word in words:
            for slot in deal.around:
                if slot.word == word and not self._weapons.things(slot.head):
                    party = self._parties.of(slot.head)
                    if party is not None:
                        return party
        return None


def _is_feared(governors: Sequence[Governor]) -> bool:
    return any(one.mark == "feared" for one in governors)


def _same_state(ours: str | None, theirs: str | None) -> bool:
    """Arms that stay within a state change no hands that count here."""
    return ours is not None and ours == theirs
