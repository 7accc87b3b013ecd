"""Whose a noun is, and whom a word points to: what is read without asking who acts."""

from __future__ import annotations

from sayso.books.deals import DealBook
from sayso.model.deals import Mark
from sayso.reading.en.deals.governors import Governors
from sayso.reading.en.deals.leave import is_infinitive
from sayso.reading.tree import Tree

_RELATIVE = frozenset({"WDT", "WP"})


class Owners:
    """Owners, askers and antecedents by token index."""

    def __init__(self, tree: Tree, book: DealBook) -> None:
        self._tree = tree
        self._book = book
        self._above = Governors(tree, book)

    def mark(self, index: int) -> Mark | None:
        """What a governing word says of the deal."""
        return self._above.mark(index)

    def misread(self, index: int) -> bool:
        """Whether a past that was read as a participle is the verb: its noun has a subject and no copula."""
        token = self._tree.tokens[index]
        if token.tag != "VBN" or token.dep != "amod":
            return False
        own = self._tree.child(token.head, "nsubj")
        return own is not None and own < index and not self._tree.children(token.head, "cop", "aux")

    def antecedent(self, index: int) -> int:
        """A relative pronoun's noun; any other word itself."""
        if self._tree.tokens[index].tag in _RELATIVE:
            for up in (index, *self._tree.ancestors(index)):
                if self._tree.tokens[up].dep == "relcl":
                    return self._tree.tokens[up].head
        return index

    def owner(self, noun: int) -> int | None:
        """The possessor of a noun, or who stands behind "by"."""
        owner = self._tree.child(noun, "poss")
        return owner if owner is not None else self._behind(noun, "by")

    def asker(self, noun: int) -> int | None:
        """Whose request it is: "Oslo's request", "a request from Oslo"."""
        owner = self.owner(noun)
        owner = owner if owner is not None else self._behind(noun, "from")
        if owner is None and self._tree.tokens[noun].dep == "dobj":
            owner = self._behind(self._tree.tokens[noun].head, "from")
        return owner

    def _behind(self, index: int, *words: str) -> int | None:
        """What one of these prepositions holds to a word."""
        for preposition in self._tree.children(index, "prep", "agent"):
            if self._tree.tokens[preposition].lemma in words:
                return self._tree.child(preposition, "pobj")
        return None

    def _punished(self, above: int, told: int | None) -> int | None:
        """Reads "imposed sanctions *on Oslo* for buying"; any other object of the verb itself."""
        penalty = next(
            (
                at
                for at in (above, told)
                if at is not None and self._tree.tokens[at].lemma in self._book.words.penalties
            ),
            None,
        )
        if penalty is None or self._tree.tokens[penalty].tag.startswith("VB"):
            return told
        return self._behind(penalty, "on", "against") or self._behind(above, "on", "against")

    def _meant(self, noun: int, below: int) -> int | None:
        """Who is to act by a paper or plan: "a deal *for Oslo* to supply"."""
        tree = self._tree
        for preposition in tree.children(noun, "prep"):
            whom = tree.child(preposition, "pobj")
            named = whom is not None and tree.tokens[whom].pos == "PROPN" and whom < below
            if named and tree.tokens[preposition].lemma == "for":
                return whom if is_infinitive(tree, below) else None
        return None

    def _beside_owner(self, noun: int, pronoun: int) -> int | None:
        """Whose paper it is by the doer of its clause: "*Saab* received an addition to *its* contract to"."""
        tree = self._tree
        verb = next((at for at in tree.ancestors(noun) if tree.tokens[at].tag[:2] == "VB"), None)
        others = tree.children(verb, "dobj", "dative") if verb is not None else []
        if verb is None or any(tree.tokens[at].pos == "PROPN" for at in others):
            return None  # "attacked Oslo over its contract to"
        doer = tree.child(verb, "nsubj")
        mine = tree.tokens[pronoun].text.lower() in ("its", "their")
        named = doer is not None and tree.tokens[doer].pos == "PROPN" and doer < pronoun
        return doer if mine and named else None
