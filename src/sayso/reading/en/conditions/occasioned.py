"""Acts that a deed to come is told upon: "upon any postponement", "with the next balloon the border will be shut"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.drafts import Draft, has_modal, tidy
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import Tree

_UPON = frozenset({"upon", "with", "after"})
_NEXT = frozenset({"any", "next", "first", "another", "second", "further"})


def upon(tree: Tree, acts: Acts, responses: Responses, verb: int) -> Iterator[Draft]:
    """The condition in a phrase beside a verb to come, where what will be done is adverse."""
    for preposition in tree.children(verb, "prep") if has_modal(tree, verb) else ():
        act = tree.child(preposition, "pobj")
        if act is None or tree.tokens[preposition].lemma not in _UPON:
            continue
        before = {tree.tokens[at].lemma for at in tree.children(act, "det", "amod")}
        if not before & _NEXT or not acts.is_act(act):
            continue
        words = frozenset(tidy(tree, tree.subtree(preposition), act))
        rest = frozenset(tree.subtree(verb) - words)
        rest -= {at for at in tree.children(verb, "mark", "cc", "punct") if at < verb}
        if responses.find(rest):
            yield Draft(act, words, rest=rest)
