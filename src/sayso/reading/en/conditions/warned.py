"""Acts that words warn of without a condition: "warned Oslo against …", "must not cross that line"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.over import THREATENING, over_acts
from sayso.reading.tree import SUBJECTS, Tree

_TOPICS = frozenset({"of", "for", "from", "over"})
_TWICE = frozenset({"twice", "again", "hard", "carefully"})
_TAKE = "take"
_STEPS = frozenset({"step", "path", "road", "course"})
_POINTING = frozenset({"that", "this", "such"})
_MUST = frozenset({"must", "should", "shall"})


class Warned:
    """Finds the acts that a word of warning, or a line, forbids."""

    def __init__(self, tree: Tree, book: RedLineBook) -> None:
        self._tree = tree
        self._book = book
        self._acts = Acts(tree, book)

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            crossed = token.lemma in self._book.warnings.crossing or token.lemma == _TAKE
            if token.pos in ("VERB", "AUX") and crossed:
                yield from self._crossing(index)
            if token.lemma in THREATENING:
                yield from over_acts(self._tree, index)
            if token.lemma == "think":
                yield from self._thought(index)
            if token.lemma in self._book.warnings.words:
                yield from self._against(index)
            if token.pos == "NOUN" and token.lemma in self._book.responses:
                yield from self._topic(index)

    def _crossing(self, verb: int) -> Iterator[Draft]:
        """Reads "must not cross that line", "must not take that step"."""
        thing = self._tree.child(verb, "dobj")
        modals = {self._tree.tokens[at].lemma for at in self._tree.children(verb, "aux")}
        if thing is None or not self._is_line(verb, thing):
            return
        if modals & _MUST and self._tree.is_negated(verb):
            words = frozenset(self._tree.subtree(verb))
            yield Draft(verb, words, rest=frozenset(), certain=True, named=False)

    def _is_line(self, verb: int, thing: int) -> bool:
        tree = self._tree
        if tree.tokens[verb].lemma != _TAKE:
            return tree.tokens[thing].lemma in self._book.warnings.lines
        pointed = {tree.tokens[at].lemma for at in tree.children(thing, "det")} & _POINTING
        return tree.tokens[thing].lemma in _STEPS and bool(pointed)

    def _thought(self, verb: int) -> Iterator[Draft]:
        """Reads "should think twice before sending them"."""
        tree = self._tree
        modals = {tree.tokens[at].lemma for at in tree.children(verb, "aux")}
        twice = {tree.tokens[at].lemma for at in tree.children(verb, "advmod")} & _TWICE
        for before in tree.children(verb, "prep") if modals & _MUST and twice else ():
            act = tree.child(before, "pcomp")
            if act is not None and tree.tokens[before].lemma == "before":
                yield self._forbidden(act)._replace(doer=tree.child(verb, *SUBJECTS))

    def _against(self, warning: int) -> Iterator[Draft]:
        """Reads "warned X against selling …", "told not to …" under a word of warning."""
        tree = self._tree
        verb = tree.tokens[warning].head
        issued = tree.tokens[warning].pos == "NOUN" and tree.tokens[warning].dep == "dobj"
        beside = tree.children(verb, "prep") if issued else []
        for preposition in (*tree.children(warning, "prep"), *beside):
            governed = tree.child(preposition, "pcomp", "pobj")
            if tree.tokens[preposition].lemma != "against" or governed is None:
                continue
            if tree.tokens[governed].tag == "VBG" or self._acts.is_act(governed):
                yield self._forbidden(governed)
        for clause in tree.children(warning, "xcomp"):
            if clause > warning and tree.is_negated(clause):
                yield self._forbidden(clause)._replace(doer=tree.child(warning, "dobj"))

    def _forbidden(self, act: int) -> Draft:
        words = tidy(self._tree, self._tree.subtree(act), act)
        words -= set(self._tree.children(act, "neg", "aux"))
        return Draft(act, frozenset(words), rest=frozenset(), certain=True)

    def _topic(self, noun: int) -> Iterator[Draft]:
        """Reads "a warning about the consequences of selling …"."""
        tree = self._tree
        if not self._warned(noun):
            return
        for preposition in tree.children(noun, "prep"):
            governed = tree.child(preposition, "pcomp", "pobj")
            if tree.tokens[preposition].lemma not in _TOPICS or governed is None:
                continue
            if tree.tokens[governed].tag == "VBG" or self._acts.is_act(governed):
                rest = tree.subtree(noun) - tree.subtree(preposition)
                words = tidy(tree, tree.subtree(governed), governed)
                yield Draft(governed, frozenset(words), rest=frozenset(rest))

    def _warned(self, noun: int) -> bool:
        """Whether it stands under a word of warning, or beside one ("issued a warning about …")."""
        words = self._book.warnings.words
        verb = self._tree.tokens[noun].head
        if self._tree.tokens[verb].lemma == "for":  # "bear the blame for the consequences of"
            verb = self._tree.tokens[self._tree.tokens[verb].head].head
        if self._tree.tokens[verb].lemma in self._book.warnings.bearing:
            return has_modal(self._tree, verb)
        return any(
            self._tree.tokens[at].lemma in words
            for up in self._tree.ancestors(noun)
            for at in (up, *self._tree.children(up, "dobj"))
        )
