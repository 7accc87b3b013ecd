"""What a verb without "will" tells of any such act: "is a red line", "carries a price", "is bound to be answered"."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.reading.tree import SUBJECTS, Tree

_CERTAIN = frozenset(
    {"bind", "bound", "certain", "sure", "likely", "doom", "destine", "go", "guarantee"}
)


class Always:
    """Judges the verbs of one article by the book of warnings."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book

    def is_lasting(self, verb: int) -> bool:
        """Reads "is a red line", "is fraught with", "carries …", "do so at their own risk": always so."""
        tree = self._tree
        if tree.tokens[verb].tag not in ("VBZ", "VBP") and not self._is_shifted(verb):
            return False
        labels = tree.children(verb, "attr", "acomp", "prep")
        beside = {tree.tokens[below].lemma for at in labels for below in tree.subtree(at)}
        bears = tree.tokens[verb].lemma in self._book.warnings.bearing
        acts = {tree.tokens[at].lemma for at in tree.children(verb, *SUBJECTS)}
        acts &= {tree.tokens[at].lemma for at in labels}
        if acts & self._book.acts.words:
            return True  # "an attack on one is an attack on all"
        return bears or self.is_line(verb) or bool(beside & self._book.warnings.lasting)

    def is_certain(self, verb: int) -> bool:
        """Reads "is bound to be answered", "is sure to bring war"."""
        tree = self._tree
        sure = (verb, *tree.children(verb, "acomp"))
        present = tree.tokens[verb].tag in ("VBZ", "VBP") or bool(tree.children(verb, "auxpass"))
        return present and any(
            tree.tokens[at].lemma in _CERTAIN and bool(tree.children(at, "xcomp")) for at in sure
        )

    def _is_shifted(self, verb: int) -> bool:
        """Reads "he said that landing *was* a red line": the past of what is told in the past."""
        tree = self._tree
        token = tree.tokens[verb]
        told = tree.tokens[token.head].tag == "VBD" and token.dep == "ccomp"
        return token.tag == "VBD" and told

    def is_line(self, verb: int) -> bool:
        """Reads "is a red line"."""
        labels = self._tree.children(verb, "attr")
        return any(self._tree.tokens[at].lemma in self._book.warnings.lines for at in labels)

    def crosses(self, verb: int) -> bool:
        """Reads "would cross a red line"."""
        known = self._tree.tokens[verb].lemma in self._book.warnings.crossing
        things = self._tree.children(verb, "dobj")
        return known and any(
            self._tree.tokens[at].lemma in self._book.warnings.lines for at in things
        )
