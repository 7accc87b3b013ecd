"""Where the word of a predicate stands among the tokens."""

from __future__ import annotations

from bisect import bisect_left

from sayso.model.reading import Predicate
from sayso.reading.tree import Tree


def index_of(tree: Tree, predicate: Predicate) -> int | None:
    """The token of a predicate: the last of its trigger's words with its lemma."""
    trigger = predicate.trigger
    at = bisect_left(tree.tokens, trigger.start, key=lambda token: token.start)
    found = None
    while at < len(tree.tokens) and tree.tokens[at].start < trigger.end:
        if tree.tokens[at].lemma == predicate.lemma:
            found = at
        at += 1
    return found


def own_words(tree: Tree, top: int) -> set[int]:
    """The words below a verb or noun, without what verbs joined to it tell for themselves."""
    every = tree.subtree(top) - tree.punctuation
    for at in tree.children(top, "conj"):
        if tree.tokens[at].tag.startswith("VB") and at > top:
            every -= tree.subtree(at)
    return every
