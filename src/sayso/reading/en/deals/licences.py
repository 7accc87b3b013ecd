"""Licensed production: who builds, in which state, under whose licence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.consents import Consents
from sayso.reading.en.deals.doers import Deal, Doers
from sayso.reading.en.deals.held import Slot
from sayso.reading.en.deals.pairs import Pairs
from sayso.reading.en.deals.parties import Parties
from sayso.reading.en.deals.sources import Sources
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


class Licensed(NamedTuple):
    """Who gave the licence, the state where it is used, and the maker where that is a company."""

    licensor: Party
    state: Party | None
    maker: Party | None


class Licences:
    """Reads the licence of a word for building: "built in A under licence from B", "B-licensed"."""

    def __init__(
        self,
        tree: Tree,
        book: DealBook,
        parties: Parties,
        clauses: Clauses,
        doers: Doers,
        pairs: Pairs,
        sources: Sources,
        consents: Consents,
    ) -> None:
        self._tree = tree
        self._book = book
        self._parties = parties
        self._clauses = clauses
        self._doers = doers
        self._pairs = pairs
        self._sources = sources
        self._consents = consents

    def of(self, deal: Deal, head: int, country: str | None) -> Licensed | None:
        """The licence under which something is built; None where there is none, or nobody who gave it.

        `country` is the state of the weapon, as the book knows it.
        """
        index, around = deal.at, deal.around
        licence = self._licence(around)
        verb = next((one.at for one in deal.governors if self._is_licensing(one.at)), None)
        if verb is not None:
            licensor = self._parties.of(self._clauses.doer(verb))
        elif licence is not None:
            licensor = self._giver(licence) or self._letting(deal)
            licensor = licensor or self._implied(deal, head, country)
        else:
            licensor = self._prefixed(index, around) or self._letting(deal)
        if licensor is None:
            return None
        doer = self._clauses.doer(index) if verb is None else self._tree.child(verb, "dobj")
        maker = self._parties.of(doer) or self._of(around, "by")
        place = self._of(around, "in") or self._governed(licence, "in")
        state = place if self._parties.is_state(place) else self._place(around)
        if state is None and maker is None and doer is not None:  # "a plant near Oslo builds …"
            state = self._sources.possessor(doer) or self._parties.of_place(doer, unnamed=True)
        if self._pairs.is_state(maker):
            state, maker = state or maker, None
        elif maker is not None and maker.count and state is None:
            state = self._partner(index, licensor)
            maker = None if state is not None else maker
        state = state or self._parties.home(maker)
        if state is not None and state.actor == licensor.actor:
            return None
        return Licensed(licensor, state, maker)

    def _is_licensing(self, at: int) -> bool:
        """Whether a governor is the verb: "licensed Oslo to build"."""
        token = self._tree.tokens[at]
        return token.tag.startswith("VB") and token.lemma in self._book.words.licences

    def _letting(self, deal: Deal) -> Party | None:
        """Who lets somebody build it: "gave Riga permission to assemble", "will allow Riga to build"."""
        for one in deal.governors:
            if self._is_of_what_was_told(one.at):
                continue
            party = self._consents.giver(one.at) if one.mark == "authorised" else None
            known = self._pairs.is_state(self._pairs.acting(party))
            if known or self._parties.is_company(party):
                return party
        return None

    def _is_of_what_was_told(self, verb: int) -> bool:
        """Reads "a test, which they claim lets Riga build more": no verb above tells who lets it."""
        tree, token = self._tree, self._tree.tokens[verb]
        beside = [at for at in tree.children(token.head, "cc") if token.head < at < verb]
        loose = token.dep in ("ccomp", "relcl", "parataxis") or (token.dep == "conj" and not beside)
        own = tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        return token.tag in ("VBZ", "VBP", "VBD") and loose and not own

    def _implied(self, deal: Deal, head: int, country: str | None) -> Party | None:
        """Whose licence it is where only the weapon or an agreement tells: "builds Danish guns under licence"."""
        partner = self._doers.partner(deal) or self._agreed(deal)
        if partner is not None:
            return partner
        named = self._sources.national_of(head) or self._sources.possessor(head)
        named = named or self._sources.maker(head)
        if named is not None or country is None:
            return named
        for at in self._tree.children(head, "amod", "compound"):
            if self._tree.tokens[at].entity.endswith("NORP"):  # "the Korean tank"
                return self._parties.state(country)
        return None

    def _agreed(self, deal: Deal) -> Party | None:
        """Reads "an agreement *with Oslo* that allows Riga to build"."""
        for one in deal.governors:
            paper = self._clauses.doer(one.at) if one.mark == "authorised" else None
            if paper is not None and self._clauses.mark(paper) in ("agreed", "contracted"):
                return self._governed(paper, "with")
        return None

    def _place(self, around: Sequence[Slot]) -> Party | None:
        """The state of the place where it is built."""
        heads = (slot.head for slot in around if slot.word in ("in", "at", "near", "outside"))
        return next(filter(None, (self._parties.of_place(at, unnamed=True) for at in heads)), None)

    def _partner(self, index: int, licensor: Party) -> Party | None:
        """The other of two who build together, one of whom gives the licence."""
        doer = self._clauses.doer(index)
        both = self._parties.members(doer) if doer is not None else []
        others = [one for one in both if one.actor != licensor.actor]
        return others[0] if len(both) == 2 and len(others) == 1 else None

    def _licence(self, around: Sequence[Slot]) -> int | None:
        for slot in around:
            licence = self._tree.tokens[slot.head].lemma in self._book.words.licences
            if licence and slot.word in ("under", "with", "on"):
                return slot.head
        return None

    def _prefixed(self, index: int, around: Sequence[Slot]) -> Party | None:
        """Reads "licensed production from B", "B-licensed production"."""
        tree, words = self._tree, self._book.words
        for child in tree.children(index, "amod", "advmod", "compound"):
            if words.licensed & {tree.tokens[child].lemma, tree.tokens[child].text.lower()}:
                for before in tree.children(child, "npadvmod", "compound", "amod"):
                    return self._parties.named(before)
                return self._of(around, "from")
        return None

    def _giver(self, licence: int) -> Party | None:
        """Whose licence it is."""
        for child in self._tree.children(licence, "poss", "compound", "amod", "nmod"):
            found = self._parties.named(child)
            if found is not None:
                return found
        return self._governed(licence, "from", "of", "by")

    def _governed(self, noun: int | None, *words: str) -> Party | None:
        if noun is None:
            return None
        for preposition in self._tree.children(noun, "prep"):
            if self._tree.tokens[preposition].lemma in words:
                for governed in self._tree.children(preposition, "pobj"):
                    return self._parties.of(governed)
        return None

    def _of(self, around: Sequence[Slot], word: str) -> Party | None:
        parties = (self._parties.of(slot.head) for slot in around if slot.word == word)
        return next((party for party in parties if party is not None), None)
