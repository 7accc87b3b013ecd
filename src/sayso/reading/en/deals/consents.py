"""Who allows or forbids a deal that is others': the one whose permission is given, withheld or needed."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.deals import DealBook
from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import Deal
from sayso.reading.en.deals.leave import carried
from sayso.reading.en.deals.pairs import Pairs, Sides
from sayso.reading.en.deals.parties import Parties
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_GIVEN = ("authorised", "prohibited")
# Prepositions of a permission beside a deal: "without Oslo's consent", "pending its approval".
_BESIDE = frozenset({"with", "without", "under", "pending", "despite", "upon"})
# What opens the clause of a permission that comes first, or last.
_AFTER = frozenset({"that", "after", "once", "unless", "until", "since", "because", "as", "when"})
_BEFORE = frozenset({"before", "until"})


class Consents:
    """Reads the permissions of the deals of one article."""

    def __init__(
        self, tree: Tree, book: DealBook, clauses: Clauses, parties: Parties, pairs: Pairs
    ) -> None:
        self._tree = tree
        self._book = book
        self._clauses = clauses
        self._parties = parties
        self._pairs = pairs

    def of(self, deal: Deal, sides: Sides) -> Party | None:
        """Who allows or forbids the deal, where it is neither of its sides."""
        own = [side.actor for side in (sides.giver, sides.receiver) if side is not None]
        for one in deal.governors:
            if one.mark in _GIVEN or one.at in self._needed(deal):
                party = self._pairs.acting(self.giver(one.at))
                if party is not None and party.actor not in own:
                    return party
        for head in self._elsewhere(deal):
            party = self._pairs.acting(self._parties.of(head))
            if self._pairs.is_state(party) and party is not None and party.actor not in own:
                return party
        return None

    def giver(self, index: int) -> Party | None:
        """Who gives or withholds what a word of permission tells."""
        verb = self._tree.tokens[index].tag.startswith("VB")
        return self._parties.of(
            self._clauses.doer(index) if verb else self._clauses.granter(index)
        ) or (None if verb else self._before(index))

    def _before(self, noun: int) -> Party | None:
        """Whose permission it is by the adjective before it: "Swiss consent"."""
        inside = self._tree.children(noun, "amod", "compound", "nmod")
        return next(filter(None, map(self._parties.named, inside)), None)

    def _needed(self, deal: Deal) -> set[int]:
        """Permissions that are only considered yet: "needs Oslo's consent to"."""
        words = self._book.words
        return {o.at for o in deal.governors if self._tree.tokens[o.at].lemma in words.permissions}

    def _elsewhere(self, deal: Deal) -> Iterator[int]:
        """Those whose permission stands beside the deal, or in a clause of its sentence."""
        for at in (deal.at, *(one.at for one in deal.governors)):
            yield from self._beside(at)
            yield from self._awaited(at)
            yield from self._told_after(at)
        yield from self._told_before(deal)
        yield from self._asked(deal)

    def _asked(self, deal: Deal) -> Iterator[int]:
        """Reads "asked *Oslo* for permission to", "applied to *Oslo* for a licence to"."""
        tree = self._tree
        for verb in (one.at for one in deal.governors if self._needed(deal)):
            if self._clauses.mark(verb) == "requested" and tree.tokens[verb].tag.startswith("VB"):
                yield from tree.children(verb, "dobj")
                for preposition in tree.children(verb, "prep", "dative"):
                    if tree.tokens[preposition].lemma in ("to", "from"):
                        yield from tree.children(preposition, "pobj")

    def _beside(self, at: int) -> Iterator[int]:
        """Reads "without *Oslo's* consent"."""
        for preposition in self._tree.children(at, "prep"):
            if self._tree.tokens[preposition].lemma.lower() in _BESIDE:
                for noun in self._tree.children(preposition, "pobj"):
                    yield from self._whose(noun)

    def _whose(self, noun: int) -> Iterator[int]:
        if self._tree.tokens[noun].lemma in self._book.words.permissions:
            head = self._clauses.granter(noun)
            yield from () if head is None else (head,)
            yield from self._tree.children(noun, "amod", "compound", "nmod")
            for preposition in self._tree.children(noun, "prep"):
                if self._tree.tokens[preposition].lemma == "of":
                    yield from self._tree.children(preposition, "pobj")

    def _awaited(self, at: int) -> Iterator[int]:
        """Reads "must ask *Oslo* before it sends", "*Oslo's* approval is needed before", "the sale requires it"."""
        tree = self._tree
        token = tree.tokens[at]
        above = token.head
        if token.dep == "pcomp" and tree.tokens[above].lemma in _BEFORE:
            above = tree.tokens[above].head
        elif token.dep in (*SUBJECTS, *PASSIVE_SUBJECTS):
            yield from self._carried(above)
            return
        elif not any(tree.tokens[one].lemma in _BEFORE for one in tree.children(at, "mark")):
            return
        yield from self._carried(above)
        if self._clauses.mark(above) == "requested" or tree.tokens[above].lemma == "consult":
            yield from tree.children(above, "dobj")

    def _carried(self, verb: int) -> Iterator[int]:
        noun = carried(self._tree, self._book, verb)
        if noun is not None:
            yield from self._whose(noun)
            for asked in self._tree.children(verb, "dobj"):
                if self._clauses.mark(verb) == "requested" and asked != noun:
                    yield asked

    def _told_after(self, at: int) -> Iterator[int]:
        """Reads "sold them only after *Oslo* had signed off on the resale", "unless *Oslo* agrees"."""
        tree = self._tree
        for clause in tree.children(at, "advcl", "conj"):
            marks = {tree.tokens[one].lemma for one in tree.children(clause, "mark", "advmod")}
            joined = tree.tokens[clause].dep == "conj"
            if joined:
                subject = tree.child(clause, *SUBJECTS)
                if subject is not None and self._is_again(subject):
                    yield from self._carried(clause)
            elif marks & _AFTER and self._clauses.mark(clause) in ("authorised", "agreed"):
                head = self._clauses.doer(clause)
                if head is not None and self._is_of_it(clause):
                    yield head
            elif marks & _AFTER:
                yield from self._granted(clause)
                yield from self._freed(clause)

    def _freed(self, verb: int) -> Iterator[int]:
        """Reads "now that *Oslo* has dropped its veto"."""
        held = self._tree.children(verb, "dobj")
        stood = any(self._clauses.mark(at) in ("prohibited", "suspended") for at in held)
        head = self._clauses.doer(verb) if stood else None
        if head is not None and self._clauses.mark(verb) in ("cancelled", "lifted"):
            yield head

    def _told_before(self, deal: Deal) -> Iterator[int]:
        """Reads "*Oslo* has given its approval, and Riga is free to send"."""
        for top in deal.governors[-1:]:
            token = self._tree.tokens[top.at]
            if top.mark == "authorised" and token.dep == "conj":
                yield from self._granted(token.head)

    def _granted(self, verb: int) -> Iterator[int]:
        noun = carried(self._tree, self._book, verb)
        head = self._clauses.granter(noun) if noun is not None else None
        yield from () if head is None else (head,)

    def _is_of_it(self, verb: int) -> bool:
        """Whether a permission is for what was told before: no other thing is named."""
        tree = self._tree
        held = tree.children(verb, "dobj")
        for preposition in tree.children(verb, "prep"):
            held += tree.children(preposition, "pobj")
            for inner in tree.children(preposition, "prep"):  # "off on the resale"
                held += tree.children(inner, "pobj")
        return all(self._is_again(one) for one in held)

    def _is_again(self, noun: int) -> bool:
        told = self._tree.tokens[noun].lemma.lower() in self._book.words.again
        return told and not any(
            self._tree.tokens[at].lemma == "of" for at in self._tree.children(noun, "prep")
        )
