"""Acts that somebody undergoes, told otherwise than in the passive: "comes under attack", "is closed"."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.redlines import RedLineBook
from sayso.model.reading import Response
from sayso.reading.tree import Tree

_UNDERGOING = frozenset({"come", "be", "fall"})
_ALSO = frozenset({"fire", "bombardment", "siege", "shelling", "threat", "occupation"})
# Participles that the parser takes for adjectives.
_DONE = frozenset(
    {
        "closed",
        "shut",
        "blocked",
        "sealed",
        "banned",
        "barred",
        "suspended",
        "detained",
        "jailed",
        "seized",
    }
)


def undergone(tree: Tree, verb: int, hostile: Collection[str]) -> int | None:
    """The act in "if the port comes under attack by Oslo": a passive in other words."""
    for at in tree.children(verb, "prep") if tree.tokens[verb].lemma in _UNDERGOING else ():
        act = tree.child(at, "pobj")
        if act is not None and tree.tokens[at].lemma == "under":
            words = {tree.tokens[act].lemma, tree.tokens[act].text.lower()}
            return act if any(one in hostile or one in _ALSO for one in words) else None
    return None


def is_done(tree: Tree, verb: int) -> bool:
    """Reads "if our port *is closed*": a participle that the parser takes for an adjective."""
    states = [at for at in (verb, *tree.children(verb, "acomp")) if _is_state(tree, at)]
    words = ({tree.tokens[at].lemma, tree.tokens[at].text.lower()} for at in states)
    return any(not _DONE.isdisjoint(one) for one in words)


def _is_state(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    return token.pos == "ADJ" or (token.dep == "acomp" and token.tag == "VBN")


def is_borne(book: RedLineBook, answer: Response) -> bool:
    """Reads "Oslo would face war": whose war it is, is not who bears it."""
    return answer.span.text.partition(" ")[0] in book.framed.enduring
