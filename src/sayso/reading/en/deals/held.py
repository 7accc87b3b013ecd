"""What the prepositions of a word hold to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from sayso.reading.tree import Tree

# Nouns of a route: "by way of".
_ROUTES = frozenset({"way"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


class Slot(NamedTuple):
    """A noun beside the word, and what holds it there: "object", "beside", "before" or a preposition."""

    word: str
    head: int


def governed(tree: Tree, index: int, without: Collection[str] = ()) -> Iterator[Slot]:
    """The nouns that its prepositions hold to a word, each of those joined by itself."""
    first = tree.children(index, "prep", "dative", "agent")
    for preposition in first:
        if tree.tokens[preposition].pos == "VERB":
            continue  # "*according* to Oslo, they sold"
        first.extend(tree.children(preposition, "conj", "prep"))
        first.extend(_behind_clause(tree, preposition))
        word = tree.tokens[preposition].text.lower()
        governs = tree.tokens[preposition].pos in ("ADP", "SCONJ") or word == "to"
        if governs and word not in without:
            for head in tree.children(preposition, "pobj"):
                if word == "by" and tree.tokens[head].lemma in _ROUTES:  # "by way of Oslo"
                    yield from (Slot("via", at) for at in behind_of(tree, head))
                elif tree.tokens[head].pos in _NOUNS or _is_part(tree, head):
                    for each in joined(tree, head):
                        yield Slot(word, each)


def _behind_clause(tree: Tree, preposition: int) -> Iterator[int]:
    """Reads "to Oslo, which has six, and *to* Riga", where the second was hung on the clause between."""
    for governed in tree.children(preposition, "pobj"):
        for clause in tree.children(governed, "relcl"):
            for at in tree.children(clause, "conj"):
                if tree.tokens[at].pos == "ADP":
                    yield at


def behind_of(tree: Tree, noun: int) -> Iterator[int]:
    """The nouns that "of" holds to one."""
    for preposition in tree.children(noun, "prep"):
        if tree.tokens[preposition].lemma == "of":
            for head in tree.children(preposition, "pobj"):
                yield from joined(tree, head)


def _is_part(tree: Tree, head: int) -> bool:
    """Reads "the sale of *12* of Oslo's tanks", "the *last* of", "*any* of them"."""
    part = tree.tokens[head].tag == "CD" or tree.tokens[head].pos in ("ADJ", "DET")
    under = tree.children(head, "prep") if part else ()
    return any(tree.tokens[at].lemma == "of" for at in under)


def joined(tree: Tree, head: int) -> list[int]:
    """A noun and those that are joined to it."""
    found = [head]
    for at in found:
        found.extend(
            child for child in tree.children(at, "conj") if tree.tokens[child].pos in _NOUNS
        )
    return found
