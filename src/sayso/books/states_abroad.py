"""The states as articles in other languages name them, and by which words English names each."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sayso.books.entries import State, States
from sayso.books.foreign import foreign_names
from sayso.books.languages import load_languages
from sayso.books.load import read_book
from sayso.books.wording import fold

# In these a name may stand anywhere in a run of letters, for no blank parts words or articles stand before them.
_UNPARTED = ("CJK", "KATAKANA", "HIRAGANA", "HANGUL", "ARABIC")


class StatesAbroad:
    """Finds states in words of other languages by the names of CLDR."""

    def __init__(self, states: Iterable[State], names: Mapping[str, tuple[str, ...]]) -> None:
        book = load_languages()
        english = {state.code: state for state in states}
        owners: Counter[str] = Counter()
        roots: dict[str, str] = {}
        for code in sorted(names):
            if code in english:
                found = set(_roots(names[code], book.ending, book.root))
                owners.update(found)
                roots.update(dict.fromkeys(found, code))
        # What several states are named by ("Republik") is the name of none.
        self._roots = {root: code for root, code in roots.items() if owners[root] == 1}
        self._longest = max(map(len, self._roots), default=0)
        self._english = english

    def english(self, words: Iterable[str]) -> Iterator[str]:
        """The words, folded, by which English names the states that are named in words of another language."""
        codes = {self._roots[part] for word in words for part in self._parts(fold(word))}
        for code in sorted(codes):
            state = self._english[code]
            for name in (state.name, *state.names, *state.adjectives, *state.capitals):
                yield from fold(name).replace("-", " ").split()

    def _parts(self, word: str) -> Iterator[str]:
        starts = range(len(word)) if _is_unparted(word) else range(min(len(word), 1))
        for start in starts:
            for end in range(start + 2, min(len(word), start + self._longest) + 1):
                if word[start:end] in self._roots:
                    yield word[start:end]


@cache
def load_states_abroad() -> StatesAbroad:
    """The states in other languages; BookError where a book is broken."""
    return StatesAbroad(read_book("en", "states", States).states, foreign_names())


def _roots(names: Iterable[str], ending: int, root: int) -> Iterator[str]:
    for name in names:
        for word in fold(name).replace("-", " ").split():
            if _is_unparted(word):
                yield word.removeprefix("ال")
            elif len(word) >= root:
                yield word[: max(root, len(word) - ending)]


def _is_unparted(word: str) -> bool:
    return unicodedata.name(word[:1] or " ", "").startswith(_UNPARTED)
