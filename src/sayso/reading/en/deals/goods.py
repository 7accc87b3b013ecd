"""What a deal is about: the weapons around its word, where the frame of the word allows them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.deals import DealWords
from sayso.reading.en.deals.cargo import Cargo
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.held import Slot
from sayso.reading.en.deals.shares import Shares
from sayso.reading.en.deals.things import Thing
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import SUBJECTS, Tree

_INCLUDING = frozenset({"include", "involve", "cover", "contain", "comprise", "combine"})
_AWARDS = frozenset({"award", "contract", "order", "deal", "modification", "purchase", "agreement"})
# Prepositions after which only a system's name shows a deal: "talks on missiles" may be about having none.
_ABOUT = ("on", "over", "about", "regarding", "concerning")
# Where the weapon may stand beside the word, by frame; for nouns of getting also behind "for" ("an order for").
_PLACES = {
    "give": ("object", "second", "before", "with", "beside", "for"),
    "get": ("object", "second", "before", "for", *_ABOUT),
    "make": ("object", "before"),
    "use": ("object",),
    "hold": ("object",),
    "swap": ("object", "for"),
}


class Goods:
    """Finds the weapons of the deals of one article."""

    def __init__(
        self, tree: Tree, words: DealWords, weapons: Weapons, cargo: Cargo, shares: Shares
    ) -> None:
        self._tree = tree
        self._words = words
        self._weapons = weapons
        self._cargo = cargo
        self._shares = shares

    def of(self, deal: Deal) -> Iterator[tuple[int, Thing]]:
        """The weapons, each once with the head of its noun phrase."""
        seen = set()
        for head, thing in self._all(deal):
            if thing.start not in seen:
                seen.add(thing.start)
                yield head, thing
        if not seen and self.is_of_award(deal):
            yield from ((deal.at, thing) for thing in self._weapons.before(deal.at))

    def is_of_award(self, deal: Deal) -> bool:
        """Reads "The award includes foreign military *sales* to Oslo" of what the sentence before told of."""
        tree = self._tree
        verb = tree.tokens[deal.at].head
        if tree.tokens[deal.at].dep != "dobj" or tree.tokens[verb].lemma not in _INCLUDING:
            return False
        subject = tree.child(verb, *SUBJECTS)
        if subject is None or tree.tokens[subject].lemma not in _AWARDS:
            return False
        before = [tree.tokens[at].text.lower() for at in tree.children(subject, "det")]
        return before in (["the"], ["this"])

    def _all(self, deal: Deal) -> Iterator[tuple[int, Thing]]:
        several = deal.sense.frame == "swap"
        got = False
        for slot in self._heads(deal):
            if not got or several or self._is_again(slot):
                found = self._named(deal, slot)
                got = got or bool(found)
                yield from ((slot.head, thing) for thing in found)
        for at in self._shares.joined(deal):
            yield from ((at, thing) for thing in self._weapons.things(at))

    def _is_again(self, slot: Slot) -> bool:
        """Whether its preposition is joined to another: "armed with tanks by Oslo and *with* guns by Riga"."""
        preposition = self._tree.tokens[self._tree.tokens[slot.head].head]
        return preposition.pos == "ADP" and preposition.dep == "conj"

    def _heads(self, deal: Deal) -> list[Slot]:
        if deal.sense.frame == "arrive":
            return [Slot("object", at) for at in self._cargo.of(deal.at)]
        places = self._places(deal)
        return [slot for place in places for slot in deal.around if slot.word == place]

    def _named(self, deal: Deal, slot: Slot) -> tuple[Thing, ...]:
        found = self._weapons.things(slot.head)
        if slot.word in _ABOUT:
            found = tuple(filter(self._is_traded, found))
        if self._tree.tokens[deal.at].lemma in self._words.customers:
            found = tuple(thing for thing in found if thing.weapon.id is not None)
        if not found and self._tree.tokens[slot.head].tag == "CD":  # "of the nine, four were …"
            of = [other.head for other in deal.around if other.word == "of"]
            found = tuple(thing for at in of for thing in self._weapons.things(at))
        if deal.sense.frame == "use":
            found = tuple(thing for thing in found if thing.pointing)
        if deal.sense.sense.endswith("fly"):
            flying = self._words.flying
            found = tuple(thing for thing in found if thing.weapon.category not in flying)
        if deal.sense.sense.endswith("lay"):
            found = tuple(thing for thing in found if thing.weapon.category in self._words.afloat)
        return found

    def _is_traded(self, thing: Thing) -> bool:
        """Whether it is a system by its name, or of a kind that talks are about to have it."""
        return thing.weapon.id is not None or thing.weapon.category in self._words.brought

    def _places(self, deal: Deal) -> tuple[str, ...]:
        """Where the weapons may stand: of a verb not behind "on" or "over", nor behind "for" if it gives."""
        places = deal.sense.places or _PLACES[deal.sense.frame]
        if deal.sense.places or not self._tree.tokens[deal.at].tag.startswith("VB"):
            return places
        without = {"on", "over", "for"} if deal.sense.frame == "give" else {"on", "over"}
        return tuple(place for place in places if place not in without)
