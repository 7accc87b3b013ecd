"""Land that two claim, or that one claims as its own or another holds: "both lay claim to", "claimed by A and B"."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.bonds import BondBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_CLAUSES = ("relcl", "acl")


class BondClaims:
    """Claims to land, by the token of the verb or noun; `places` are where the names of places begin."""

    def __init__(self, tree: Tree, book: BondBook, places: Collection[int]) -> None:
        self._tree = tree
        self._book = book
        self._places = places

    def is_dispute(self, index: int) -> bool:
        """Whether land is claimed by two, or by one as its own, or from one who holds it."""
        if self._as_own(index) or self.holder(index) is not None:
            return True
        claimants = [at for one in self.claimants(index) for at in self._tree.children(one, "conj")]
        things = self._things(index)
        return bool(claimants) and any(self._is_land(at) for at in things)

    def holder(self, index: int) -> int | None:
        """Who holds what another claims: "which Britain *rules* and Spain claims"."""
        tree = self._tree
        token = tree.tokens[index]
        above = token.head
        holding = tree.tokens[above].lemma in self._book.holding
        if token.dep != "conj" or tree.tokens[above].dep != "relcl" or not holding:
            return None
        land = self._is_land(tree.tokens[above].head)
        return tree.child(above, *SUBJECTS) if land and tree.children(index, *SUBJECTS) else None

    def thing(self, index: int) -> int | None:
        """What is claimed, where it is no object of the verb."""
        tree = self._tree
        if self.holder(index) is not None:
            return tree.tokens[tree.tokens[index].head].head
        if tree.tokens[index].tag.startswith("VB") and not tree.is_passive(index):
            acl = tree.tokens[index].dep == "acl" and tree.tokens[index].tag == "VBN"
            name = not tree.children(index, "dobj") and index + 1 in tree.children(index, "advmod")
            named = (
                name and tree.tokens[index + 1].text[:1].isupper()
            )  # "claims *Ceuta* as its own"
            return tree.tokens[index].head if acl else index + 1 if named else None
        return next(iter(self._things(index)), None)

    def _as_own(self, index: int) -> bool:
        tree = self._tree
        governed = (
            at
            for preposition in tree.children(index, "prep")
            if tree.tokens[preposition].lemma == "as"
            for at in tree.children(preposition, "pobj")
        )
        return any(tree.tokens[at].lemma in self._book.own for at in governed)

    def claimants(self, index: int) -> list[int]:
        """The heads of those who claim."""
        tree = self._tree
        if not tree.tokens[index].tag.startswith("VB"):
            verb = tree.tokens[index].head
            lays = tree.tokens[index].dep == "dobj" and tree.tokens[verb].lemma in self._book.laying
            subjects = tree.children(verb, *SUBJECTS) if lays else []
            return [one for one in subjects if not self._is_nobody(one)]
        by = [at for agent in tree.children(index, "agent") for at in tree.children(agent, "pobj")]
        return by or tree.children(index, *SUBJECTS)

    def _is_nobody(self, subject: int) -> bool:
        return any(
            self._tree.tokens[at].text.lower() == "neither" for at in self._tree.subtree(subject)
        )

    def _things(self, index: int) -> list[int]:
        tree = self._tree
        if not tree.tokens[index].tag.startswith("VB"):
            to = [at for at in tree.children(index, "prep") if tree.tokens[at].lemma == "to"]
            return [at for one in to for at in tree.children(one, "pobj")]
        things = tree.children(index, "dobj", *PASSIVE_SUBJECTS)
        beside = tree.tokens[index].dep in _CLAUSES and tree.tokens[index].tag == "VBN"
        return things or ([tree.tokens[index].head] if beside else [])

    def _is_land(self, head: int) -> bool:
        tree = self._tree
        inside = tree.subtree(head, without=("relcl", "acl", "prep"))
        named = any(tree.tokens[at].start in self._places for at in inside)
        return named or tree.tokens[head].lemma.lower() in self._book.lands
