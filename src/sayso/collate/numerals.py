"""Numbers in words as figures, so that "six thousand" meets "6,000"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.books.numbers import NumberBook

_HUNDRED = 100


def is_numeral(word: str, book: NumberBook) -> bool:
    """Whether a lower-case word is a number in letters."""
    return word in book.small or word in book.scales


def figure_of(words: Sequence[str], book: NumberBook) -> str:
    """The figure that number words and figures come to: "two hundred and five" without its "and" is 205.

    Small numbers add up, scales multiply what stands before them. A figure may stand before a scale: "6.5
    million".
    """
    total, current = 0.0, 0.0
    for word in words:
        scale = book.scales.get(word)
        if scale is None:
            current += book.small[word] if word in book.small else float(word.replace(",", ""))
        elif scale <= _HUNDRED:
            current = (current or 1) * scale
        else:
            total, current = total + (current or 1) * scale, 0
    return f"{total + current:.10g}" if (total + current) % 1 else f"{total + current:.0f}"
