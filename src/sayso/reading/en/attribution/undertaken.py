"""Deeds that verbs and nouns of saying name: charges and sentences, entries in lists, words of others that are ignored."""

from __future__ import annotations

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.participants import agent_of
from sayso.reading.tree import Tree

_SAYS = frozenset({"clause", "quote", "before", "label"})


def is_undertaken(tree: Tree, book: CueBook, head: int, frame: str, *, quoted: bool) -> bool:
    """Whether the cue in this frame tells what was done, and no words."""
    token = tree.tokens[head]
    if token.pos == "NOUN":
        return _is_of_others(tree, book, head) or _is_withheld(tree, book, head)
    if quoted or token.pos != "VERB":
        return False
    if token.lemma in book.unheeding and frame in ("object", "judgement"):
        return any(tree.tokens[at].lemma in book.nouns for at in tree.children(head, "dobj"))
    if token.lemma in book.lawful:
        return frame not in _SAYS
    listed = token.lemma in book.listing and tree.is_passive(head)
    return listed and agent_of(tree, head) is None


def _is_of_others(tree: Tree, book: CueBook, noun: int) -> bool:
    """Reads "Ignored calls for a vote": the words of others, of whom nobody is named."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head].lemma
    return token.dep == "dobj" and above in book.unheeding and not tree.children(noun, "poss")


def _is_withheld(tree: Tree, book: CueBook, noun: int) -> bool:
    """Reads "Did not give much detail about …": what nobody said."""
    token = tree.tokens[noun]
    lent = tree.tokens[token.head].lemma in book.light | {"provide"}
    return token.dep == "dobj" and lent and tree.is_negated(token.head)
