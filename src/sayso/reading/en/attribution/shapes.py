"""Contents in shapes of their own: infinitives, gerunds, what is asked for, pictures, estimates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sayso.reading.en.attribution.participants import ASKED
from sayso.reading.tree import Tree


def has_to(tree: Tree, clause: int) -> bool:
    """Whether a clause is an infinitive with "to"."""
    return tree.tokens[clause].tag.startswith("VB") and any(
        tree.tokens[child].tag == "TO" for child in tree.children(clause, "aux")
    )


def _appeals(tree: Tree, index: int) -> Iterator[set[int]]:
    """What is asked for: "called on Oslo (to wait)", "called for (both sides to wait)"."""
    asked = any(tree.tokens[at].lemma in ASKED for at in tree.children(index, "prep"))
    for clause in tree.children(index, "xcomp", "advcl", "ccomp"):
        if clause < index or not has_to(tree, clause):
            continue
        marks = {at for at in tree.children(clause, "mark") if tree.tokens[at].lemma == "for"}
        if marks or asked:
            yield tree.subtree(clause) - marks


def _infinitives(tree: Tree, index: int) -> Iterator[set[int]]:
    for clause in tree.children(index, "xcomp", "ccomp"):
        if clause > index and has_to(tree, clause):
            yield tree.subtree(clause)


def asked_of(tree: Tree, index: int) -> Iterator[set[int]]:
    """Reads "asked (anyone with a boat) | to help", where the infinitive was hung on the last noun."""
    whom = tree.child(index, "dobj")
    if whom is None or whom < index:
        return
    inside = tree.subtree(whom).union(*map(tree.subtree, tree.children(index, "prep")))
    for clause in sorted(at for at in inside if at > whom):
        told = tree.tokens[clause].dep == "acl" and has_to(tree, clause)
        if told and tree.tokens[clause].head != whom and max(tree.subtree(clause)) == max(inside):
            yield tree.subtree(clause)
            return


def _gerunds(tree: Tree, index: int) -> Iterator[set[int]]:
    """A verb in -ing, with its subject or without: "recalled (him saying that …)"."""
    for clause in tree.children(index, "xcomp", "ccomp"):
        bare = tree.tokens[clause].dep == "xcomp" or not tree.children(clause, "aux", "mark")
        if clause > index and tree.tokens[clause].tag == "VBG" and bare:
            yield tree.subtree(clause)


def _estimates(tree: Tree, index: int) -> Iterator[set[int]]:
    """An object and a number after "at": "put (the toll at 12)"."""
    thing = tree.child(index, "dobj")
    for preposition in tree.children(index, "prep"):
        number = tree.child(preposition, "pobj")
        if thing is None or not index < thing < preposition or number is None:
            continue
        group = (number, *tree.children(number, "nummod"))
        if tree.tokens[preposition].lemma == "at" and any(
            tree.tokens[at].tag == "CD" for at in group
        ):
            yield tree.subtree(thing) | tree.subtree(preposition)


def _pictures(tree: Tree, index: int) -> Iterator[set[int]]:
    """An object and what it does: "polls show (the mayor leading by a nose)"."""
    for thing in tree.children(index, "dobj", "ccomp"):
        doing = [thing] if tree.tokens[thing].dep == "ccomp" else tree.children(thing, "acl")
        if thing > index and any(tree.tokens[at].tag == "VBG" for at in doing):
            yield tree.subtree(thing)


# Frames that a verb's own words settle, the most telling first.
SHAPES: Mapping[str, Callable[[Tree, int], Iterator[set[int]]]] = {
    "appeal": _appeals,
    "estimate": _estimates,
    "picture": _pictures,
    "infinitive": _infinitives,
    "gerund": _gerunds,
}
