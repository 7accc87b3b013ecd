"""The modes of an answer that the words beside it show: its object, its means, its manner."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.model.ledger import Mode
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_WITH = frozenset({"with", "by", "through"})


class Modes:
    """Reads modes off one article's words by the book of warnings."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book

    def manner(self, head: int) -> tuple[Mode, ...]:
        """The modes that a word beside an answer shows: "trade retaliation", "respond militarily"."""
        near = self._tree.children(head, "amod", "compound", "advmod")
        words = {self._tree.tokens[at].lemma for at in near}
        manners = self._book.adverse.manners
        return tuple(sorted(mode for mode, lemmas in manners.items() if words & lemmas))

    def told(self, noun: int) -> tuple[Mode, ...]:
        """The modes that a noun or what it governs shows: "tariffs", "the suspension of flights"."""
        tree = self._tree
        near = {noun, *tree.children(noun, "compound", "amod")}
        for preposition in tree.children(noun, "prep"):
            for governed in tree.children(preposition, "pobj"):
                near |= {governed, *tree.children(governed, "compound", "amod")}
        return self._shown({tree.tokens[at].lemma for at in near})

    def means(self, verb: int) -> tuple[Mode, ...]:
        """The modes of what a verb is done with: "will answer with artillery", "would be met with tariffs"."""
        tree = self._tree
        means = [
            governed
            for preposition in tree.children(verb, "prep", "agent")
            if tree.tokens[preposition].lemma in _WITH
            for governed in tree.children(preposition, "pobj")
        ]
        lemmas = {tree.tokens[at].lemma for at in means}
        armed = ("military",) if lemmas & self._book.bodies.armed else ()
        return tuple(sorted({*armed, *(mode for at in means for mode in self.told(at))}))

    def _shown(self, words: set[str]) -> tuple[Mode, ...]:
        """The modes that things show, or else words for a manner: "a military response"."""
        for shown in (self._book.adverse.objects, self._book.adverse.manners):
            modes = tuple(sorted(mode for mode, known in shown.items() if words & known))
            if modes:
                return modes
        return ()

    def of(self, verb: int) -> tuple[Mode, ...]:
        """The modes that what a verb is done to shows."""
        thing = self._tree.child(verb, "dobj", *PASSIVE_SUBJECTS)
        if thing is None:
            return ()
        words = {self._tree.tokens[thing].lemma}
        words |= {
            self._tree.tokens[at].lemma for at in self._tree.children(thing, "compound", "amod")
        }
        return self._shown(words) or self.told(thing)
