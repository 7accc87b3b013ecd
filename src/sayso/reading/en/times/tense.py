"""Whether a clause looks back or ahead: it decides which Friday "on Friday" is.

With the tagger's tokens the verb that governs a word is found and its form read (Penn tags). Without
them a sentence looks ahead when it has a word that the book lists, and else back, as news does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from sayso.books.times import TimeBook
from sayso.model.reading import Sentence, Token
from sayso.reading.en.tags import FINITE

# "planned" is what somebody means, meant or is asked to do ("agreed to meet"); "present" may look either way.
Tense = Literal["past", "present", "future", "planned", "unknown"]

_STEPS = 40
_BEFORE = 6


class Tenses:
    """The tense at an offset of one text."""

    def __init__(
        self, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], book: TimeBook
    ) -> None:
        self._tokens = tokens
        self._starts = [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._index: Mapping[int, int] = {
            token.start: number for number, token in enumerate(tokens)
        }
        self._book = book

    def token(self, offset: int) -> Token | None:
        """The token that starts at an offset."""
        number = self._index.get(offset)
        return None if number is None else self._tokens[number]

    def at(self, offset: int) -> Tense | None:
        """The tense of the clause around an offset; None where no token starts there."""
        number = self._index.get(offset)
        if number is None:
            return None
        return self._of_verb(self._governor(number), self._sentence_start(offset))

    def _sentence_start(self, offset: int) -> int:
        place = bisect_right(self._starts, offset) - 1
        return self._sentences[place].first if place >= 0 else 0

    def _governor(self, number: int) -> int | None:
        """The nearest verb above a token."""
        for _ in range(_STEPS):
            head = self._tokens[number].head
            if head == number:
                break
            number = head
            if self._tokens[number].tag.startswith("VB"):
                return number
        return number if self._tokens[number].tag.startswith("VB") else None

    def _of_verb(self, number: int | None, first: int) -> Tense:
        if number is None:
            return "unknown"
        verb = self._tokens[number]
        helpers = [
            token
            for token in self._tokens[max(first, number - _BEFORE) : number]
            if token.head == number and token.dep in ("aux", "auxpass")
        ]
        have = any(token.lemma == "have" for token in helpers)
        if any(token.tag in ("MD", "TO") for token in helpers):
            above = None if have else self._fact_above(number, helpers)
            return (
                self._of_modal(helpers, perfect=have)
                if above is None
                else self._of_verb(above, first)
            )
        if verb.tag == "VBN" and verb.lemma in self._book.planned:
            return "future"
        finite = [token.tag for token in helpers if token.tag in FINITE]
        if verb.tag == "VBN":
            return "past" if have or not finite or "VBD" in finite else "present"
        if verb.tag == "VBG":
            return self._of_participle(number, finite, first)
        if (
            verb.tag == "VB"
            and not helpers
            and (above := self._governor(number)) not in (None, number)
        ):
            # "would like to see him win"
            return self._of_verb(above, first)
        if self._is_supposed(number, first):
            return "future" if verb.tag in ("VBZ", "VBP") else "unknown"
        return "past" if verb.tag == "VBD" or verb.lemma in self._book.telling else "present"

    def _is_supposed(self, number: int, first: int) -> bool:
        """Whether a clause is a condition ("if he wins in May"): its past tense need not look back."""
        return any(
            token.head == number
            and token.dep == "mark"
            and token.lemma.lower() in self._book.supposing
            for token in self._tokens[max(first, number - _STEPS) : number]
        )

    def _fact_above(self, number: int, helpers: list[Token]) -> int | None:
        """The verb whose time an infinitive has: "seemed to agree", "was the first to agree"."""
        if any(token.tag == "MD" for token in helpers):
            return None
        head = self._tokens[number].head
        token = self._tokens[head]
        if head == number:
            return None
        if token.tag.startswith("VB"):
            return head if token.lemma in self._book.factual else None
        return self._governor(head) if token.lemma.lower() in self._book.chosen else None

    @staticmethod
    def _of_modal(helpers: list[Token], *, perfect: bool) -> Tense:
        """The tense of "will meet", "may have met", "to meet"."""
        if perfect:
            return "past"
        return "future" if any(token.tag == "MD" for token in helpers) else "planned"

    def _of_participle(self, number: int, finite: list[str], first: int) -> Tense:
        """Reads "was meeting" looks back, "is meeting" ahead; a bare participle takes the verb above it."""
        if finite:
            return "past" if "VBD" in finite else "present"
        above = self._governor(number)
        if above is None or above == number or self._tokens[above].tag == "VBG":
            return "unknown"
        return self._of_verb(above, first)
