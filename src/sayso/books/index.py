"""Names to what they name: the longest match over a text's words, with an eye to capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from sayso.books.wording import Word, first_key, gap, words_of

V = TypeVar("V")

# A short name in capitals ("US", "WHO", "AP") is a common word in any other writing.
_ACRONYM = 3
_SAME_GAP = frozenset({"", " ", "-"})
_SUFFIX = 4


class Hit(NamedTuple, Generic[V]):
    """A name found: offsets in the text, the words [first, last), and what it names."""

    start: int
    end: int
    first: int
    last: int
    value: V


class _Name(NamedTuple, Generic[V]):
    keys: tuple[str, ...]
    written: tuple[str, ...]
    gaps: tuple[str, ...]
    dot: bool
    grows: bool
    value: V


class _OfLength(NamedTuple, Generic[V]):
    length: int
    by_keys: Mapping[tuple[str, ...], Sequence[_Name[V]]]


class NameIndex(Generic[V]):
    """An index of names by their first word.

    `grows` marks names that take a plural or a letter of a variant: "S-400s", "T-72B". A text meets few of
    the names, so those of one first word are taken apart when a text first has that word.
    """

    def __init__(self, names: Iterable[tuple[str, V, bool]]) -> None:
        self._names: dict[str, list[tuple[str, V, bool]]] = {}
        for entry in names:
            self._names.setdefault(first_key(entry[0]), []).append(entry)
        self._apart: dict[str, tuple[_OfLength[V], ...]] = {}

    def _starting(self, key: str) -> tuple[_OfLength[V], ...]:
        """The names whose first word this is by their words, the longest first."""
        if key not in self._apart:
            by_length: dict[int, dict[tuple[str, ...], list[_Name[V]]]] = {}
            for name in (_apart(*entry) for entry in self._names[key]):
                by_keys = by_length.setdefault(len(name.keys), {})
                by_keys.setdefault(name.keys, []).append(name)
            self._apart[key] = tuple(
                _OfLength(length, by_length[length]) for length in sorted(by_length, reverse=True)
            )
        return self._apart[key]

    def find(self, text: str, words: tuple[Word, ...]) -> Iterator[Hit[V]]:
        """The names in a text from left to right, none overlapping, the longest at each word."""
        keys = tuple(word.key for word in words)
        free = 0
        for at, word in enumerate(words):
            if word.key in self._names and at >= free:
                hit = self._at(text, words, keys, at)
                if hit is not None:
                    yield hit
                    free = hit.last

    def _at(
        self, text: str, words: tuple[Word, ...], keys: tuple[str, ...], at: int
    ) -> Hit[V] | None:
        start = words[at].start
        if start and text[start - 1].isalnum():
            return None
        for length, by_keys in self._starting(words[at].key):
            last = at + length
            hit = self._among(by_keys.get(keys[at:last], ()), text, words, at, last)
            if hit is not None:
                return hit
        return None

    def _among(
        self, names: Iterable[_Name[V]], text: str, words: tuple[Word, ...], at: int, last: int
    ) -> Hit[V] | None:
        """The first of the names, all of these very words, that is written as the text has it."""
        found = words[at:last]
        start = words[at].start
        for name in names:
            if not _case_agrees(found, name.written):
                continue
            if not all(
                _gap_agrees(gap(text, a, b), wanted)
                for (a, b), wanted in zip(pairwise(found), name.gaps, strict=True)
            ):
                continue
            grown = _grow(text, words, last, name.grows)
            if grown is None:
                continue
            end = words[grown - 1].end
            if name.dot and text[end : end + 1] == ".":
                end += 1
            return Hit(start, end, at, grown, name.value)
        return None


def _apart(name: str, value: V, grows: bool) -> _Name[V]:
    words = words_of(name)
    return _Name(
        tuple(word.key for word in words),
        tuple(word.plain for word in words),
        tuple(gap(name, a, b) for a, b in pairwise(words)),
        name.endswith("."),
        grows,
        value,
    )


def _gap_agrees(found: str, wanted: str) -> bool:
    return found == wanted or (found in _SAME_GAP and wanted in _SAME_GAP)


def _case_agrees(found: tuple[Word, ...], written: tuple[str, ...]) -> bool:
    """The name's own capitals, all capitals, or (but for short acronyms) a capital and small letters."""
    short = len(written) == 1 and len(written[0]) <= _ACRONYM and written[0].isupper()
    return all(
        word.plain in (name, name.upper()) or (not short and word.plain == name.capitalize())
        for word, name in zip(found, written, strict=True)
    )


def _grow(text: str, words: tuple[Word, ...], last: int, grows: bool) -> int | None:
    """The end of a match with what is glued to it; None where the match ends inside a longer word."""
    end = words[last - 1].end
    if not text[end : end + 1].isalnum():
        return last
    if not grows:
        return None
    grown = last
    while grown < len(words) and words[grown].start == words[grown - 1].end:
        grown += 1
    tail = "".join(w.plain for w in words[last:grown])
    if len(tail) <= _SUFFIX and (
        tail == "s" or tail.rstrip("s").isupper() or tail.rstrip("s").isdigit()
    ):
        return grown
    return None
