"""Those who stand for a group: "countries including Oslo", "among them Oslo", "Oslo is among the states to which"."""

from __future__ import annotations

from collections.abc import Collection

from sayso.reading.tree import SUBJECTS, Tree

_SUCH = frozenset({"include", "including", "like", "as", "such"})
_AMONG = frozenset({"among", "amongst"})
_RELATIVE = frozenset({"WDT", "WP"})
_NEAR = 4  # tokens from a group to "among them"


def listed(tree: Tree, head: int, groups: Collection[str]) -> list[int]:
    """The heads of the names that are told of a group; [] where none are, or it is no group."""
    at = _antecedent(tree, head)
    if tree.tokens[at].lemma not in groups:
        return []
    return _included(tree, at) or _among_them(tree, at) or _said_to_be(tree, at)


def _antecedent(tree: Tree, head: int) -> int:
    if tree.tokens[head].tag in _RELATIVE:
        for up in tree.ancestors(head):
            if tree.tokens[up].dep == "relcl":
                return tree.tokens[up].head
    return head


def _included(tree: Tree, group: int) -> list[int]:
    """Reads "countries including *Oslo and Riga*", "such as *Oslo*"."""
    found: list[int] = []
    waiting = tree.children(group, "prep", "amod", "acl")
    for preposition in waiting:
        if tree.tokens[preposition].lemma in _SUCH and preposition > group:
            waiting += tree.children(preposition, "prep")
            found += tree.children(preposition, "pobj", "dobj")
    return _names(tree, found)


def _among_them(tree: Tree, group: int) -> list[int]:
    """Reads "30 countries, among them *Oslo and Riga*"."""
    last = min(group + _NEAR, len(tree.tokens) - 1)
    for at in range(group + 1, last):
        if tree.tokens[at].lemma in _AMONG and tree.tokens[at + 1].pos == "PRON":
            beside = [*tree.children(at, "pobj"), *tree.children(at + 1, "appos")]
            return _names(tree, beside)
    return []


def _said_to_be(tree: Tree, group: int) -> list[int]:
    """Reads "*Oslo and Riga* are among the states to which", "is one of the states"."""
    preposition = tree.tokens[group].head
    above = tree.tokens[preposition].head
    if tree.tokens[preposition].lemma == "of" and tree.tokens[above].dep == "attr":
        above = tree.tokens[above].head
    elif tree.tokens[preposition].lemma not in _AMONG:
        return []
    return _names(tree, tree.children(above, *SUBJECTS)) if tree.tokens[above].lemma == "be" else []


def _names(tree: Tree, heads: Collection[int]) -> list[int]:
    return [at for at in heads if tree.tokens[at].pos == "PROPN"]
