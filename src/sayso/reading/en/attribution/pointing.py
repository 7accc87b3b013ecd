"""Whom "she" is in "she said", where the one who spoke before has an office and no name."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.text import Party
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import head_of
from sayso.reading.en.chains.chains import Chains, Told
from sayso.reading.en.chains.links import holds
from sayso.reading.tree import Tree

_NOT = {"he": "woman", "she": "man"}
_ARTICLES = frozenset({"a", "an", "the"})
_SINGULAR = frozenset({"NN", "NNP"})


def unnamed_before(
    tree: Tree, chains: Chains, one: Found, party: Party, before: Sequence[Told]
) -> str | None:
    """The words for the holder of an office who spoke last, in this paragraph or the one before; else None.

    Anybody else who spoke between, by name or not, leaves the pronoun open.
    """
    other = _NOT.get(party.name.lower())
    if other is None or party.actor is not None or party.resolved is not None:
        return None
    for last in reversed(before):
        if chains.paragraph(one) - chains.paragraph(last.found) > 1:
            return None
        if any(holds(outer.found, last.found) for outer in before) or not last.found.speaker:
            continue
        who = last.attribution.speaker
        if who is None or who.actor is not None or who.resolved is not None or not who.role:
            return None
        if who.name.lower() in _NOT:
            return who.role if who.name.lower() == party.name.lower() else None
        head = tree.tokens[head_of(tree, last.found.speaker)]
        single = head.tag in _SINGULAR and (who.count or 1) == 1
        fits = single and not (head.lemma.lower().endswith(other) and not _both(head.lemma, other))
        return _bare(who.name) if fits else None
    return None


def _both(lemma: str, other: str) -> bool:
    """Whether the ending is that of the other word: "spokeswoman" ends in "man" too."""
    return other == "man" and lemma.lower().endswith("woman")


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in _ARTICLES and rest else name
