"""Sentences that only say whose the words before them were.

"The statement came from X and was reported by Y", "The remarks were made during an interview": the
subject stands for what was said before, and the sentence names its source, its carrier or its occasion.
"""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.model.ledger import How
from sayso.reading.en.attribution.occasions import OccasionPhrase, occasion_at
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})


class Resourced(NamedTuple):
    """What such a sentence adds to the statements before it."""

    sentence: int
    verb: int
    speaker: frozenset[int] | None
    relay: tuple[frozenset[int], How] | None
    occasion: OccasionPhrase | None


def find_resourcing(tree: Tree, book: CueBook) -> list[Resourced]:
    """All such sentences, in text order."""
    found: list[Resourced] = []
    for index, token in enumerate(tree.tokens):
        if token.tag.startswith("VB") and token.lemma in book.carrier_verbs:
            carrier = tree.child(index, *SUBJECTS, *PASSIVE_SUBJECTS)
            if carrier is not None and stands_for_words(tree, book, carrier):
                one = _resourced(tree, book, index)
                if one.speaker or one.relay or one.occasion:
                    found.append(one)
    return found


def stands_for_words(tree: Tree, book: CueBook, noun: int) -> bool:
    """Whether a definite noun of speech refers back to words ("The message", "This warning")."""
    if tree.tokens[noun].lemma not in book.carriers:
        return False
    if tree.children(noun, "prep", "relcl", "acl"):
        return False
    before = tree.children(noun, "det", "poss")
    return any(tree.tokens[child].text.lower() in _DEFINITE for child in before)


def _resourced(tree: Tree, book: CueBook, verb: int) -> Resourced:
    speaker: frozenset[int] | None = None
    relay: tuple[frozenset[int], How] | None = None
    for one in (verb, *tree.children(verb, "conj")):
        lemma = tree.tokens[one].lemma
        by = tree.child(one, "agent")
        agent = tree.child(by, "pobj") if by is not None else None
        if agent is not None and lemma in book.relays:
            relay = (frozenset(noun_phrase(tree, agent)), book.relays[lemma])
        elif agent is not None and lemma in book.carrier_verbs:
            speaker = frozenset(noun_phrase(tree, agent))
        for preposition in tree.children(one, "prep"):
            source = tree.child(preposition, "pobj")
            if source is not None and tree.tokens[preposition].lemma == "from":
                speaker = frozenset(noun_phrase(tree, source))
    return Resourced(tree.sentence(verb), verb, speaker, relay, occasion_at(tree, book, verb))
