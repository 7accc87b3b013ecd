"""Deals that the words themselves say were none: what would have been, and what a film or novel tells."""

from __future__ import annotations

from sayso.books.deals import DealWords
from sayso.reading.en.deals.doers import Deal
from sayso.reading.tree import Tree


class Imagined:
    """Looks at the clause of a deal."""

    def __init__(self, tree: Tree, words: DealWords) -> None:
        self._tree = tree
        self._words = words

    def holds(self, deal: Deal) -> bool:
        """Whether the deal did not come about, or only in fiction."""
        if self._would_have(deal) or self._is_asked(deal) or self._is_judged(deal.at):
            return True
        return self._is_fiction(deal.at)

    def _is_asked(self, deal: Deal) -> bool:
        """Reads "it is unclear whether Oslo ever received them": a deed of which only the question is told."""
        marks = self._tree.children(deal.at, "mark")
        asked = any(self._tree.tokens[at].lemma == "whether" for at in marks)
        lately = any(
            self._tree.tokens[at].tag in ("VBZ", "VBP")  # "whether Oslo has sold them": it may have
            for at in self._tree.children(deal.at, "aux")
        )
        return asked and deal.predicate.tense == "past" and not lately

    def _is_judged(self, index: int) -> bool:
        """Reads "it would be folly to sell them": what it is like to do so, told of nobody."""
        tree, words = self._tree, self._words
        if not any(tree.tokens[at].tag == "TO" for at in tree.children(index, "aux")):
            return False
        if tree.children(index, "nsubj") or tree.is_passive(index):
            return False
        for at in (tree.tokens[index].head, tree.tokens[tree.tokens[index].head].head):
            subject = tree.child(at, "nsubj")
            if tree.tokens[at].lemma == "be" and subject is not None:
                like = [tree.tokens[one].lemma for one in tree.children(at, "acomp", "attr")]
                light = any(one in words.light or one in words.coming for one in like)
                return tree.tokens[subject].lemma == "it" and bool(like) and not light
        return False

    def _would_have(self, deal: Deal) -> bool:
        """Reads "had Oslo sold them", "if it had sold them" and "would have sold them"."""
        if deal.predicate.modality != "hypothetical":
            return False
        if any(one.mark in ("cancelled", "suspended") for one in deal.governors):
            return False  # "cancelled a deal under which it would have sold them"
        tokens = self._tree.tokens
        helpers = [tokens[at] for at in self._tree.children(deal.at, "aux")]
        perfect = any(one.lemma == "have" for one in helpers)
        condition = any(one.lemma == "have" and one.tag == "VBD" for one in helpers)
        return condition or (perfect and any(one.lemma == "would" for one in helpers))

    def _is_fiction(self, index: int) -> bool:
        """Reads "in the novel, a dealer sells …", up to the main clause."""
        tree = self._tree
        for at in (index, *tree.ancestors(index)):
            for preposition in tree.children(at, "prep"):
                within = tree.tokens[preposition].lemma.lower() == "in"
                told = tree.child(preposition, "pobj") if within else None
                if told is not None and tree.tokens[told].lemma in self._words.fictions:
                    return True
        return False
