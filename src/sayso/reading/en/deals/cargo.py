"""What comes or goes: the weapons that travel themselves, or that a ship, a plane or a train carries."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.deals import DealWords
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.weapons import Weapons
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# What a name with an article is that carries nothing: "the Kremlin", "the Danes".
_SOMEBODY = ("GPE", "NORP", "PERSON", "LOC")


class Cargo:
    """The heads of the noun phrases that a word of coming or going is about."""

    def __init__(self, tree: Tree, words: DealWords, clauses: Clauses, weapons: Weapons) -> None:
        self._tree = tree
        self._words = words
        self._clauses = clauses
        self._weapons = weapons

    def of(self, index: int) -> Iterator[int]:
        """What the doer carries, else the doer; nothing where a pronoun hides it."""
        brought = self._tree.children(index, "dobj", *PASSIVE_SUBJECTS)
        doer = self._traveller(index)
        lemma = self._tree.tokens[index].lemma
        if brought and lemma in self._words.loaded | self._words.unloading:
            # "a freighter brought rifles", "rifles were flown in"
            anybody = doer is None or lemma in self._words.unloading
            if anybody or (doer is not None and self._is_carrier(doer)):
                yield from map(self._clauses.antecedent, brought)
            return
        if doer is None or self._tree.tokens[doer].pos == "PRON":
            return
        carried = list(self._carried(doer, index))
        yield from carried or [doer]

    def is_carried(self, head: int) -> bool:
        """Whether it is told of something as the load of a ship, a plane or a train."""
        tree = self._tree
        at = head
        while tree.tokens[at].dep in ("pobj", "dobj", "prep", "acl", "conj"):
            at = tree.tokens[at].head
            if tree.tokens[at].pos in ("NOUN", "PROPN") and self._is_carrier(at):
                return True
        doer = tree.child(at, *SUBJECTS) if at != head else None
        return doer is not None and self._is_carrier(doer)

    def _is_carrier(self, noun: int) -> bool:
        """Whether it carries others: a ship, a plane, or what only its name tells ("the Ocean Trader")."""
        token = self._tree.tokens[noun]
        if token.lemma.lower() in self._words.carrying:
            return True
        before = [self._tree.tokens[at].text.lower() for at in self._tree.children(noun, "det")]
        somebody = token.entity.endswith(_SOMEBODY) or self._weapons.is_actor(noun)
        return token.pos == "PROPN" and before == ["the"] and not somebody

    def _traveller(self, index: int) -> int | None:
        """Who comes or goes: also in "are on their way to"."""
        tree = self._tree
        token = tree.tokens[index]
        if token.tag == "VBN" and token.dep == "acl" and tree.tokens[token.head].dep == "ROOT":
            return None if token.lemma in self._words.loaded else token.head  # "A ship | sailed |"
        if token.tag.startswith("VB"):
            return self._clauses.doer(index)
        preposition = tree.tokens[index].head
        verb = tree.tokens[preposition].head
        if tree.tokens[preposition].lemma != "on" or verb == preposition:
            return None
        if tree.tokens[verb].pos == "NOUN":  # "rifles on their way to"
            return verb
        subject = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        return None if subject is None else self._clauses.antecedent(subject)

    def _carried(self, doer: int, index: int) -> Iterator[int]:
        """Reads "a freighter carrying rifles", "a train with tanks", and "left with rifles aboard"."""
        tree, words = self._tree, self._words
        if not self._is_carrier(doer):
            return
        for at in (doer, index):
            for child in tree.children(at, "acl", "advcl"):
                if tree.tokens[child].lemma in words.loaded:
                    yield from tree.children(child, "dobj")
                    for preposition in tree.children(child, "prep"):
                        if tree.tokens[preposition].lemma == "with":
                            yield from tree.children(preposition, "pobj")
            for preposition in tree.children(at, "prep"):
                if tree.tokens[preposition].lemma in ("with", "of"):
                    yield from tree.children(preposition, "pobj")
