"""Nouns and gerunds that stand for what somebody does."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_MORE = frozenset({"further", "more", "renewed", "continued", "new"})
_CASES = frozenset({"case", "instance", "incident", "attempt", "act", "idea", "plan"})
_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS


def is_doing_of(tree: Tree, noun: int) -> bool:
    """Reads "the cutting of cables", "a case of cutting them": a noun made of a verb, with what it is done to."""
    token = tree.tokens[noun]
    made = token.tag == "NN" and token.text.endswith("ing") and token.pos == "NOUN"
    of = [at for at in tree.children(noun, "prep") if tree.tokens[at].lemma == "of"]
    case = token.lemma in _CASES and any(tree.children(at, "pcomp") for at in of)
    return (made and bool(of)) or case


class Acts:
    """Tells one article's words for acts by the book of warnings."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book

    def is_act(self, index: int) -> bool:
        """Whether a noun or a gerund stands for an act: "a blockade", "selling arms", "this"."""
        token = self._tree.tokens[index]
        if token.dep.startswith("csubj"):
            return token.tag == "VBG"
        if token.tag == "VBG" and self._tree.children(index, *SUBJECTS, "poss"):
            return True  # "Oslo's shooting down of the plane"
        if token.tag == "VBG" and token.dep in _SUBJECTS and self._is_more(index):
            return True  # "further dredging of the bay"
        if token.tag == "DT":
            return token.text.lower() in ("this", "that")
        known = token.lemma in self._book.acts.words or self._is_change(index)
        known = known or is_doing_of(self._tree, index)
        return token.pos in ("NOUN", "PROPN") and known

    def _is_change(self, noun: int) -> bool:
        """Reads "an increase in tariffs", "a cut in gas deliveries": what somebody sets higher or lower."""
        tree = self._tree
        if tree.tokens[noun].lemma not in self._book.acts.changing:
            return False
        beside = [*tree.children(noun, "compound")]
        beside += [at for of in tree.children(noun, "prep") for at in tree.children(of, "pobj")]
        return any(tree.tokens[at].lemma in self._book.acts.changed for at in beside)

    def is_owed(self, index: int) -> bool:
        """Whether a noun stands for what somebody is held to owe: "an apology"."""
        return self._tree.tokens[index].lemma in self._book.acts.owed

    def _is_more(self, index: int) -> bool:
        """Whether it is more of what was done before: "further dredging"."""
        before = self._tree.children(index, "advmod", "amod")
        return any(self._tree.tokens[at].text.lower() in _MORE for at in before)
