"""Token indexes as words of the article: spans, parties and their text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import msgspec

from sayso.model.text import Actor, Article, Party, Span
from sayso.reading.en.attribution.participants import RELATIVES
from sayso.reading.tree import Tree, runs

_POWERS = ("state", "government", "armed_group", "organisation")
_STOPPED = re.compile(r"\b\w\.\w\.$")
_DATED = 2  # words of a day and its preposition
_EDGE = " \t\r\n\u00a0,;:–—-."


class Cast(Protocol):
    """Who is who in one article."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors that the article names."""

    def party(self, start: int, end: int) -> Party:
        """Who the noun phrase at these offsets is."""


def around(indexes: set[int]) -> range:
    """The tokens with the one before and the one after: a name with its brackets."""
    if not indexes:
        return range(0)
    return range(min(indexes) - 1, max(indexes) + 2)


class Evidence:
    """One article's words by token index; `part` is the part of the article that the tokens are of."""

    def __init__(self, article: Article, tree: Tree, cast: Cast, part: str = "text") -> None:
        self.article = article
        self.part = part
        self._text = article.part(part)
        self.tree = tree
        self._starts = [token.start for token in tree.tokens]
        self._cast = cast
        self.actors = cast.actors
        self.persons = frozenset(actor.id for actor in cast.actors if actor.type == "person")
        self.powers = frozenset(actor.id for actor in cast.actors if actor.type in _POWERS)

    def over(self, tree: Tree) -> Evidence:
        """The same words with another tree over them."""
        return self if tree is self.tree else Evidence(self.article, tree, self._cast, self.part)

    def bounds(self, indexes: Iterable[int]) -> tuple[int, int]:
        """The offsets from the first to the last word, without punctuation at the edges."""
        inside = sorted(indexes)
        start, end = inside[0], inside[-1]
        while start < end and self.tree.tokens[start].pos in ("PUNCT", "SPACE"):
            start += 1
        while end > start and self.tree.tokens[end].pos in ("PUNCT", "SPACE"):
            end -= 1
        return self.tree.tokens[start].start, self.tree.tokens[end].end

    def at(self, start: int, end: int) -> Span:
        """The words between two offsets as a Span."""
        return self.article.span(start, end, self.part)

    def within(self, span: Span) -> set[int]:
        """The tokens that begin within a Span of this part."""
        return set(
            range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        )

    def span(self, indexes: Iterable[int]) -> Span:
        """The words as a Span."""
        return self.at(*self.bounds(indexes))

    def words(self, indexes: Iterable[int]) -> str:
        """The words as one line."""
        return " ".join(self.span(indexes).text.split())

    def party(self, indexes: Iterable[int]) -> Party:
        """Who the noun phrase is; a relative pronoun at its end ("the mayor, who") is in the span alone."""
        words = sorted(indexes)
        if len(words) > 1 and self.tree.tokens[words[-1]].tag in RELATIVES:
            party = self._cast.party(*self.bounds(words[:-1]))
            return msgspec.structs.replace(party, span=self.span(words))
        party = self._cast.party(*self.bounds(words))
        undated = self._undated(words)
        if len(undated) == len(words):
            return party
        named = self._cast.party(*self.bounds(undated))
        return named if party.actor in (None, named.actor) else party

    def _undated(self, words: Sequence[int]) -> Sequence[int]:
        """The words without a day or a month at the edge of a name: "December *Reuters* reported".

        Nor with a day behind a preposition: "*a judge* on Monday".
        """
        first, last = 0, len(words)
        tokens = self.tree.tokens
        while last - first > _DATED and tokens[words[last - 1]].entity.endswith("DATE"):
            day = last - 1
            while day > first and tokens[words[day]].entity.endswith("DATE"):
                day -= 1
            if tokens[words[day]].pos != "ADP" or day == first:
                break
            last = day
        while last - first > 1 and self._is_date(words[last - 1], beside=words[last - 2]):
            last -= 1
        names = [at for at in words[first:last] if not self._is_date(at)]
        if names and all(self._is_date(at) for at in words if at < names[0]):
            dated = any(self.tree.tokens[at].pos == "PROPN" for at in words if at < names[0])
            if dated and self.tree.tokens[names[0]].pos == "PROPN":
                first = words.index(names[0])
        return words[first:last]

    def _is_date(self, at: int, beside: int | None = None) -> bool:
        token = self.tree.tokens[at]
        named = beside is None or self.tree.tokens[beside].pos == "PROPN"
        return named and token.entity.endswith("DATE") and (beside is None or token.pos == "PROPN")

    def pieces(self, indexes: Collection[int], marks: Collection[int]) -> tuple[Span, ...]:
        """Each unbroken run as a Span; edges lose their punctuation unless they are in `marks`.

        A conjunction by itself ("But, she said, …") joins sentences and is left out, and the stop of "p.m." stays.
        """
        spans: list[Span] = []
        every = list(runs(indexes))
        for first, last in every:
            if last - first == 1 and len(every) > 1 and self.tree.tokens[first].pos == "CCONJ":
                continue
            start, end = self.tree.tokens[first].start, self.tree.tokens[last - 1].end
            words = self._text[start:end]
            stopped = _STOPPED.search(words) and last - 1 not in marks
            words = words if stopped else words.rstrip(None if last - 1 in marks else _EDGE)
            kept = words.lstrip(None if first in marks else _EDGE)
            start += len(words) - len(kept)
            if any(letter.isalnum() for letter in kept):
                spans.append(self.at(start, start + len(kept)))
        return tuple(spans)
