"""Nouns that tell a deal as a fact: "Oslo's order for tanks is on schedule", "received an order", "is a gift"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.deals import DealWords
from sayso.model.reading import Predicate
from sayso.reading.en.deals.marks import Governor
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

# Prepositions behind which a deed that is somebody's has been done: "after Oslo's purchase of".
_DONE = frozenset({"after", "since", "despite", "following", "for", "over"})
_OPEN = frozenset({"MD", "TO"})


def is_fact(
    tree: Tree, words: DealWords, index: int, predicate: Predicate, governors: Sequence[Governor]
) -> bool:
    """Whether a noun tells a deed that was done: its verb tells so, or it is somebody's, and nothing leaves it open."""
    token = tree.tokens[index]
    if token.tag.startswith("VB") or governors or predicate.condition is not None:
        return False
    if predicate.negated or predicate.modality != "asserted" or is_to_come(tree, words, index):
        return False
    above = tree.tokens[token.head]
    if any(tree.tokens[at].tag in _OPEN for at in tree.children(token.head, "aux")):
        return False
    if token.dep == "dobj":
        return above.tag in ("VBD", "VBN") and above.lemma in words.winning
    return is_on_order(tree, index) or _is_told(tree, words, index)


def _is_told(tree: Tree, words: DealWords, index: int) -> bool:
    """Whether a noun tells a deed by what it is of, or whose it is."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if token.dep == "attr":
        return above.lemma == "be" and token.head != index
    if not _is_owned(tree, index):
        return False
    if token.dep in SUBJECTS or token.dep in PASSIVE_SUBJECTS:
        return above.lemma not in words.pending
    return token.dep == "pobj" and above.lemma.lower() in _DONE


def is_on_order(tree: Tree, index: int) -> bool:
    """Reads "two frigates *on order* for Oslo", "two frigates *on loan* from Oslo"."""
    token = tree.tokens[index]
    bare = index > 1 and not tree.children(index, "det", "poss", "amod")
    return (
        token.text in ("order", "loan", "lease")
        and tree.tokens[index - 1].text.lower() == "on"
        and bare
    )


def _is_owned(tree: Tree, index: int) -> bool:
    """Reads "Oslo's order", "an order by Oslo"."""
    words = ("by", "from") if tree.tokens[index].lemma in ("order", "contract") else ("by",)
    by = any(tree.tokens[at].lemma in words for at in tree.children(index, "prep", "agent"))
    return by or bool(tree.children(index, "poss"))


def is_to_come(tree: Tree, words: DealWords, index: int) -> bool:
    """Reads "its planned order"."""
    before = tree.children(index, "amod", "det", "compound")
    return any(tree.tokens[at].lemma in words.planned for at in before)
