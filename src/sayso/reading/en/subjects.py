"""Subjects that the parser took for an apposition of the phrase before them.

"In an interview with the weekly, | the painter Lia Berg | said …": a finite verb without a subject, and
a fronted phrase that ends right before it with a noun phrase set off by a comma. That is its subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.reading import Sentence, Token
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})


def hang_subjects(tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> tuple[Token, ...]:
    """The same tokens, with such subjects hung on their verbs."""
    tree = Tree(tokens, sentences)
    mended = list(tokens)
    for subject, verb in _found(tree):
        dep = "nsubjpass" if tree.is_passive(verb) else "nsubj"
        mended[subject] = tokens[subject]._replace(head=verb, dep=dep)
    return tuple(mended)


def _found(tree: Tree) -> Iterator[tuple[int, int]]:
    for verb, token in enumerate(tree.tokens):
        helped = tree.children(verb, "aux", "auxpass")
        finite = token.tag in _FINITE or any(
            tree.tokens[at].tag == "MD" or tree.tokens[at].tag in _FINITE for at in helped
        )
        if token.pos not in ("VERB", "AUX") or not finite:
            continue
        if tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS, "csubj", "expl"):
            continue
        for preposition in tree.children(verb, "prep"):
            subject = _within(tree, preposition, verb)
            if subject is not None:
                yield subject, verb
                break


def _within(tree: Tree, preposition: int, verb: int) -> int | None:
    """The noun phrase after a comma that ends the fronted phrase, right before the verb."""
    phrase = tree.subtree(preposition)
    last = max(phrase)
    between = range(last + 1, verb)
    if last > verb or any(
        tree.tokens[at].dep not in _BEFORE_VERB and tree.tokens[at].text != "," for at in between
    ):
        return None
    ending = [at for at in sorted(phrase) if tree.tokens[at].pos != "PUNCT"][-1]
    for at in sorted(phrase, key=lambda at: len(list(tree.ancestors(at)))):
        inside = tree.subtree(at)
        set_off = tree.tokens[min(inside) - 1].text == "," and min(inside) > preposition
        if tree.tokens[at].dep == "appos" and set_off and ending in inside:
            return at
    return None
