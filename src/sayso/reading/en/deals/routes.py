"""Through whose territory or hands a weapon goes without becoming theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.books.deals import DealWords
from sayso.model.text import Party
from sayso.reading.en.deals.held import Slot
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.slots import behind
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

VIA = frozenset({"via", "through", "across"})
_STOPS = frozenset({"in", "at", "on"})
_BEHIND = ("acl", "relcl", "advcl")


class Routes:
    """Reads "via Oslo", "through a port in Chad", "the convoy crossed Chad", "unloaded at Conakry"."""

    def __init__(self, tree: Tree, words: DealWords, parties: Parties, weapons: Weapons) -> None:
        self._tree = tree
        self._words = words
        self._parties = parties
        self._weapons = weapons

    def told(self, around: Sequence[Slot]) -> Iterator[Party]:
        """Those whom a preposition names."""
        for head in self._told(around):
            yield from self._parties.members(head)

    def of(self, at: int, around: Sequence[Slot]) -> Iterator[Party]:
        """Each one, once."""
        seen = set()
        for head in (*self._told(around), *self._passed(at)):
            for party in self._parties.members(head) or self._placed(head):
                if party.span not in seen:
                    seen.add(party.span)
                    yield party

    def _placed(self, head: int) -> Sequence[Party]:
        """The state of a place: "a port in Chad", "the port of Dakar"."""
        found = self._parties.of_place(head, unnamed=True)
        inside = sorted(self._tree.subtree(head, without=_BEHIND))
        named = (self._parties.named(at) for at in inside)
        state = found or next((one for one in named if self._parties.is_state(one)), None)
        return () if state is None else (state,)

    def _told(self, around: Sequence[Slot]) -> Iterator[int]:
        return (slot.head for slot in around if slot.word in VIA)

    def _passed(self, deal: int) -> Iterator[int]:
        """What the weapons, or what carries them, cross or stop in, elsewhere in the sentence."""
        tree, words = self._tree, self._words
        sentence = tree.sentences[tree.sentence(deal)]
        for at in range(sentence.first, sentence.last):
            lemma = tree.tokens[at].lemma
            if at == deal or not lemma:
                continue
            if lemma in words.stopovers and self._is_below(at, deal):
                yield from self._behind(at, _STOPS)
            elif tree.tokens[at].tag.startswith("VB") and self._is_of_load(at):
                if lemma in words.crossing:
                    yield from tree.children(at, "dobj")
                    if tree.tokens[at].dep == "amod":  # "…, transiting Oslo" read as one phrase
                        yield tree.tokens[at].head
                    yield from self._behind(at, VIA)
                elif lemma in words.stopping:
                    yield from self._behind(at, _STOPS | VIA)
                elif lemma in words.moving:
                    yield from self._behind(at, VIA)

    def _behind(self, at: int, prepositions: frozenset[str]) -> Iterator[int]:
        return (slot.head for slot in behind(self._tree, at) if slot.word in prepositions)

    def _is_below(self, at: int, deal: int) -> bool:
        return deal in self._tree.ancestors(at)

    def _is_of_load(self, verb: int) -> bool:
        """Whether a verb tells of the weapons or of what carries them; a clause without a doer does."""
        tree = self._tree
        if tree.is_negated(verb):
            return False
        doer = tree.child(verb, "nsubj", *PASSIVE_SUBJECTS)
        if doer is None or tree.tokens[doer].tag in ("WDT", "WP"):
            token = tree.tokens[verb]
            if token.dep not in (*_BEHIND, "amod"):
                return False
            doer = token.head
            if token.dep in ("advcl", "amod"):
                return token.tag in ("VBG", "VBN")
        carries = tree.tokens[doer].lemma in self._words.carrying | self._words.batches
        return carries or bool(self._weapons.things(doer))
