"""Whose weapons they are to be in the end: "bought tanks *for Oslo*", "named *Oslo* as the end user of the guns"."""

from __future__ import annotations

from sayso.books.deals import DealWords
from sayso.model.text import Party
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


class EndUsers:
    """Finds the end users of the deals of one article."""

    def __init__(
        self, tree: Tree, words: DealWords, parties: Parties, doers: Doers, pairs: Pairs
    ) -> None:
        self._tree = tree
        self._words = words
        self._parties = parties
        self._doers = doers
        self._pairs = pairs

    def of(self, deal: Deal, sides: Sides, head: int) -> Party | None:
        """The end user of a weapon whose sides are known, where it is neither of them."""
        both = (sides.giver, sides.receiver)
        if any(one is None for one in both):
            return None
        user = self._pairs.acting(self._named(head) or self._bought_for(deal))
        own = user is None or any(self._pairs.are_one(user, one) for one in both)
        return user if self._pairs.is_state(user) and not own else None

    def _bought_for(self, deal: Deal) -> Party | None:
        """Reads "bought 45 tanks *for Oslo* from a Danish firm"."""
        verb = self._tree.tokens[deal.at].tag.startswith("VB")
        bought = deal.sense.act == "sale" and deal.sense.frame == "get" and verb
        return self._doers.first(deal, "for") if bought else None

    def _named(self, head: int) -> Party | None:
        """Reads "*Oslo* is named as the end user of the guns", "names *Oslo* as the final recipient of"."""
        tree = self._tree
        preposition = tree.tokens[head].head
        noun = tree.tokens[preposition].head
        last = tree.children(noun, "compound", "amod")
        final = any(tree.tokens[at].lemma in self._words.final for at in last)
        if tree.tokens[noun].lemma not in self._words.users or not final:
            return None
        above = tree.tokens[noun].head
        if tree.tokens[above].lemma == "as":
            above = tree.tokens[above].head
        called = tree.tokens[noun].dep == "attr"
        whom = tuple(SUBJECTS) if called else (*PASSIVE_SUBJECTS, "dobj", "appos")
        return next(filter(None, map(self._parties.of, tree.children(above, *whom))), None)
