"""A text as the finder of quantities sees it, and small questions to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from sayso.books.numbers import NumberBook
from sayso.books.quantities import QuantityBook, load_quantities
from sayso.model.reading import Token
from sayso.reading.en.phrases import Phrases
from sayso.reading.en.words import Word

V = TypeVar("V")

# A unit's name has at most so many words ("New Zealand dollars"), "a total of" and the like so many.
_UNIT_WORDS = 3
_MODIFIER = 5
_ABOUT = (
    "(between | (more|less|fewer) than | at (least|most) | (up|close) to | an (estimated|additional)"
    " | as (many|much|few|little) as | a total of | (well|the)? APPROXIMATE) $"
)


class NumberAt(NamedTuple):
    """A number in the text: its words [first, last); `value` is None for "dozens" and for ranges."""

    first: int
    last: int
    value: float | None


class Seen(NamedTuple):
    """A text as words, the letters that patterns see, and the tagger's tokens by offset.

    `timed` are the words of times, `shared` the signs that more than one currency has here, with the name to
    give them.
    """

    text: str
    words: Sequence[Word]
    letters: str
    tokens: tuple[Token, ...]
    starts: Mapping[int, int]
    timed: frozenset[int]
    shared: Mapping[str, str]
    book: QuantityBook
    numbers: NumberBook


@cache
def about_phrases() -> Phrases:
    """The alphabet for what stands before a number ("more than"); a text is encoded in it once."""
    return Phrases((_ABOUT,), {"APPROXIMATE": sorted(load_quantities().approximate)})


@cache
def _pattern() -> re.Pattern[str]:
    return about_phrases().compile(_ABOUT)


def about(seen: Seen, first: int) -> int:
    """The index where "more than", "about" and the like before a number begin."""
    start = max(0, first - _MODIFIER)
    match = _pattern().search(seen.letters[start:first])
    return start + match.start() if match else first


def token_at(seen: Seen, word: Word) -> Token | None:
    """The tagger's token that starts where a word does."""
    index = seen.starts.get(word.start)
    return None if index is None else seen.tokens[index]


def glued(seen: Seen, index: int, symbols: Mapping[str, V]) -> V | None:
    """What a symbol right behind a number stands for: "2.3bn", "50m"."""
    if not 0 < index < len(seen.words) or seen.words[index - 1].end != seen.words[index].start:
        return None
    return symbols.get(seen.words[index].lower)


def unit_at(seen: Seen, index: int, units: Mapping[tuple[str, ...], str]) -> tuple[str, int] | None:
    """The unit that the words at an index name, and the index after it; the longest name wins."""
    for length in range(_UNIT_WORDS, 0, -1):
        some = seen.words[index : index + length]
        unit = units.get(tuple(word.lower for word in some))
        if unit is not None and len(some) == length:
            return unit, index + length
    return None


def has_sign(seen: Seen, index: int) -> bool:
    """Whether a currency's sign stands before a word."""
    return index > 0 and seen.words[index - 1].lower in seen.book.signs
