"""Legs that share the verb of another: "Oslo sent ten tanks and *Riga six*", "gave Oslo ten and *Riga six*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model.deals import Handover
from sayso.model.text import Party
from sayso.reading.en.deals.counts import Counts
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.gaps import GAP
from sayso.reading.en.deals.joining import Told
from sayso.reading.en.deals.standing import Standing
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree


class Unsaid:
    """Tells the legs of one article whose verb is left out, by those whose verb is not."""

    def __init__(self, tree: Tree, weapons: Weapons, counts: Counts, standing: Standing) -> None:
        self._tree = tree
        self._weapons = weapons
        self._counts = counts
        self._standing = standing

    def of(self, deal: Deal, told: Sequence[Told]) -> Iterator[Told]:
        """The legs beside those that a deal's own words tell."""
        if not told:
            return
        base = told[0].handover
        for who, head in self._pairs(deal.at):
            party = self._standing.acting(who)
            if party is None:
                continue
            for thing in self._weapons.things(head):
                own = self._of(deal, base, party, self._before(who))
                if own is not None:
                    count = self._counts.of(thing, self._weapons.counted(thing, head))
                    one = msgspec.structs.replace(
                        own, weapon=thing.weapon, number=count.number, whole=None, value=None
                    )
                    yield told[0]._replace(weapon=thing.start, handover=one)

    def _pairs(self, at: int) -> Iterator[tuple[int, int]]:
        """Who stands beside a verb that is left out, and what."""
        tree = self._tree
        noun = not tree.tokens[at].tag.startswith("VB") and not tree.children(at, GAP)
        verb = tree.tokens[at].head if noun else at
        left = [one for one in tree.children(verb, GAP) if tree.tokens[one].pos != "ADP"]
        yield from zip(left[::2], left[1::2], strict=False)

    def _before(self, who: int) -> str | None:
        """The preposition before somebody, where a noun is left out: "another *from* Riga for"."""
        tokens = self._tree.tokens
        first = min(self._tree.subtree(who))
        return tokens[first].lemma if tokens[first].pos == "ADP" else None

    def _of(self, deal: Deal, base: Handover, party: Party, word: str | None) -> Handover | None:
        """The leg with another in the place of who is given it, else of who does it."""
        if word is not None:
            if self._standing.is_behind(deal, word, base.giver):
                return msgspec.structs.replace(base, giver=party)
            if self._standing.is_behind(deal, word, base.receiver):
                return msgspec.structs.replace(base, receiver=party)
            return None
        if self._standing.is_company(party):  # who sells beside a company that does
            sells = self._standing.is_company(base.giver)
            return msgspec.structs.replace(base, giver=party) if sells else None
        given = self._standing.is_beside(deal, base.receiver)
        doing = self._standing.is_doing(deal, base.receiver)
        if given or doing:
            return msgspec.structs.replace(base, receiver=party)
        if self._standing.is_doing(deal, base.giver):
            return msgspec.structs.replace(base, giver=party)
        return None
