"""Modality of what was said: asserted, possible, hypothetical, or what the cue itself settles."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.model.ledger import Modality
from sayso.reading.en.found import Found
from sayso.reading.tree import Tree


def modality_of(tree: Tree, book: CueBook, found: Found) -> Modality:
    """The modality of a content. A condition anywhere in it makes it hypothetical."""
    if found.modality is not None:
        return found.modality
    if found.act == "intention":
        return "planned"
    if _conditional(tree, found.content):
        return "hypothetical"
    head = _head(tree, found.content)
    modals = {
        tree.tokens[child].lemma
        for child in tree.children(head)
        if tree.tokens[child].dep in ("aux", "advmod", "amod")
    }
    return "possible" if modals & book.possible else "asserted"


def _conditional(tree: Tree, content: Collection[int]) -> bool:
    """Reads "if", "unless", or an inverted "should the missiles arrive", "were it to happen"."""
    for index in content:
        token = tree.tokens[index]
        if token.lemma in ("if", "unless") and token.dep == "mark":
            return True
        if token.text in ("should", "were", "had") and token.dep in ("aux", "auxpass"):
            verb = tree.tokens[token.head]
            subjects = tree.children(token.head, "nsubj", "nsubjpass")
            if verb.dep == "advcl" and subjects and index < min(subjects):
                return True
    return False


def _head(tree: Tree, content: Collection[int]) -> int:
    """The content's highest token."""
    for index in sorted(content):
        head = tree.tokens[index].head
        if (head not in content or head == index) and tree.tokens[index].pos != "PUNCT":
            return index
    return min(content)
