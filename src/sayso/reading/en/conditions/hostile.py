"""Verbs that PLOVER counts as conflict: by themselves words for an adverse answer."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.books.redlines import Pattern, ResponseWords
from sayso.books.senses import Frame, SenseBook
from sayso.model.ledger import Mode
from sayso.reading.tree import PASSIVE_SUBJECTS, Tree

_BOOK = "events:"
_MODES: Mapping[str, Mode] = {
    "ASSAULT": "military",
    "MOBILIZE": "military",
    "SANCTION": "unspecified",
    "COERCE": "unspecified",
}


class Hostile:
    """Tells one article's verbs of conflict by the book of senses."""

    def __init__(self, tree: Tree, senses: SenseBook) -> None:
        self._tree = tree
        self._senses = senses

    def pattern(self, verb: int) -> tuple[Pattern, ...]:
        """The verb as a response, or (): only a sense that its object alone decides is taken."""
        token = self._tree.tokens[verb]
        if not token.tag.startswith("VB"):
            return ()
        for frame in self._senses.verbs.get(token.lemma, ()):
            mode = _mode(frame)
            if mode is not None and self._fits(frame, verb):
                says = ResponseWords("deed", (mode,), named=True, verbs=(token.lemma,))
                return (Pattern((token.lemma,), "VERB", says),)
        return ()

    def _fits(self, frame: Frame, verb: int) -> bool:
        things = self._tree.children(verb, "dobj", *PASSIVE_SUBJECTS)
        lemmas = {
            self._tree.tokens[at].lemma
            for thing in things
            for at in (thing, *self._tree.children(thing, "compound", "amod"))
        }
        if not all(role == "patient" and lemmas & words for role, words in frame.needs):
            return False
        return not any(role == "patient" and lemmas & words for role, words in frame.bars)


def _mode(frame: Frame) -> Mode | None:
    if not frame.sense.startswith(_BOOK):
        return None
    return _MODES.get(frame.sense.removeprefix(_BOOK).partition(".")[0])
