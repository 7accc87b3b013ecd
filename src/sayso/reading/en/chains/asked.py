"""Whose question was answered: "answering a question from X", "in reply to X's query", "asked by X's reporter"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.cues import CueBook
from sayso.reading.tree import Tree

_FROM = frozenset({"from", "of", "by"})


def askers(tree: Tree, book: CueBook, verb: int) -> Iterator[set[int]]:
    """Who may have put the question that the words of a cue answer, by what stands beside the cue."""
    for beside in tree.children(verb, "advcl"):
        if tree.tokens[beside].lemma in book.answering and tree.tokens[beside].tag == "VBG":
            yield from _below(tree, book, beside)
    for preposition in tree.children(verb, "prep"):
        noun = tree.child(preposition, "pobj")
        if noun is None or tree.tokens[preposition].lemma not in ("in", "to"):
            continue
        if tree.tokens[noun].lemma in book.answers or tree.tokens[noun].lemma in book.questions:
            yield from _below(tree, book, preposition)


def _below(tree: Tree, book: CueBook, head: int) -> Iterator[set[int]]:
    """Whose the question is: its owner, or who stands behind "from", "of" or "by"; or who is answered."""
    inside = tree.subtree(head)
    for noun in sorted(inside):
        if tree.tokens[noun].lemma not in book.questions:
            continue
        for owner in tree.children(noun, "poss", "compound", "nmod"):
            yield tree.subtree(owner, without=("case",))
        for preposition in sorted(inside):
            if preposition > noun and tree.tokens[preposition].lemma in _FROM:
                for whom in tree.children(preposition, "pobj"):
                    yield tree.subtree(whom)
        return
    for preposition in sorted(inside):
        if tree.tokens[preposition].lemma == "to":
            for whom in tree.children(preposition, "pobj"):
                yield tree.subtree(whom)
