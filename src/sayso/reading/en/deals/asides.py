"""Sides of a deal that are told beside it: whom it is asked of, who decides on it, under whose contract it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.deals import DealBook
from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.pairs import Pairs
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_UNDER = frozenset({"under", "within"})
_ASKED = frozenset({"to", "on", "with"})
_OTHERS = frozenset({"feared", "requested", "prohibited"})
_WAITING = frozenset({"wait", "await"})
_ORDERS = frozenset({"order", "contract"})
_FRAMES = ("agreed", "contracted")


class Asides:
    """Finds the sides of the deals of one article that stand beside them."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        clauses: Clauses,
        parties: Parties,
        pairs: Pairs,
        attributions: Sequence[Attribution],
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._pairs = pairs
        self._attributions = attributions

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

    def placing(self, deal: Deal) -> Party | None:
        """Who does with an order what its verb tells: "an order was placed with Saab *by Oslo*"."""
        token = self._tree.tokens[deal.at]
        if token.dep not in PASSIVE_SUBJECTS or self._clauses.mark(token.head) is None:
            return None
        by = self._tree.child(token.head, "agent")
        party = self._parties.of(self._tree.child(by, "pobj")) if by is not None else None
        return party if self._parties.is_state(party) else None

    def waiting(self, deal: Deal) -> Party | None:
        """Who waits for it to be given: "*Oslo* is waiting for Riga to deliver tanks"."""
        token = self._tree.tokens[deal.at]
        above = self._tree.tokens[token.head]
        below = token.dep in ("advcl", "ccomp", "xcomp") and token.head < deal.at
        if not below or above.lemma not in _WAITING:
            return None
        party = self._parties.of(self._clauses.doer(token.head))
        return party if self._parties.is_state(party) else None

    def speaking(self, deal: Deal, receivers: Sequence[Party]) -> Party | None:
        """The state whose office says that something will, or will not, be given, where nobody else is said to give it."""
        number = deal.predicate.attribution
        if number is None or not receivers or not self._is_decided(deal):
            return None
        party = self._pairs.acting(self._attributions[number].speaker)
        ref = self._parties.ref(party)
        own = any(self._pairs.are_one(party, one) for one in receivers)
        return party if ref is not None and ref.type == "state" and not own else None

    def _is_decided(self, deal: Deal) -> bool:
        """Whether it is told as one's own plan: "will be sent", "there is no talk of sending", "is being studied"."""
        tree = self._tree
        marks = {one.mark for one in deal.governors}
        none = any(tree.tokens[one.at].lemma in self._book.words.truths for one in deal.governors)
        if marks & _OTHERS or ("refused" in marks and not none):
            return False
        if none or marks & {"considered", "negotiated"}:
            return deal.predicate.condition is None
        helpers = {tree.tokens[at].lemma for at in tree.children(deal.at, "aux")}
        return tree.is_passive(deal.at) and bool(helpers & {"will", "would"})

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
