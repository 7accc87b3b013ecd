"""Where and in what something was said: the interview, the briefing, the letter."""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.cues import CueBook
from sayso.reading.en.found import Found
from sayso.reading.tree import SUBJECTS, Tree

_FRAMING = frozenset({"det", "poss", "case", "punct"})
_PARTNERS = frozenset({"with", "by", "for"})
_TOPICS = frozenset({"relcl", "acl", "advcl", "appos"})


class OccasionPhrase(NamedTuple):
    """An occasion as token indexes; `partner` is whom it was with ("an interview with X")."""

    tokens: frozenset[int]
    written: bool
    partner: frozenset[int]


def occasion_of(tree: Tree, book: CueBook, found: Found) -> OccasionPhrase | None:
    """The occasion that the cue's own clause names, outside of what was said."""
    if found.head < 0:
        return None
    verb = found.head
    if tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].dep == "dobj":
        verb = tree.tokens[verb].head
    for head in (verb, *_governing(tree, verb), *_speech_noun(tree, book, verb)):
        phrase = occasion_at(tree, book, head, found.content)
        if phrase is not None:
            return phrase
    return None


def occasion_at(
    tree: Tree, book: CueBook, head: int, outside: set[int] | None = None
) -> OccasionPhrase | None:
    """The occasion among a verb's prepositional phrases and their own."""
    waiting = [p for p in tree.children(head, "prep") if not outside or p not in outside]
    while waiting:
        preposition = waiting.pop(0)
        noun = tree.child(preposition, "pobj")
        if noun is None or (outside and noun in outside):
            continue
        word = tree.tokens[preposition].lemma
        if word in book.occasion_prepositions and _is_occasion(tree, book, noun):
            return _phrase(tree, book, noun)
        waiting.extend(p for p in tree.children(noun, "prep") if not outside or p not in outside)
    return None


def _speech_noun(tree: Tree, book: CueBook, verb: int) -> list[int]:
    """The noun of speech that a verb has for its subject: "her remarks at the forum showed …"."""
    nouns = tree.children(verb, *SUBJECTS)
    return [noun for noun in nouns if tree.tokens[noun].lemma in book.carriers]


def _governing(tree: Tree, verb: int) -> list[int]:
    """The verbs that a participle or an infinitive hangs on."""
    token = tree.tokens[verb]
    if token.dep in ("advcl", "xcomp", "conj", "pcomp") and token.head != verb:
        head = token.head
        return [tree.tokens[head].head if tree.tokens[head].pos in ("ADP", "SCONJ") else head]
    return []


def _is_occasion(tree: Tree, book: CueBook, noun: int) -> bool:
    lemma = tree.tokens[noun].lemma
    if lemma in book.occasions:
        return True
    compound = [tree.tokens[child].lemma for child in tree.children(noun, "compound", "amod")]
    return any(f"{word} {lemma}" in book.occasions for word in compound)


def _phrase(tree: Tree, book: CueBook, noun: int) -> OccasionPhrase:
    whole = tree.subtree(noun, without=_TOPICS)
    framing = {child for child in tree.children(noun, *_FRAMING) if child < noun}
    for child in sorted(framing):
        framing |= tree.subtree(child) if tree.tokens[child].dep == "poss" else {child}
    partner: frozenset[int] = frozenset()
    for preposition in tree.children(noun, "prep"):
        governed = tree.child(preposition, "pobj")
        if governed is not None and tree.tokens[preposition].lemma in _PARTNERS:
            partner = frozenset(tree.subtree(governed, without=_TOPICS))
            break
    kept = whole - framing
    high = noun
    while high + 1 in kept:
        high += 1
    low = noun
    while low - 1 in kept:
        low -= 1
    return OccasionPhrase(
        frozenset(range(low, high + 1)), tree.tokens[noun].lemma in book.written, partner
    )
