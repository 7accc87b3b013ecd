"""Acts that somebody undergoes, told otherwise than in the passive: "comes under attack", "is closed"."""

from __future__ import annotations

from collections.abc import Collection

from sayso.reading.tree import Tree

_UNDERGOING = frozenset({"come", "be", "fall"})
_ALSO = frozenset({"fire", "bombardment", "siege", "shelling", "threat", "occupation"})
# Participles that the parser takes for adjectives.
_DONE = frozenset(
    {
        "closed",
        "shut",
        "blocked",
        "sealed",
        "banned",
        "barred",
        "suspended",
        "detained",
        "jailed",
        "seized",
    }
)


def undergone(tree: Tree, verb: int, hostile: Collection[str]) -> int | None:
    """The act in "if the port comes under attack by Oslo": a passive in other words."""
    for at in tree.children(verb, "prep") if tree.tokens[verb].lemma in _UNDERGOING else ():
        act = tree.child(at, "pobj")
        if act is not None and tree.tokens[at].lemma == "under":
            words = {tree.tokens[act].lemma, tree.tokens[act].text.lower()}
            return act if any(one in hostile or one in _ALSO for one in words) else None
    return None


def is_done(tree: Tree, head: int) -> bool:
    """Reads "if our port *is closed*": what somebody has done to it, told by an adjective."""
    labels = [head, *tree.children(head, "acomp")]
    state = next((at for at in labels if tree.tokens[at].pos == "ADJ"), None)
    return state is not None and tree.tokens[state].lemma in _DONE
