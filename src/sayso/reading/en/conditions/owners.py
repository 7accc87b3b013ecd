"""Whose act a noun for one is: "Oslo's blockade", "the Danish blockade", "a landing of Danish troops"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.model.text import Party
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import possessor

_BEFORE = ("amod", "compound")


class Owners:
    """Reads who does what one article's nouns for acts tell."""

    def __init__(self, evidence: Evidence, book: RedLineBook) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._moving = book.acts.moving | book.acts.changing

    def of(self, noun: int) -> Party | None:
        """The owner of an act, the people or state before it, or whose the things are that are moved."""
        owner = possessor(self._tree, noun)
        if owner:
            return self._evidence.party(owner)
        for before in (*self._tree.children(noun, *_BEFORE), *self._moved(noun)):
            party = self._evidence.party({before})
            state = party.actor in self._evidence.powers and self._tree.tokens[before].pos != "NOUN"
            if state or self._tree.tokens[before].entity.endswith("NORP"):
                return party
        return None

    def _moved(self, noun: int) -> Iterator[int]:
        """Reads "a landing of Danish troops", "a rise in Danish tolls": the words before what somebody moves that is his."""
        tree = self._tree
        if tree.tokens[noun].lemma not in self._moving:
            return
        for of in tree.children(noun, "prep"):
            moved = tree.child(of, "pobj")
            if tree.tokens[of].lemma in ("of", "in") and moved is not None:
                yield from tree.children(moved, *_BEFORE)
