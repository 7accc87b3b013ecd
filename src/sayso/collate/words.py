"""Words for comparison: stems, content words, and runs of words that two texts share."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.numerals import figure_of, is_numeral

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST_STEM = 3
# No statement is longer than so many characters, or few are.
_PASSAGE = 500
# What may stand between the words of one number.
_JOINTS = (" ", "-", "‑")


class Word(NamedTuple):
    """A word with its offsets in the text it was taken from; `stem` is None for a function word."""

    start: int
    end: int
    folded: str
    stem: str | None


def words_of(text: str, book: AccountBook) -> tuple[Word, ...]:
    """The words of a text, in order. A number in several words is one; its stem is its figure."""
    return _kept(text, book) if len(text) <= _PASSAGE else _parted(text, book)


def _parted(text: str, book: AccountBook) -> tuple[Word, ...]:
    found: list[Word] = []
    number: list[Word] = []
    for match in _WORD.finditer(text):
        form = _form_of(match.group(), book)
        word = Word(match.start(), match.end(), form.folded, form.stem)
        if number and not (form.spelt and text[number[-1].end : word.start] in _JOINTS):
            found.append(_joined(number, text, book))
            number = []
        if form.spelt or form.figure:
            number.append(word)
        else:
            found.append(word)
    if number:
        found.append(_joined(number, text, book))
    return tuple(found)


# What is said is looked at several times for each claim, and again when a story grows.
_kept = lru_cache(maxsize=1 << 12)(_parted)


class _Form(NamedTuple):
    """What is known of a word as it is written: whether it is a number, in letters or in figures."""

    folded: str
    stem: str | None
    spelt: bool
    figure: bool


# Texts are of few words: to fold and to cut each of them each time is most of what comparing costs.
@lru_cache(maxsize=1 << 16)
def _form_of(written: str, book: AccountBook) -> _Form:
    folded = written.casefold().replace("’", "'")
    stem = None if folded in book.function_words else stem_of(folded, book)
    return _Form(folded, stem, is_numeral(folded, book.numbers), folded[0].isdigit())


def _joined(number: list[Word], text: str, book: AccountBook) -> Word:
    """The words of one number as one; "one" alone is more often a pronoun."""
    first, last = number[0], number[-1]
    if len(number) == 1 and (
        first.folded[0].isdigit() or book.numbers.small.get(first.folded) == 1
    ):
        return first
    shown = text[first.start : last.end].casefold()
    return Word(
        first.start, last.end, shown, figure_of([word.folded for word in number], book.numbers)
    )


def stem_of(word: str, book: AccountBook) -> str:
    """A stem: one ending off, then cut to a few letters. Numbers keep all their digits.

    Crude, but it needs no grammar and errs alike on both sides (truncation: Savoy 2006).
    """
    if word[0].isdigit():
        return word.replace(",", "")
    for ending in book.possessives:
        word = word.removesuffix(ending)
    for ending in book.endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[: book.limits.stem_letters]


def stems_of(words: Iterable[Word]) -> frozenset[str]:
    """The distinct stems of the content words."""
    return frozenset(word.stem for word in words if word.stem is not None)


def rarity(texts: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """How much each stem weighs: 1 for one that stands everywhere, more for a rarer one.

    Smoothed inverse frequency, ``1 + ln(n / df)``, over the batch that is collated.
    """
    counts: Counter[str] = Counter()
    n = 0
    for stems in texts:
        counts.update(stems)
        n += 1
    return {stem: 1.0 + math.log(n / df) for stem, df in sorted(counts.items())}


class Run(NamedTuple):
    """Words that stand in the same order in two texts: offsets in each, and how many carry content."""

    left: tuple[int, int]
    right: tuple[int, int]
    content: int


def longest_run(left: tuple[Word, ...], right: tuple[Word, ...]) -> Run | None:
    """The longest run of words that both texts hold, or None where they share no word."""
    matcher = SequenceMatcher(
        None, [word.folded for word in left], [word.folded for word in right], autojunk=False
    )
    best = matcher.find_longest_match()
    if not best.size:
        return None
    run = left[best.a : best.a + best.size]
    other = right[best.b : best.b + best.size]
    return Run(
        (run[0].start, run[-1].end),
        (other[0].start, other[-1].end),
        sum(word.stem is not None for word in run),
    )
