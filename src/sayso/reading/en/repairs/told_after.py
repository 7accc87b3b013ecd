"""Tellers behind their verbs, which the parser took for objects: "Missiles will fly, | warned General Berg".

It knows "said" before a name, and hangs most other verbs of saying on what they tell as one more clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.model.reading import Sentence
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.en.repairs.phrases import is_phrase, main_before
from sayso.reading.en.repairs.repair import Change, Repair, Seen, with_frame
from sayso.reading.en.repairs.tellers import (
    PARTING,
    as_subject,
    behind,
    is_somebody,
    may_tell,
)
from sayso.reading.en.tags import PAST_FORMS
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# What a teller behind the verb is taken for.
_TAKEN = ("dobj", "nsubj", "npadvmod", "oprd", "attr", "appos")
_ALL_SUBJECTS = (*SUBJECTS, *PASSIVE_SUBJECTS)
_PLACING = frozenset({"in", "on", "at", "during", "after", "before", "late", "early"})
_TIMES = ("DATE", "TIME")


def told_after(seen: Seen) -> Iterator[Change]:
    """Reads "Missiles will fly, warned General Berg": who tells behind the verb was taken for its object.

    The verb then hangs on what is told as one more clause; an object behind a comma and a bare verb is rare.
    """
    tree, book, sentence = seen.tree, seen.book, seen.sentence
    for verb in seen.places:
        if tree.tokens[verb - 1].text not in PARTING or not may_tell(tree, book, verb):
            continue
        if _stands_before(tree, book, verb, sentence):
            continue
        objects = (at for at in tree.children(verb, *_TAKEN) if at > verb)
        thing = next((at for at in objects if min(tree.subtree(at)) == verb + 1), None)
        told = main_before(tree, sentence, verb)
        if thing is None or told is None or tree.tokens[told].dep in _ALL_SUBJECTS:
            continue
        teller = range(verb + 1, max(noun_phrase(tree, thing)) + 1)
        if not is_phrase(tree, teller) or not _is_named(tree, teller):
            continue
        if not _ends(tree, teller[-1] + 1, sentence):
            continue
        yield from behind(tree, book, verb, told, teller, sentence, None)
        yield from as_subject(verb, [thing])
        for at in tree.children(verb, *_ALL_SUBJECTS):
            if at < verb:
                yield at, {"head": told, "dep": "dep"}


def _stands_before(tree: Tree, book: CueBook, verb: int, sentence: Sentence) -> bool:
    """Whether who tells stands before the verb, between commas: "…, the owner, Lia Berg, told Ana Paz"."""
    first = verb - 1
    while first > sentence.first and tree.tokens[first - 1].text != ",":
        first -= 1
    between = range(first, verb - 1)
    return first > sentence.first and is_phrase(tree, between) and is_somebody(tree, book, between)


def _is_named(tree: Tree, phrase: range) -> bool:
    return any(tree.tokens[at].pos == "PROPN" for at in phrase)


def _ends(tree: Tree, at: int, sentence: Sentence) -> bool:
    """Whether nothing is told behind the teller but when and where."""
    if at >= sentence.last:
        return True
    token = tree.tokens[at]
    return token.pos == "PUNCT" or token.lemma in _PLACING or token.entity.endswith(_TIMES)


TOLD_AFTER = Repair(told_after, tags=PAST_FORMS, lemmas=lambda book: with_frame(book, "clause"))
