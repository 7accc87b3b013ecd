"""Conditions without a marker: an act as the subject, the object or the topic of what would follow from it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions_drafts import Draft, has_modal, tidy
from sayso.reading.en.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ALL = frozenset({"any", "every", "each"})
_WHILE = frozenset({"while", "as", "when", "whilst"})
_TOPICS = frozenset({"of", "for", "from", "over"})
_MUST = frozenset({"must", "should", "shall"})


class Unmarked:
    """Finds the conditions that only their place in the sentence shows."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        self._book = book
        self._responses = responses

    def find(self) -> Iterator[Draft]:
        """All unmarked conditions, in text order; all but the forbidden acts hold a response."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            if token.pos in ("VERB", "AUX"):
                yield from self._verb(index)
            if token.lemma in self._book.warnings.words:
                yield from self._against(index)
            if token.pos == "NOUN" and token.lemma in self._book.responses:
                yield from self._topic(index)

    def _verb(self, verb: int) -> Iterator[Draft]:
        if self._tree.tokens[verb].lemma in self._book.warnings.crossing:
            yield from self._crossing(verb)
            return
        stands = self._standing(verb)
        if stands is None or any(
            self._tree.tokens[mark].lemma in ("if", "unless")
            for clause in self._tree.children(verb, "advcl")
            for mark in self._tree.children(clause, "mark")
        ):
            return
        whole = self._tree.subtree(stands)
        if self._tree.tokens[stands].dep == "dobj":
            whole = whole & set(range(self._label(verb, stands) or max(whole) + 1))
        condition = tidy(self._tree, whole, stands)
        rest = self._tree.subtree(verb) - whole
        rest -= {at for at in self._tree.children(verb, "mark", "cc", "punct") if at < verb}
        if self._responses.find(rest):
            yield Draft(stands, frozenset(condition), rest=frozenset(rest))

    def _standing(self, verb: int) -> int | None:
        """What stands for the condition: an act as subject, what is held to be one, or what is borne."""
        tree = self._tree
        subject = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if subject is None:
            return None
        modal = has_modal(tree, verb)
        if self._is_act(subject) or self._becomes_target(verb):
            return subject if modal or self._is_any(subject) else None
        if not modal:
            return None
        thing = tree.child(verb, "dobj")
        if thing is not None and self._label(verb, thing) is not None:
            return thing
        if tree.is_negated(verb):
            return next(
                (
                    clause
                    for clause in tree.children(verb, "advcl")
                    if _WHILE & {tree.tokens[at].lemma for at in tree.children(clause, "mark")}
                ),
                thing,
            )
        return None

    def _label(self, verb: int, thing: int) -> int | None:
        """The "as" of "would regard the sale as a hostile act", wherever the parser hangs it."""
        if self._tree.tokens[verb].lemma not in self._book.regards:
            return None
        behind = (at for at in sorted(self._tree.subtree(verb)) if at > thing)
        return next((at for at in behind if self._tree.tokens[at].lemma == "as"), None)

    def _is_act(self, index: int) -> bool:
        token = self._tree.tokens[index]
        if token.dep.startswith("csubj"):
            return token.tag == "VBG"
        if token.tag == "DT":
            return token.text.lower() in ("this", "that")
        return token.pos in ("NOUN", "PROPN") and token.lemma in self._book.acts.words

    def _becomes_target(self, verb: int) -> bool:
        if self._tree.tokens[verb].lemma not in self._book.regards:
            return False
        labels = self._tree.children(verb, "attr", "prep")
        return any(
            response.named and response.kind == "answer"
            for label in labels
            for response in self._responses.find(self._tree.subtree(label))
        )

    def _is_any(self, index: int) -> bool:
        return any(self._tree.tokens[at].lemma in _ALL for at in self._tree.children(index, "det"))

    def _crossing(self, verb: int) -> Iterator[Draft]:
        """Reads "must not cross that line"."""
        thing = self._tree.child(verb, "dobj")
        modals = {self._tree.tokens[at].lemma for at in self._tree.children(verb, "aux")}
        if thing is None or self._tree.tokens[thing].lemma not in self._book.warnings.lines:
            return
        if modals & _MUST and self._tree.is_negated(verb):
            words = frozenset(self._tree.subtree(verb))
            yield Draft(verb, words, rest=frozenset(), certain=True, named=False)

    def _against(self, warning: int) -> Iterator[Draft]:
        """Reads "warned X against selling …", "told not to …" under a word of warning."""
        tree = self._tree
        for preposition in tree.children(warning, "prep"):
            governed = tree.child(preposition, "pcomp", "pobj")
            if tree.tokens[preposition].lemma != "against" or governed is None:
                continue
            if tree.tokens[governed].tag == "VBG" or self._is_act(governed):
                yield self._forbidden(governed)
        for clause in tree.children(warning, "xcomp"):
            if clause > warning and tree.is_negated(clause):
                yield self._forbidden(clause)

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
            if tree.tokens[governed].tag == "VBG" or self._is_act(governed):
                rest = tree.subtree(noun) - tree.subtree(preposition)
                words = tidy(tree, tree.subtree(governed), governed)
                yield Draft(governed, frozenset(words), rest=frozenset(rest))

    def _warned(self, noun: int) -> bool:
        """Whether it stands under a word of warning, or beside one ("issued a warning about …")."""
        words = self._book.warnings.words
        return any(
            self._tree.tokens[at].lemma in words
            for up in self._tree.ancestors(noun)
            for at in (up, *self._tree.children(up, "dobj"))
        )
