"""Sides of a deal that are told beside it: whom it is asked of, who decides on it, under whose contract it is done."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.pairs import Pairs
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_UNDER = frozenset({"under", "within"})
_ASKED = frozenset({"to", "on", "with"})
_ORDERS = frozenset({"order", "contract"})
_FRAMES = ("agreed", "contracted")


class Asides:
    """Finds the sides of the deals of one article that stand beside them."""

    def __init__(
        self, tree: Tree, book: DealBook, clauses: Clauses, parties: Parties, pairs: Pairs
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._pairs = pairs

    def deciding(self, deal: Deal, giver: Party | None) -> Party | None:
        """Whose office gives leave for a purchase that is nobody else's: "*Oslo's* cabinet gave its nod to buying"."""
        above = deal.governors[0] if deal.governors else None
        if above is None or above.mark != "authorised" or deal.sense.act != "sale":
            return None
        if self._tree.tokens[above.at].tag.startswith("VB"):
            return None
        party = self._pairs.acting(self._parties.of(self._clauses.granter(above.at)))
        own = giver is not None and self._pairs.are_one(party, giver)
        return party if self._pairs.is_state(party) and not own else None

    def asked(self, deal: Deal) -> Party | None:
        """Who is asked for what is to be given: "asked *Oslo* for the loan of tanks", "appealed to *Oslo* for"."""
        above = deal.governors[0] if deal.governors else None
        if above is None or above.mark != "requested":
            return None
        verb = above.at
        if not self._tree.tokens[verb].tag.startswith("VB"):
            return None
        heads = self._tree.children(verb, "dobj", "dative", *PASSIVE_SUBJECTS)
        for preposition in self._tree.children(verb, "prep", "dative"):
            if self._tree.tokens[preposition].lemma in _ASKED:
                heads += self._tree.children(preposition, "pobj")
        found = (self._parties.of(at) for at in heads if at not in (deal.at, above.at))
        return next((one for one in found if self._is_side(one)), None)

    def framed(self, deal: Deal) -> Party | None:
        """With whom the contract is under which it is done: "under a contract with *Oslo*, Saab delivered"."""
        found = (self._parties.of(at) for at in self._with_whom(deal))
        return next((one for one in found if self._is_side(one)), None)

    def _with_whom(self, deal: Deal) -> Iterator[int]:
        for slot in deal.around:
            if slot.word not in _UNDER:
                continue
            lemma = self._tree.tokens[slot.head].lemma
            paper = self._clauses.mark(slot.head) in _FRAMES
            if not paper and lemma not in self._book.words.arrangements:
                continue
            for preposition in self._tree.children(slot.head, "prep"):
                if self._tree.tokens[preposition].lemma == "with":
                    yield from self._tree.children(preposition, "pobj")

    def keeping(self, deal: Deal) -> Party | None:
        """Who has weapons that are told of beside them: "*Oslo* has ten tanks on order"."""
        for at in self._tree.ancestors(deal.at):
            if self._tree.tokens[at].tag.startswith("VB"):
                has = self._tree.tokens[at].lemma in self._book.words.having
                return self._parties.of(self._clauses.doer(at)) if has else None
        return None

    def ordering(self, deal: Deal) -> Party | None:
        """Who orders, where the order is told before what it is for: "an order *from Oslo* for tanks"."""
        tree = self._tree
        token = tree.tokens[deal.at]
        if token.lemma not in _ORDERS or self._clauses.doer(deal.at) is not None:
            return None
        beside = [
            at for at in tree.children(deal.at, "prep") if tree.tokens[at].lemma in ("from", "for")
        ]
        if [tree.tokens[at].lemma for at in beside[:2]] != ["from", "for"]:
            return None
        party = self._parties.of(tree.child(beside[0], "pobj"))
        return party if self._parties.is_state(party) else None

    def _is_side(self, party: Party | None) -> bool:
        return self._pairs.is_state(self._pairs.acting(party)) or self._parties.is_company(party)
