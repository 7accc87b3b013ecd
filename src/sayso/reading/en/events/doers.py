"""Who does it, where the grammar of a clause alone would name another or a thing."""

from __future__ import annotations

from collections.abc import Collection

from sayso.reading.en.attribution.somebody import Somebody
from sayso.reading.tree import SUBJECTS, Tree


def is_passive(tree: Tree, index: int, with_object: Collection[str]) -> bool:
    """Whether a verb is in the passive; also one of `with_object` that has no object.

    Reads "the men detained said …" and "Envoy accused of spying".
    """
    if tree.is_passive(index):
        return True
    token = tree.tokens[index]
    if token.tag not in ("VBD", "VBN") or token.lemma not in with_object:
        return False
    return not tree.children(index, "dobj", "aux", "dative", "conj")


def whom_who_means(tree: Tree, somebody: Somebody, verb: int, head: int) -> int:
    """The head of the doer: where a verb has "who", and its noun `head` is a thing, the somebody above it.

    Reads "rebels from the hills, who …".
    """
    own = tree.children(verb, *SUBJECTS)
    if not own or tree.tokens[own[0]].tag != "WP":
        return head
    above = head
    while not somebody.can_act(above):
        preposition = tree.tokens[above].head
        if tree.tokens[above].dep != "pobj" or tree.tokens[preposition].dep != "prep":
            return head
        above = tree.tokens[preposition].head
    return above
