"""Quotations on the tokens that they hold."""

from __future__ import annotations

from typing import NamedTuple

from sayso.reading.en.quotations.quotes import Quote
from sayso.reading.tree import Tree


class Quoted(NamedTuple):
    """A quotation as token indexes [first, last), marks included."""

    quote: Quote
    first: int
    last: int
    paragraph: int

    @property
    def words(self) -> int:
        """Number of tokens without the marks."""
        return self.last - self.first - 2


def place_quotes(tree: Tree, quotes: tuple[Quote, ...]) -> list[Quoted]:
    """Quotations on tokens; one that holds no token, or only the name of the noun before it, is left out."""
    if not quotes:
        return []
    tokens = tree.tokens
    placed: list[Quoted] = []
    at = 0
    paragraphs = _paragraphs(tree)
    for quote in quotes:
        while at < len(tokens) and tokens[at].end <= quote.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < quote.end:
            last += 1
        one = Quoted(quote, at, last, paragraphs[at]) if last > at else None
        if one is not None and not _is_name(tree, one):
            placed.append(one)
    return placed


def _is_name(tree: Tree, one: Quoted) -> bool:
    """Whether marks stand around a name that follows its noun: "the newspaper «Slovo»"."""
    words = [token for token in tree.tokens[one.first : one.last] if token.text.isalpha()]
    if not words or not all(token.text[0].isupper() and token.pos == "PROPN" for token in words):
        return False
    return one.first > 0 and tree.tokens[one.first - 1].pos == "NOUN"


def _paragraphs(tree: Tree) -> list[int]:
    found = [-1] * len(tree.tokens)
    for sentence in tree.sentences:
        for index in range(sentence.first, sentence.last):
            found[index] = sentence.paragraph
    for index in range(1, len(found)):
        if found[index] < 0:
            found[index] = found[index - 1]
    return found
