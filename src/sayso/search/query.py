"""What was typed, read as a question.

``herring quota``   both words, in any order      ``"herring quota"``   the one after the other, just so
``-cod``            without that word             ``fish*``             words that begin so
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.errors import UsageError
from sayso.model.words import bare_words
from sayso.stores.asking import Phrase

# More words than anybody types; each is looked up.
MOST_WORDS = 48
# A shorter beginning would be that of thousands of words.
SHORTEST_BEGINNING = 3

_PIECE = re.compile(r"(-?)(?:[\"“”]([^\"“”]*)[\"“”]?|([^\s\"“”]+))")


class Piece(NamedTuple):
    """A phrase that was asked for, or is to be missing (`without`); `exact`: spelt just so."""

    phrase: Phrase
    exact: bool
    without: bool


def pieces(typed: str) -> tuple[Piece, ...]:
    """What was typed, piece by piece; what has no letter and no digit is nothing.

    A word of several parts ("X-101") is a phrase of them. UsageError where there are too many words, or the
    beginning of a word is too short.
    """
    found: list[Piece] = []
    number = 0
    for minus, quoted, bare in _PIECE.findall(typed):
        words = tuple(bare_words(quoted or bare))
        number += len(words)
        if number > MOST_WORDS:
            raise UsageError(f"a search takes at most {MOST_WORDS} words")
        begun = bare.endswith("*")
        if begun and words and len(words[-1]) < SHORTEST_BEGINNING:
            raise UsageError(
                f"{bare!r}: the beginning of a word has at least {SHORTEST_BEGINNING} letters"
            )
        piece = Piece(
            Phrase(words, begun), exact=bool(quoted) or begun or len(words) > 1, without=minus != ""
        )
        if words and piece not in found:
            found.append(piece)
    return tuple(found)
