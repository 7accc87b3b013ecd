"""What a letter says, told by a participle behind it: "sent a letter to the chairman, calling for talks"."""

from __future__ import annotations

from typing import NamedTuple

from sayso.books.telling import TellingBook
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.tree import Tree


class Letter(NamedTuple):
    """The verb that sends it, and the head of whoever is written to."""

    sent: int
    hearer: int


def letter_of(tree: Tree, telling: TellingBook, verb: int) -> Letter | None:
    """The letter whose content a participle begins; it may hang on the verb, the letter or who is written to."""
    token = tree.tokens[verb]
    if token.tag != "VBG" or token.dep not in ("advcl", "acl", "pcomp"):
        return None
    sent = token.head
    while tree.tokens[sent].pos != "VERB" and tree.tokens[sent].head != sent:
        sent = tree.tokens[sent].head
    if sent >= verb or tree.tokens[sent].lemma not in telling.writing:
        return None
    for holder in (sent, *tree.children(sent, "dobj")):
        for to in tree.children(holder, "prep", "dative"):
            if tree.tokens[to].pos in NOUNS and to < verb:
                return Letter(sent, to)
            hearer = tree.child(to, "pobj")
            if tree.tokens[to].lemma == "to" and hearer is not None and hearer < verb:
                return Letter(sent, hearer)
    return None
