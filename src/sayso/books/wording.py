"""Words as the books compare them: runs of letters or of digits, without accents and case."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+|\d+")
_ALIKE = str.maketrans(
    {"\u00a0": " ", "‐": "-", "‑": "-", "‒": "-", "–": "-", "’": "'", "‘": "'", "`": "'"}
)
# Letters that Unicode does not decompose, and how Latin script without them writes them.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ø": "o",
        "Ø": "O",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
    }
)


class Word(NamedTuple):
    """A run of letters or digits: offsets, folded form, and as written but for accents."""

    start: int
    end: int
    key: str
    plain: str


def plain(word: str) -> str:
    """Without accents: ``Élysée`` to ``Elysee``."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_LETTERS)


def fold(word: str) -> str:
    """Lower case without accents: ``Élysée`` to ``elysee``."""
    return plain(word).lower()


def key(noun: str) -> tuple[str, ...]:
    """A noun as words in lower case without accents; hyphens part words."""
    return tuple(fold(noun).replace("-", " ").split())


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text: ``S-400s`` gives ``s``, ``400``, ``s``."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.isascii():
            word = plain(word)
        start, end = match.span()
        found.append(Word(start, end, word.lower(), word))
    return tuple(found)


def first_key(text: str) -> str:
    """The first word of a text, folded; ValueError where it has none."""
    found = _WORD.search(text)
    if found is None:
        raise ValueError(f"no word in {text!r}")
    return fold(found.group())


def gap(text: str, left: Word, right: Word) -> str:
    """What stands between two words, with the kinds of dashes, spaces and apostrophes made alike."""
    between = text[left.end : right.start]
    return between if between == " " else between.translate(_ALIKE)
