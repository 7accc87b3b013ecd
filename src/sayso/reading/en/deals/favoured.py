"""For whom something is given up: "parted with its tanks in favour of Oslo"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.reading.tree import Tree

_FAVOUR = frozenset({"favour", "favor", "benefit", "disposal"})
_IN = frozenset({"in", "for", "at"})


def favoured(tree: Tree, carriers: Iterable[int]) -> Iterator[int]:
    """Those in whose favour it is, by the words that a verb or its objects hold."""
    for carrier in carriers:
        for preposition in tree.children(carrier, "prep"):
            favour = tree.child(preposition, "pobj")
            if favour is None or tree.tokens[favour].lemma not in _FAVOUR:
                continue
            if tree.tokens[preposition].lemma in _IN:
                for of in tree.children(favour, "prep"):
                    yield from tree.children(of, "pobj")
                yield from tree.children(favour, "poss")
