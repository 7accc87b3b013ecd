"""To whom a weapon comes that arrives, leaves or is brought, and from whom."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.marks import Governor
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.sources import Sources
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

VIA = frozenset({"via", "through"})
_ARRIVED = ("in", "to", "into", "at", "object")


class Arrivals:
    """The sides of what is told of the thing itself."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        parties: Parties,
        weapons: Weapons,
        doers: Doers,
        pairs: Pairs,
        sources: Sources,
    ) -> None:
        self._tree = tree
        self._book = book
        self._parties = parties
        self._weapons = weapons
        self._doers = doers
        self._pairs = pairs
        self._sources = sources

    def of(self, deal: Deal, head: int) -> Sides:
        """To whom a weapon comes. What merely reaches a place may have been fired at it."""
        words = self._book.words
        feared = deal.predicate.condition is not None or _is_feared(deal.governors)
        for slot in deal.around:
            if self._tree.tokens[slot.head].lemma in words.hands and slot.word in ("into", "in"):
                return Sides(receiver=self._parties.of(self._doers.holder(slot.head)))
        may_be_fired = self._tree.tokens[deal.at].lemma in words.fired and not feared
        routed = any(slot.word in VIA for slot in deal.around)
        if may_be_fired and not routed and not self._is_brought(head):
            return Sides()
        departing = deal.sense.stage == "shipped"
        arrived: tuple[str, ...] = _ARRIVED
        if self._tree.tokens[deal.at].lemma in words.ending:
            arrived = (*_ARRIVED, "with")
        places = ("for", "to", "into", "toward", "towards") if departing else arrived
        receiver = self._for(deal) or self._doers.first(deal, *places)
        bearing = any(
            self._tree.tokens[slot.head].lemma in words.holders and slot.word in places
            for slot in deal.around
        )
        giver = self._doers.first(deal, "from")
        if not self._parties.is_state(giver):
            giver = self._sources.origin(head)
        if not (self._parties.is_state(receiver) or bearing):
            heads = [slot.head for slot in deal.around if slot.word in places]
            found = (self._parties.of_place(at, unnamed=departing) for at in heads)
            receiver = next(filter(None, found), None)
        if receiver is None and not self._is_ordered(head):
            return Sides()
        return self._pairs.apart(Sides(giver, receiver), None)

    def _is_ordered(self, head: int) -> bool:
        """Reads "the jets *ordered by Oslo* arrived from …": who gets them is told beside them."""
        behind = self._tree.children(head, "acl", "relcl")
        for preposition in self._tree.children(head, "prep"):
            for inside in self._tree.children(preposition, "pobj"):
                behind += self._tree.children(inside, "acl", "relcl")
        return any(self._tree.tokens[at].lemma in self._book.words.ordering for at in behind)

    def _for(self, deal: Deal) -> Party | None:
        """The state for which they come: "arrived in Oslo for the Danish army"."""
        party = self._doers.first(deal, "for", "meant")
        return party if self._pairs.is_state(self._pairs.acting(party)) else None

    def _is_brought(self, head: int) -> bool:
        """Whether what arrives is of a kind that is brought and not fired: guns, not shells."""
        things = self._weapons.things(head)
        if self._tree.tokens[head].lemma in self._book.words.batches:
            return True
        kinds = self._book.words.brought
        return bool(things) and all(thing.weapon.category in kinds for thing in things)


def _is_feared(governors: Sequence[Governor]) -> bool:
    return any(one.mark == "feared" for one in governors)
