"""To whom a weapon comes that arrives, leaves or is brought, and from whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.cargo import Cargo
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.marks import Governor
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.routes import VIA
from sayso.reading.en.deals.sources import Sources
from sayso.reading.en.deals.tellers import Tellers
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

_ARRIVED = ("in", "to", "into", "at", "object")
_DEPARTING = ("for", "to", "into", "toward", "towards")
# What is only finished, or put to use, has come to nobody by the place where that is.
_OWN = frozenset({"produced", "in_service"})
_BEHIND = ("acl", "relcl")
_FOR = ("for", "with")
_ONWARD = frozenset({"there", "then", "onward", "onwards"})


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
        cargo: Cargo,
        tellers: Tellers,
    ) -> None:
        self._tree = tree
        self._book = book
        self._parties = parties
        self._weapons = weapons
        self._doers = doers
        self._pairs = pairs
        self._sources = sources
        self._cargo = cargo
        self._tellers = tellers

    def of(self, deal: Deal, head: int) -> tuple[Sides, ...]:
        """To whom a weapon comes, once for each. What merely reaches a place may have been fired at it."""
        words = self._book.words
        for slot in deal.around:
            if self._tree.tokens[slot.head].lemma in words.hands and slot.word in ("into", "in"):
                return (Sides(receiver=self._parties.of(self._doers.holder(slot.head))),)
        if self._may_be_fired(deal, head):
            return ()
        places = self._places(deal)
        giver = self._doers.first(deal, "from")
        if not self._parties.is_state(giver):
            parts = (head, *self._tree.children(head, "conj"))
            giver = next(filter(None, map(self._sources.origin, parts)), None)
        if giver is None and deal.sense.stage == "shipped":  # "left Oslo for Riga"
            left = self._doers.first(deal, "object")
            giver = left if self._parties.is_state(left) else None
        owner = self._pairs.acting(self._sources.owner(head))
        receivers = self._receivers(deal, head, places)
        if not receivers and owner is not None and deal.sense.stage == "in_service":
            receivers, owner = [owner], None
        if not receivers and not self._is_ordered(head):
            return ()
        teller = None if receivers else self._tellers.buyer(deal, self._parts(head))
        receivers = receivers or ([teller] if teller is not None else [])
        to = receivers[0] if receivers else None
        sides = [Sides(giver or self._other(owner, to), to)]
        for before, one in pairwise(receivers):
            onward = self._is_onward(before, one)
            sides.append(Sides(before if onward else giver or self._other(owner, one), one))
        return tuple(self._pairs.apart(one, None) for one in sides)

    def _is_onward(self, one: Party, other: Party) -> bool:
        """Reads "to Oslo, and from *there* to Riga"."""
        if one.span is None or other.span is None:
            return False
        tokens = self._tree.tokens
        at = bisect_left(tokens, one.span.end, key=lambda token: token.start)
        while at < len(tokens) and tokens[at].start < other.span.start:
            if tokens[at].lemma in _ONWARD:
                return True
            at += 1
        return False

    def _may_be_fired(self, deal: Deal, head: int) -> bool:
        feared = deal.predicate.condition is not None or _is_feared(deal.governors)
        if self._tree.tokens[deal.at].lemma not in self._book.words.fired or feared:
            return False
        routed = any(slot.word in VIA for slot in deal.around)
        return not (routed or self._is_brought(head) or self._cargo.is_carried(head))

    def _places(self, deal: Deal) -> tuple[str, ...]:
        """The prepositions before those to whom it comes."""
        if deal.sense.stage == "shipped":
            return _DEPARTING
        if deal.sense.stage in _OWN:
            return _FOR
        ending = self._tree.tokens[deal.at].lemma in self._book.words.ending
        return (*_ARRIVED, "with") if ending else _ARRIVED

    def _receivers(self, deal: Deal, head: int, places: tuple[str, ...]) -> list[Party]:
        """Those for whom it comes, else those whom it comes to, else the state of the place."""
        for word in ("for", "meant"):
            meant = [one for one in self._doers.all(deal, word) if self._is_state(one)]
            meant = meant or [one for one in self._behind(head, word) if self._is_state(one)]
            if meant:
                return meant
        heads = [slot.head for slot in deal.around if slot.word in places]
        named = next(filter(None, (self._doers.all(deal, word) for word in places)), [])
        bearing = any(self._tree.tokens[at].lemma in self._book.words.holders for at in heads)
        if any(map(self._parties.is_state, named)) or bearing:
            return named
        if deal.sense.stage in _OWN:
            return [one for one in named if self._is_state(one)]
        if self._tree.tokens[deal.at].lemma in self._book.words.unloading:
            return []  # where a load is taken off it may only pass through
        # what leaves for a place, or is carried there from somebody, goes to its state
        unnamed = deal.sense.stage == "shipped" or self._is_sent(head) or self._is_load(head)
        found = (self._parties.of_place(at, unnamed=unnamed) for at in heads)
        return list(filter(None, found))[:1]

    def _is_sent(self, head: int) -> bool:
        """Whether it is told of as the load of a ship, and from whom it is."""
        parts = (head, *self._tree.children(head, "conj"))
        return self._cargo.is_carried(head) and any(map(self._sources.origin, parts))

    def _is_load(self, head: int) -> bool:
        """Whether it is told from which state it is, and cannot come by itself: "tanks from Oslo arrived in Riga"."""
        words = self._book.words
        own = words.flying | words.afloat
        things = self._weapons.things(head)
        return (
            bool(things)
            and all(one.weapon.category not in own for one in things)
            and self._parties.is_state(self._sources.origin(head))
        )

    def _behind(self, head: int, word: str) -> list[Party]:
        """Those for whom the words behind a weapon say that it is."""
        found = []
        for preposition in self._tree.children(head, "prep"):
            if self._tree.tokens[preposition].lemma in (word, "of"):
                for governed in self._tree.children(preposition, "pobj"):
                    if self._tree.tokens[preposition].lemma == word:
                        found += self._parties.members(governed)
                    else:
                        found += self._behind(governed, word)
        return found

    def _is_state(self, party: Party) -> bool:
        return self._pairs.is_state(self._pairs.acting(party))

    def _other(self, owner: Party | None, receiver: Party | None) -> Party | None:
        """Whose it was: not the one to whom it comes."""
        to = self._pairs.acting(receiver)
        same = owner is None or to is None or owner.name == to.name or owner.actor == to.actor
        return None if same else owner

    def _is_ordered(self, head: int) -> bool:
        """Reads "the jets *ordered by Oslo* arrived", "*that Rome builds for Oslo*": who gets them is told beside them."""
        behind = (one for at in self._parts(head) for one in self._tree.children(at, *_BEHIND))
        return any(self._is_for_somebody(at) for at in behind)

    def _parts(self, head: int) -> list[int]:
        """A noun and what it is a part of: "the last of the *jets*"."""
        inside = (self._tree.children(at, "pobj") for at in self._tree.children(head, "prep"))
        return [head, *(at for below in inside for at in below)]

    def _is_for_somebody(self, verb: int) -> bool:
        """Whether a verb orders something, or makes it for somebody."""
        tree, words = self._tree, self._book.words
        beside = (tree.tokens[at].lemma for at in tree.children(verb, "prep", "dative"))
        lemma = tree.tokens[verb].lemma
        return lemma in words.ordering or (lemma in words.built and "for" in beside)

    def _is_brought(self, head: int) -> bool:
        """Whether what arrives is of a kind that is brought and not fired: guns, not shells."""
        things = self._weapons.things(head)
        if self._tree.tokens[head].lemma in self._book.words.batches:
            return True
        kinds = self._book.words.brought
        return bool(things) and all(thing.weapon.category in kinds for thing in things)


def _is_feared(governors: Sequence[Governor]) -> bool:
    return any(one.mark == "feared" for one in governors)
