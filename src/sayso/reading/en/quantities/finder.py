"""Quantities in English text: money, measures, shares and counts. Times are not quantities.

A quantity is a number with what it counts: an ISO 4217 code for money, a symbol for a measure
("km"), "percent", or the lemma of the noun. A number that is not told ("hundreds of shells"), or is
told as a range ("30 to 40 tanks"), has no value.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.books.numbers import load_numbers
from sayso.books.quantities import QuantityBook, load_quantities
from sayso.model.reading import Sentence, Token
from sayso.model.text import Quantity, When
from sayso.reading.en.quantities.counts import count, is_plural
from sayso.reading.en.quantities.labels import is_label
from sayso.reading.en.quantities.text import NumberAt, Seen, about_phrases, has_sign
from sayso.reading.en.quantities.units import Found, fraction, measure, money
from sayso.reading.en.times.finder import find_times
from sayso.reading.en.times.lexing import Lexed, Lexer
from sayso.reading.en.words import NUMERIC, WORD, Word


def find_quantities(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    times: tuple[tuple[int, int, When], ...] | None = None,
    lexed: Lexed | None = None,
) -> tuple[tuple[int, int, Quantity], ...]:
    """The quantities of a text: start and end offset and the quantity, in text order, never overlapping.

    `times` and `lexed` are what find_times and a Lexer gave for the same text, where the caller has them.
    Without tokens a counted noun is only seen when it follows its number in the plural.
    """
    book = load_quantities()
    numbers = load_numbers()
    lexed = Lexer().of(text) if lexed is None else lexed
    words = lexed.words
    if times is None:
        times = find_times(text, tokens, sentences, None, lexed)
    starts = {token.start: index for index, token in enumerate(tokens)}
    timed = _timed(words, times)
    letters = about_phrases().encode(words)
    shared = _shared(text.lower(), book)
    seen = Seen(text, words, letters, tokens, starts, timed, shared, book, numbers)
    found: list[tuple[int, int, Quantity]] = []
    begins = book.vague | book.few | {"a"}
    free = after = 0
    for index, word in enumerate(words):
        if word.kind not in NUMERIC and word.lower not in begins:
            continue
        number = None if index < after or index in timed else _number(seen, index)
        if number is None:
            continue
        quantity = _quantity(seen, number)
        if quantity is not None:
            first, last, unit, value = quantity
            first = max(free, first)
            start, end = words[first].start, words[last - 1].end
            found.append((start, end, Quantity(value=value, unit=unit)))
            after = free = last
            continue
        after = number.last
    return tuple(found)


def _shared(text: str, book: QuantityBook) -> dict[str, str]:
    """The signs that a text in lower case uses for more than one currency, with their names."""
    return {
        sign: shared.name
        for sign, shared in book.shared_signs.items()
        if any(mark in text for mark in shared.marks)
    }


def _timed(words: Sequence[Word], times: tuple[tuple[int, int, When], ...]) -> frozenset[int]:
    """The indexes of the words that lie in a time."""
    starts, ends = [word.start for word in words], [word.end for word in words]
    return frozenset(
        index
        for start, end, _ in times
        for index in range(bisect_right(ends, start), bisect_left(starts, end))
    )


def _number(seen: Seen, index: int) -> NumberAt | None:
    """The number, run of numbers or vague number that starts at a word."""
    words = seen.words
    word = words[index]
    if word.kind == WORD and word.lower in seen.book.vague:
        return _vague(seen, index)
    if word.kind not in NUMERIC and word.lower != "a" and word.lower not in seen.book.few:
        return None
    few = [later.lower for later in words[index : index + 3]]
    if few and few[0] in seen.book.few and few[1:2] and few[1] in seen.book.scales:
        return NumberAt(index, index + 2, None)
    if len(few) == 3 and few[0] == "a" and few[1] in seen.book.few and few[2] in seen.book.scales:
        return NumberAt(index, index + 3, None)
    if word.kind not in NUMERIC:
        return None
    last = index + 1
    if last + 1 < len(words) and words[last + 1].kind in NUMERIC and last + 1 not in seen.timed:
        joint = words[last]
        spread = joint.lower in ("to", "or") or (joint.kind == "HYPHEN" and joint.text == "–")
        counted = joint.kind == "HYPHEN" and _is_spread(word, words[last + 1], seen, last + 2)
        between = joint.lower == "and" and index > 0 and words[index - 1].lower == "between"
        if (spread or between or counted) and not has_sign(seen, last + 1):
            return NumberAt(index, last + 2, None)
    return NumberAt(index, last, word.value)


def _is_spread(low: Word, high: Word, seen: Seen, after: int) -> bool:
    """Whether "5-10" counts: the second number is the larger, and a plural follows; "3-1" is a score."""
    rising = (low.value or 0) < (high.value or 0)
    share_of = after < len(seen.words) and seen.words[after].kind == "PERCENT"
    return rising and (share_of or is_plural(seen, after))


def _vague(seen: Seen, index: int) -> NumberAt:
    """Dozens, "hundreds of thousands": the words up to the last such word."""
    words, last = seen.words, index + 1
    while (
        last + 1 < len(words)
        and words[last].lower == "of"
        and words[last + 1].lower in seen.book.vague
    ):
        last += 2
    return NumberAt(index, last, None)


def _quantity(seen: Seen, number: NumberAt) -> Found | None:
    """Words [first, last), unit and value of what a number says; None where it is no quantity."""
    if (sum_of := money(seen, number)) is not None:
        return sum_of
    if is_label(seen, number):
        return None
    if (share_of := fraction(seen, number)) is not None:
        return share_of
    return measure(seen, number) or count(seen, number)
