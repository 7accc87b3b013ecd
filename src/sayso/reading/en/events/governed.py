"""Noun phrases as arguments: by the prepositions that govern them, each of those joined by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sayso.books.telling import TellingBook
from sayso.model.reading import ArgumentRole
from sayso.reading.en.attribution.participants import NOUNS
from sayso.reading.en.attribution.somebody import phrase_of
from sayso.reading.tree import Tree

# What a preposition says of the noun it governs.
_ROLES: Mapping[str, ArgumentRole] = {
    "to": "goal",
    "into": "goal",
    "toward": "goal",
    "towards": "goal",
    "from": "source",
    "for": "benefit",
    "via": "via",
    "through": "via",
    "in": "place",
    "at": "place",
    "near": "place",
    "outside": "place",
    "under": "under",
    "with": "with",
    "of": "of",
    "about": "about",
    "over": "about",
    "on": "about",
    "upon": "about",
    "regarding": "about",
    "against": "against",
    "as": "as",
    "between": "between",
    "among": "between",
    "by": "agent",
}
# Numbers that count no things.
_NO_COUNTS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
_DEEPER = frozenset({"goal", "source", "benefit", "via", "against"})


class Found(NamedTuple):
    """An argument by token indexes: its role, its head and its words."""

    role: ArgumentRole
    head: int
    words: frozenset[int]


def governed(tree: Tree, telling: TellingBook, index: int) -> Iterator[Found]:
    """What prepositions tell of a word, also where they hang on what stands beside or below it.

    Reads "moved closer to the border" and "shared what it knew about the wreck with Oslo".
    """
    own = tree.children(index, "prep", "agent")
    for beside in tree.children(index, "advmod"):
        own += tree.children(beside, "prep")
    waiting = list(own)
    while waiting:
        preposition = waiting.pop(0)
        role = _ROLES.get(tree.tokens[preposition].text.lower())
        at = tree.tokens[preposition].text == "at"
        aimed = at and preposition in own and tree.tokens[index].lemma in telling.aiming
        before = role == "with" and preposition < index  # "with his wife he raided …"
        for below in tree.children(preposition, "pobj", "pcomp"):
            deep = role in _DEEPER or (role == "with" and tree.tokens[below].entity.endswith("GPE"))
            near = not before and (preposition in own or deep)
            if role is not None and near and _may_be_told(tree, below, role):
                yield from each(tree, role, below)
                if aimed:
                    yield from each(tree, "against", below)
            if tree.tokens[below].pos in NOUNS:
                waiting.extend(tree.children(below, "prep"))


def _may_be_told(tree: Tree, at: int, role: ArgumentRole) -> bool:
    """Whether it is a noun or a gerund, or the number of things that something is done for: "paid for six"."""
    token = tree.tokens[at]
    more = token.tag == "JJR" and bool(tree.children(at, "nummod"))
    counted = (more or token.pos == "NUM") and not token.entity.endswith(_NO_COUNTS)
    return token.pos in (*NOUNS, "VERB") or (counted and role == "benefit")


def each(tree: Tree, role: ArgumentRole, head: int) -> Iterator[Found]:
    """The noun phrase of this head and those joined to it, each by itself."""
    yield Found(role, head, phrase_of(tree, head))
    for joined in tree.children(head, "conj"):
        if tree.tokens[joined].pos in NOUNS and joined > head:
            yield from each(tree, role, joined)
