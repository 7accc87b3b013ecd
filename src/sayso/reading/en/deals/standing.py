"""Where somebody stands in the clause of a deal: before its verb, right behind it, or behind a preposition."""

from __future__ import annotations

from sayso.model.text import Party
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.pairs import Pairs
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import Tree


class Standing:
    """The places of the parties of one article."""

    def __init__(self, tree: Tree, parties: Parties, pairs: Pairs, doers: Doers) -> None:
        self._tree = tree
        self._parties = parties
        self._pairs = pairs
        self._doers = doers

    def acting(self, head: int) -> Party | None:
        """The party of a noun phrase; the state where an organ of it acts."""
        return self._pairs.acting(self._parties.of(head))

    def is_company(self, party: Party | None) -> bool:
        """Whether a party is a company."""
        return self._parties.is_company(party)

    def is_doing(self, deal: Deal, party: Party | None) -> bool:
        """Whether a party is the doer of the deal."""
        return self._pairs.are_one(self._doers.of(deal), party)

    def is_behind(self, deal: Deal, word: str, party: Party | None) -> bool:
        """Whether a party stands behind a preposition."""
        return self._pairs.are_one(self._doers.first(deal, word), party)

    def is_beside(self, deal: Deal, party: Party | None) -> bool:
        """Whether a party is given something without "to": "gave *Oslo* tanks"."""
        after = deal.at + 1
        beside = [self._tree.child(deal.at, "dative"), after]
        tokens = self._tree.tokens
        heads = (at for at in beside if at is not None and tokens[at].pos != "ADP")
        return any(self._pairs.are_one(self._parties.of(at), party) for at in heads)
