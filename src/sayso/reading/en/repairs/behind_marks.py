"""Objects behind a phrase in quotation marks: "would suppress “by all means” | any work |"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen
from sayso.reading.tree import Tree

_CLOSING = frozenset({"''", "”", '"', "’", "»"})
_STARTS = frozenset({"DT", "PRP$", "CD"})


def behind_marks(seen: Seen) -> Iterator[Change]:
    """Gives a verb the object that was taken for an apposition to the last noun within the marks."""
    tree, tokens = seen.tree, seen.tree.tokens
    for at in seen.places:
        verb = _above(tree, at)
        if verb is None or tree.children(verb, "dobj", "auxpass", "ccomp", "xcomp"):
            continue
        first = min(tree.subtree(at))
        closed = tokens[first - 1].tag in _CLOSING or tokens[first - 1].text in _CLOSING
        if closed and tokens[first].tag in _STARTS:
            yield at, {"head": verb, "dep": "dobj"}


def _above(tree: Tree, noun: int) -> int | None:
    """The verb whose preposition governs what a noun was taken to stand beside."""
    beside = tree.tokens[noun].head
    preposition = tree.tokens[beside].head
    verb = tree.tokens[preposition].head
    governed = tree.tokens[beside].dep == "pobj" and tree.tokens[preposition].dep == "prep"
    return verb if governed and tree.tokens[verb].tag.startswith("VB") and verb < noun else None


BEHIND_MARKS = Repair(behind_marks, deps=frozenset({"appos"}))
