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


_HAVING = ("of", "on", "against", "by", "into", "from", "across", "over", "to", "with", "in", "off")
_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ing",
    "al",
    "ure",
    "age",
    "down",
    "back",
    "out",
    "ance",
    "ence",
    "ft",
    "ial",
)
_POINTED = frozenset({"this", "that", "these", "those"})
_KINDS = ("amod", "compound")


class Acts:
    """Tells one article's words for acts by the book of warnings."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book
        words = book.framed
        self._bringing = {word.split()[0] for word in words.bringing} - words.enduring
        self._meeting = {word.split()[0] for word in words.meeting}

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

    def brings(self, verb: int, subject: int) -> bool:
        """Whether a verb tells what its subject would bring or be met with, and that is a noun for a deed.

        Reads "enrichment there would trigger …", "taxation of copper would be answered with …".
        """
        lemma = self._tree.tokens[verb].lemma
        known = self._meeting if self._tree.is_passive(verb) else self._bringing
        return lemma in known and self.is_deed(subject)

    def is_deed(self, noun: int) -> bool:
        """Whether a noun looks like one for what somebody does: by its ending, or by what it is done to."""
        tree, token = self._tree, self._tree.tokens[noun]
        if token.pos != "NOUN" or not token.text.islower() or token.tag not in ("NN", "NNS"):
            return False
        words = self._book.framed.fortunes | self._book.acts.unwilled
        kind = self._book.adverse.kind | self._book.adverse.easing
        if token.lemma in words | kind or self._book.bodies.markets & self._words(noun):
            return False
        pointed = (at for at in tree.children(noun, "det") if tree.tokens[at].lemma in _POINTED)
        if any(tree.tokens[at - 1].pos not in ("PROPN", "VERB") for at in pointed):
            return False  # never "told Oslo | that | taxation of copper", which the parser takes for one
        having = [at for at in tree.children(noun, "prep") if tree.tokens[at].lemma in _HAVING]
        made = token.text.removesuffix("s").endswith(_ENDINGS)
        whole = made and bool(having or tree.children(noun, *_KINDS))
        return whole or (
            token.tag == "NN" and any(tree.tokens[at].lemma in ("of", "off", "on") for at in having)
        )

    def _words(self, noun: int) -> set[str]:
        return {self._tree.tokens[at].lemma for at in self._tree.subtree(noun)}
