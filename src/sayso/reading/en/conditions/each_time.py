"""Conditions told as a time that comes again: "every time Oslo …", "whenever Oslo …", "next time Oslo …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.drafts import Draft, clause_after, has_modal, tidy
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_EACH = frozenset({"each", "every", "any", "next"})
_CLAUSES = ("relcl", "acl", "ccomp", "advcl")


def each_time(tree: Tree, index: int) -> Iterator[Draft]:
    """The condition that a "time" or a "whenever" opens, where what follows is still to come."""
    token = tree.tokens[index]
    if token.lemma == "time" and token.pos == "NOUN":
        before = tree.children(index, "det", "amod")
        first = min((at for at in before if tree.tokens[at].lemma in _EACH), default=None)
        clauses = [at for at in tree.children(index, *_CLAUSES) if at > index]
        if first is None:
            return
        if not clauses and token.dep == "npadvmod" and token.head > index:
            clauses = [token.head]  # "next time Oslo closes it, it will pay", hung on "closes"
        behind = clause_after(tree, index)
        if not clauses and behind is not None:
            clauses = [behind]
    elif token.lemma == "whenever" and token.dep == "advmod":
        first, clauses = index, [token.head]
    else:
        return
    for clause in clauses:
        raised = tree.child(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
        above = tree.tokens[clause].head if clause == token.head else token.head
        if raised is None or raised < index or not _is_to_come(tree, clause, above):
            continue
        marker = frozenset(range(first, index + 1))
        words = {at for at in tree.subtree(clause) if at > index}
        yield Draft(clause, frozenset(tidy(tree, words, clause)), marker, certain=True)


def _is_to_come(tree: Tree, clause: int, above: int) -> bool:
    """Whether it is no habit that is told: "will", and no past."""
    now = tree.tokens[clause].tag != "VBD" or has_modal(tree, above)
    return now and above != clause and has_modal(tree, above)
