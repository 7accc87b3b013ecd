"""Peoples that stand for their states: "the Danes", not "two Danes" nor "the last Danes"."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from sayso.model.reading import Token
from sayso.model.text import Actor

_MANY = ("NNS", "NNPS", "NNP")  # the parser takes many a people for a name
_BEFORE = ("amod", "compound", "nmod", "poss")
_NEAR = 2  # tokens behind the word that may hang on it


def as_states(
    tokens: Sequence[Token], peoples: Mapping[str, Actor], taken: Container[int]
) -> dict[int, Actor]:
    """The state of each whole people, by token; `taken` are tokens that already name somebody."""
    return {
        index: peoples[token.text]
        for index, token in enumerate(tokens)
        if token.text in peoples and index not in taken and _is_whole(tokens, index)
    }


def _is_whole(tokens: Sequence[Token], index: int) -> bool:
    token, before = tokens[index], tokens[index - 1]
    if token.tag not in _MANY or token.dep in _BEFORE or index == 0:
        return False
    bare = before.text.lower() == "the" and before.head == index
    behind = tokens[index + 1 : index + 1 + _NEAR]
    return bare and not any(later.head == index for later in behind)
