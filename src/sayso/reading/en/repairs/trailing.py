"""Conditions behind a participle of warning: "spoke of its fears, warning of war if | Oslo were to land"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.repairs.repair import Change, Repair, Seen

_MARKS = frozenset({"if", "unless", "should", "once"})
_OF = frozenset({"of", "about", "that"})


def conditions(seen: Seen) -> Iterator[Change]:
    """Hangs a condition behind the participle on what is feared, not on the verb before it: it is told with it."""
    tree, tokens = seen.tree, seen.tree.tokens
    for warning in seen.places:
        above = tokens[warning].head
        held = [at for at in tree.children(warning, "prep") if tokens[at].lemma in _OF]
        if not held or above >= warning or tokens[warning - 1].text != ",":
            continue
        feared = tree.child(held[-1], "pobj")
        for clause in (*tree.children(above, "advcl"), *tree.children(warning, "advcl")):
            marks = {tokens[at].lemma for at in tree.children(clause, "mark", "aux")}
            if feared is not None and clause > feared and marks & _MARKS:
                yield clause, {"head": feared}


CONDITIONS = Repair(
    conditions,
    tags=frozenset({"VBG"}),
    deps=frozenset({"advcl", "acl", "conj"}),
    lemmas=lambda _: ("warn", "threaten", "caution", "speak"),
)
