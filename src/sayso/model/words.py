"""The words of a text as it is searched: runs of letters and digits without case, accents and width.

What has no spaces between words (Han, Hiragana, Katakana) goes character by character. Words are Sayso's
own so that a search finds the same in every database, whatever it would make of a text by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# The script's marks: the extension A of Han, Han itself, Hiragana and Katakana, and Han for compatibility.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "\u0300-\u036f"
_LETTER = rf"[^\W_{_UNSPACED}]"
_RUN = re.compile(rf"[{_UNSPACED}]|{_LETTER}+(?:[{_MARKS}]+{_LETTER}*)*")
# Letters that Unicode does not decompose, as Latin script without them writes them.
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})
# A longer run is no word; an index has a limit for what is one.
_LONGEST = 64


class Words(NamedTuple):
    """The words of a text in their order, and of each its start and end (code points, half-open)."""

    texts: Sequence[str]
    places: Sequence[tuple[int, int]]


def words_in(text: str) -> Words:
    """The words of a text with their places."""
    places = [run.span() for run in _RUN.finditer(text)]
    if text.isascii():
        return Words(bare_words(text), places)
    texts = [searchable(text[start:end]) for start, end in places]
    if "" in texts:  # marks alone are no word
        places = [place for place, word in zip(places, texts, strict=True) if word]
        texts = [word for word in texts if word]
    return Words(texts, places)


def bare_words(text: str) -> list[str]:
    """The same without their places."""
    if text.isascii():
        return [run[:_LONGEST] for run in _RUN.findall(text.lower())]
    return [word for run in _RUN.findall(text) if (word := searchable(run))]


def searchable(word: str) -> str:
    """A word as it is compared: letters and digits alone, at most 64; may be empty.

    >>> searchable("Łódź"), searchable("ＮＡＴＯ"), searchable("straße")
    ('lodz', 'nato', 'strasse')
    """
    if word.isascii() and word.isalnum():
        return word.lower()[:_LONGEST]
    decomposed = unicodedata.normalize("NFKD", word).casefold().translate(_LETTERS)
    return _letters(unicodedata.normalize("NFKD", decomposed))


def _letters(word: str) -> str:
    whole = word if word.isalnum() else "".join(mark for mark in word if mark.isalnum())
    return whole[:_LONGEST]
