"""Acts that somebody undergoes, told by an active verb: "if the port comes under attack"."""

from __future__ import annotations

from collections.abc import Collection

from sayso.reading.tree import Tree

_UNDERGOING = frozenset({"come", "be", "fall"})
_ALSO = frozenset({"fire", "bombardment", "siege", "shelling", "threat", "occupation"})


def undergone(tree: Tree, verb: int, hostile: Collection[str]) -> int | None:
    """The act in "if the port comes under attack by Oslo": a passive in other words."""
    for at in tree.children(verb, "prep") if tree.tokens[verb].lemma in _UNDERGOING else ():
        act = tree.child(at, "pobj")
        if act is not None and tree.tokens[at].lemma == "under":
            words = {tree.tokens[act].lemma, tree.tokens[act].text.lower()}
            return act if any(one in hostile or one in _ALSO for one in words) else None
    return None
