"""Whose part of several weapons is whose: "rockets to Oslo and mortars to Riga", "tanks from A and guns from B"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import Tree

# Prepositions behind a weapon that may hold another party for each of several.
_EACH = frozenset({"to", "from", "by", "for", "with"})


class Shares:
    """Gives each weapon of a deal those who are told with it."""

    def __init__(self, tree: Tree, weapons: Weapons) -> None:
        self._tree = tree
        self._weapons = weapons

    def joined(self, deal: Deal) -> Iterator[int]:
        """The weapons that were read as joined to a party before them: "to Oslo and *mortars* to Riga"."""
        for slot in deal.around:
            conjunct = self._tree.tokens[slot.head].dep == "conj"
            if (
                slot.word in _EACH
                and slot.word != "with"
                and conjunct
                and self._weapons.is_one(slot.head)
            ):
                above = self._tree.tokens[slot.head].head
                if not self._weapons.is_one(above):
                    yield slot.head

    def of(self, deal: Deal, at: int) -> Deal:
        """The deal with those parties alone that stand behind the weapon at a token and before the next."""
        others = self._heads(deal, at)
        if len(others) < 2 or deal.sense.frame == "swap":
            return deal
        ends = others | set(self._joined(others))
        around = deal.around
        for word in _EACH:
            held = [slot.head for slot in around if slot.word == word and slot.head not in others]
            first = min((head for head in held if head > at), default=None)
            if first is None:
                continue
            end = min((one for one in ends if one > first), default=len(self._tree.tokens))
            around = tuple(
                slot
                for slot in around
                if slot.word != word or slot.head in others or first <= slot.head < end
            )
        return deal._replace(around=around)

    def _joined(self, weapons: Iterable[int]) -> Iterator[int]:
        """What is joined to a weapon and is none, with a preposition of its own: "mortars to Oslo and *tents* to Riga"."""
        for at in weapons:
            joined = self._tree.children(at, "conj")
            yield from (one for one in joined if self._tree.children(one, "prep"))

    def _heads(self, deal: Deal, own: int) -> set[int]:
        """All weapons around a deal, those that are joined to one another among them."""
        found = [slot.head for slot in deal.around]
        while self._tree.tokens[own].dep == "conj":
            own = self._tree.tokens[own].head
        found.append(own)
        for at in found:
            found.extend(c for c in self._tree.children(at, "conj") if c not in found)
        tokens = self._tree.tokens
        return {at for at in found if tokens[at].pos != "PRON" and self._weapons.is_one(at)}
