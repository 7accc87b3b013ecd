"""Who buys, orders or asks for weapons, and from whom."""

from __future__ import annotations

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.asides import Asides
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import BINDING, Deal, Doers
from sayso.reading.en.deals.foreseen import other_signer
from sayso.reading.en.deals.nominal import is_on_order
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.sources import Sources
from sayso.reading.en.deals.tellers import Tellers
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_ANSWERS = frozenset({"considered", "agreed", "authorised", "refused", "prohibited"})


class Purchases:
    """The sides of deals that are told by who gets."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        clauses: Clauses,
        parties: Parties,
        weapons: Weapons,
        doers: Doers,
        pairs: Pairs,
        sources: Sources,
        tellers: Tellers,
        asides: Asides,
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._weapons = weapons
        self._doers = doers
        self._pairs = pairs
        self._sources = sources
        self._tellers = tellers
        self._asides = asides

    def of(self, deal: Deal, head: int, thing: Thing) -> Sides:
        """Who gives and who gets."""
        above = self._tree.tokens[deal.at].head
        if self._is_awarded(deal.at):
            return self._awarded(deal, above)
        won = self._doers.is_won(deal, above)
        ordering = None if won else self._asides.ordering(deal)
        if ordering is not None:
            return Sides(self._tellers.maker(deal, thing), ordering)
        own = self._weapons.head_of(thing, head)
        giver = self._sources.origin(own) or self._doers.first(deal, "from")
        giver = giver or self._sources.origin(head)
        taker = self._doers.of(deal)
        if won:
            taker = self._parties.of(self._clauses.doer(above))
        taker = taker or self._doers.having(deal) or self._doers.confirming(deal)
        taker = taker or self._of_own(deal) or self._beside(deal, giver)
        if taker is None and self._doers.is_person(deal):
            return Sides()
        if deal.sense.stage == "requested":
            return self._requesting(deal, giver, taker)
        verb = self._tree.tokens[deal.at].tag.startswith("VB")
        if deal.sense.stage == "in_service" and giver is None and verb:
            return Sides(None, taker)
        giver = giver or self._doers.bought_in(deal)
        if giver is None and (partner := self._doers.partner(deal)) is not None:
            two = self._dealing(deal, thing, taker, partner)
            if two.giver is not partner:
                return two
            giver, taker = two.giver, two.receiver
        giver = giver or other_signer(self._clauses, self._parties, deal, taker)
        giver = giver or self._sources.bought(deal, own, head) or self._sources.former(own)
        giver = giver or self._tellers.maker(deal, thing)
        if won or self._parties.is_company(taker):
            return self._selling(deal, taker, giver, won)
        return self._taking(deal, giver, taker)

    def _beside(self, deal: Deal, giver: Party | None) -> Party | None:
        """Who gets it, as only the words beside the purchase tell."""
        if is_on_order(self._tree, deal.at):
            return self._doers.first(deal, "for") or self._asides.keeping(deal)
        return self._asides.placing(deal) or self._asides.deciding(deal, giver)

    def _taking(self, deal: Deal, giver: Party | None, taker: Party | None) -> Sides:
        """Who gets it; nobody where all that is told is that he has it in use."""
        if giver is None and deal.sense.stage == "in_service":
            return Sides()
        return Sides(giver, taker or self._doers.first(deal, "to"))

    def _of_own(self, deal: Deal) -> Party | None:
        """Who does something with an order of his own: "Oslo splits *its* order"."""
        token = self._tree.tokens[deal.at]
        owner = self._tree.child(deal.at, "poss")
        if owner is None or token.dep != "dobj" or self._tree.tokens[owner].tag != "PRP$":
            return None
        party = self._parties.of(self._clauses.doer(token.head))
        return party if self._parties.is_state(party) else None

    def _dealing(self, deal: Deal, thing: Thing, taker: Party | None, partner: Party) -> Sides:
        """Who deals with a partner buys from it, unless the weapon is the buyer's own."""
        if not self._binds(deal):
            return Sides()
        taker = taker or self._pairs.acting(self._doers.speaking(deal))
        return self._pairs.by_maker(thing, taker, partner) or Sides(partner, taker)

    def _selling(self, deal: Deal, seller: Party | None, buyer: Party | None, won: bool) -> Sides:
        """What a company wins or orders it sells; nobody where two companies deal: an airline's jets."""
        if not won and self._parties.is_company(buyer):
            return Sides()
        before = self._doers.before(deal) if won else None
        before = before if self._parties.is_state(before) else None
        return Sides(seller, buyer or self._doers.first(deal, "to", "meant") or before)

    def _is_awarded(self, index: int) -> bool:
        above = self._tree.tokens[index].head
        return above != index and self._tree.tokens[above].lemma in self._book.words.awarding

    def _awarded(self, deal: Deal, verb: int) -> Sides:
        """Reads "Oslo awarded Saab a contract for", "Saab was awarded a contract by Oslo for"."""
        tree = self._tree
        winner = tree.child(verb, "dative", *PASSIVE_SUBJECTS)
        if winner is not None and tree.tokens[winner].pos == "ADP":
            winner = tree.child(winner, "pobj")
        seller = self._parties.of(winner) or self._parties.maker(winner)
        seller = seller or self._doers.first(deal, "to")
        subject = tree.child(verb, "nsubj")
        buyer = self._parties.of(subject) if subject is not None else self._doers.owner(deal)
        by = tree.child(verb, "agent")
        buyer = buyer or (self._parties.of(tree.child(by, "pobj")) if by is not None else None)
        return Sides(seller, buyer or self._doers.first(deal, "by", "meant"))

    def _requesting(self, deal: Deal, source: Party | None, doer: Party | None) -> Sides:
        """Who asks gets; who is asked gives, and may be the one who answers."""
        if self._tree.tokens[deal.at].tag.startswith("VB"):
            return Sides(source or self._doers.first(deal, "object", "to"), doer)
        asker = self._doers.owner(deal) or source or self._doers.before(deal) or doer
        answer = deal.governors[0] if deal.governors else None
        asked = self._doers.first(deal, "to", "on", "beside") or (
            source if source != asker else None
        )
        if asked is None and answer is not None and answer.mark in _ANSWERS:
            asked = self._parties.of(self._clauses.doer(answer.at))
        return Sides(asked, asker)

    def _binds(self, deal: Deal) -> bool:
        verb = self._tree.tokens[deal.at].tag.startswith("VB")
        if verb or deal.sense.stage in ("agreed", "negotiated"):
            return True
        return any(one.mark in BINDING for one in deal.governors)
