"""Who will not or cannot do a deal: "is not ready to send them", "is unable to", "will not issue licences for"."""

from __future__ import annotations

from sayso.books.deals import DealWords
from sayso.model.deals import Mark
from sayso.reading.tree import Tree


def is_unwilling(tree: Tree, words: DealWords, index: int) -> bool:
    """Whether an adjective, or the negation of one, says that somebody will not or cannot do it."""
    token = tree.tokens[index]
    if token.dep not in ("acomp", "oprd", "amod", "attr") or token.pos != "ADJ":
        return False
    if token.lemma in words.unable:
        return not tree.is_negated(token.head)
    return token.lemma in words.able and tree.is_negated(token.head)


def undone(tree: Tree, words: DealWords, verb: int, below: int) -> Mark | None:
    """What it means that a verb that says nothing itself is negated: a permission that is not given is withheld."""
    light = tree.tokens[verb].lemma in words.granting
    if not light or not tree.is_negated(verb):
        return None
    return "prohibited" if tree.tokens[below].lemma in words.permissions else None


def foresees(tree: Tree, verb: int) -> bool:
    """Reads "would *see* Oslo buy them": what is to come of it, told by a verb that says nothing itself."""
    if tree.tokens[verb].lemma != "see":
        return False
    ahead = any(tree.tokens[at].tag == "MD" for at in tree.children(verb, "aux"))
    return ahead and any(tree.tokens[at].tag == "VB" for at in tree.children(verb, "ccomp"))
