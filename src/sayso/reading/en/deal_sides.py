"""Between whom a weapon changes hands: the frame of the word decides who gives and who gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.books.deals import DealBook, HandingSense
from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Party
from sayso.reading.en.deal_clauses import Clauses, Governor
from sayso.reading.en.deal_licences import Licences
from sayso.reading.en.deal_parties import Parties
from sayso.reading.en.deal_slots import Slot
from sayso.reading.en.deal_weapons import Weapons
from sayso.reading.tree import Tree

# Who signs with somebody buys; a contract that is merely spoken of may be either's.
_BINDING = frozenset({"contracted", "agreed"})
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
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._attributions = attributions
        self._licences = Licences(tree, book, parties, clauses)

    def sides(self, deal: Deal) -> Sides:
        """Who takes part; nobody where both sides are one, for then nothing changes hands."""
        if deal.sense.frame == "make":
            made = self._licences.of(deal.at, deal.around)
            if made is None:
                return Sides()
            return Sides(made.licensor, made.state, None, made.maker, made.licensor)
        if deal.sense.frame == "use":
            return Sides(user=self._doer(deal))
        if deal.sense.frame == "arrive":
            return self._arrival(deal)
        return self._getting(deal) if self._is_taken(deal) else self._giving(deal)

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
                head = self._clauses.owner(one.at) if noun else self._clauses.doer(one.at)
                party = self._parties.of(head)
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

    def _giving(self, deal: Deal) -> Sides:
        giver = self._doer(deal) or self._first(deal, "by", "from")
        receiver = (
            self._first(deal, "to", "beside", "object")
            or self._asker(deal.governors)
            or self._first(deal, "for")
        )
        return self._apart(giver, receiver)

    def _getting(self, deal: Deal) -> Sides:
        giver, taker = self._first(deal, "from"), self._doer(deal)
        partner = self._first(deal, "with") if giver is None else None
        if partner is not None:
            if not any(one.mark in _BINDING for one in deal.governors):
                return Sides()
            giver = partner
        won = self._tree.tokens[self._tree.tokens[deal.at].head].lemma in self._book.words.winning
        ref = self._parties.ref(taker)
        if won or (ref is not None and ref.type == "company"):
            return self._apart(taker, giver or self._first(deal, "to"))
        return self._apart(giver, taker or self._first(deal, "to"))

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

    def _is_between(self, deal: Deal, party: Party | None) -> bool:
        """Talks held by two name no side: who would give is not told."""
        joint = party is not None and party.actor is None and (party.count or 0) > 1
        return joint and any(one.mark == "negotiated" for one in deal.governors)

    def _apart(self, giver: Party | None, receiver: Party | None) -> Sides:
        if giver is not None and receiver is not None:
            ours, theirs = self._parties.ref(giver), self._parties.ref(receiver)
            if giver.name == receiver.name:
                return Sides()
            if (
                ours
                and theirs
                and (ours.id == theirs.id or _same_state(ours.country, theirs.country))
            ):
                return Sides()
        return Sides(giver, receiver)

    # --- parties -------------------------------------------------------------------------------------

    def _doer(self, deal: Deal) -> Party | None:
        tree = self._tree
        head = self._clauses.doer(deal.at)
        found = self._parties.of(head) if self._is_of_its_words(deal, head) else None
        if found is not None:
            return None if self._is_between(deal, found) else found
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
