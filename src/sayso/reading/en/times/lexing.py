"""A text's words as the finders of times and quantities take them, and where its times may begin.

All of it is a function of one line alone, since no number and no time goes on behind a line break. So it is kept
by the line, for lines that come again.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sayso.books.numbers import load_numbers
from sayso.books.times import TimeBook, load_times
from sayso.reading.en.times.grammar import load_grammar
from sayso.reading.en.times.rules import ends_sentence
from sayso.reading.en.words import BREAK, WORD, Word, lex
from sayso.reading.kept import Kept

_PIECES = re.compile(r"(?P<line>[^\r\n\u2028\u2029]+)|[\r\n\u2028\u2029]+")
# What a word says wherever it stands: text, lower, kind and value of a Word.
_Written = tuple[str, str, str, float | None]
_KEPT = 300_000  # written words; a full table is begun again, so that memory stays flat


# An index, and the numbers of the grammar's rules that match there.
Place = tuple[int, tuple[int, ...]]


class Lexed(NamedTuple):
    """The words of a text as written, and as times take them, with one letter of the grammar for each of these.

    By index of the latter: where a time may begin and by which rules, the line breaks, and what ends a sentence, line
    breaks too.
    """

    words: Sequence[Word]
    timed: Sequence[Word]
    letters: str
    places: Sequence[Place]
    breaks: Sequence[int]
    stops: Sequence[int]


class _Words(NamedTuple):
    """Words of a line, kept small."""

    starts: array[int]
    ends: array[int]
    written: tuple[_Written, ...]

    def at(self, offset: int) -> list[Word]:
        """The words where the line begins at an offset of the text."""
        return [
            Word(start + offset, end + offset, text, lower, kind, value)
            for start, end, (text, lower, kind, value) in zip(
                self.starts, self.ends, self.written, strict=True
            )
        ]


class _Line(NamedTuple):
    """One line. `timed` is None where times take all its words as written."""

    words: _Words
    timed: _Words | None
    letters: str
    places: tuple[Place, ...]
    stops: array[int]


class Lexer:
    """Lexes texts, and keeps the last of their lines, `reuse` words in all."""

    def __init__(self, reuse: int = 0) -> None:
        self._book = load_times()
        self._numbers = load_numbers()
        self._grammar = load_grammar()
        self._kept: Kept[str, _Line] = Kept(reuse)
        self._written: dict[_Written, _Written] = {}

    def of(self, text: str) -> Lexed:
        """The words of a text."""
        words: list[Word] = []
        timed: list[Word] = []
        letters: list[str] = []
        places: list[Place] = []
        breaks: list[int] = []
        stops: list[int] = []
        for piece in _PIECES.finditer(text):
            first = len(timed)
            if piece["line"] is None:
                written = piece.group()
                mark = Word(piece.start(), piece.end(), written, written, BREAK)
                words.append(mark)
                timed.append(mark)
                letters.append(self._grammar.phrases.encode((mark,)))
                breaks.append(first)
                stops.append(first)
                continue
            line = self._line(piece.group())
            before = len(words)
            words.extend(line.words.at(piece.start()))
            timed.extend(words[before:] if line.timed is None else line.timed.at(piece.start()))
            letters.append(line.letters)
            places.extend((first + at, rules) for at, rules in line.places)
            stops.extend(first + at for at in line.stops)
        return Lexed(words, timed, "".join(letters), places, breaks, stops)

    def _line(self, text: str) -> _Line:
        line = self._kept.get(text)
        if line is None:
            line = self._lex(text)
            self._kept.put(text, line, len(line.words.written))
        return line

    def _lex(self, text: str) -> _Line:
        words = lex(text, self._numbers)
        timed = tuple(_canonical(words, self._book))
        letters = self._grammar.phrases.encode(timed)
        return _Line(
            self._small(words),
            None if timed == words else self._small(timed),
            letters,
            tuple(self._places(letters)),
            array("i", [at for at, word in enumerate(timed) if ends_sentence(word)]),
        )

    def _places(self, letters: str) -> Iterator[Place]:
        for match in self._grammar.anywhere.finditer(letters):
            at = match.start()
            rules = self._grammar.rules
            yield at, tuple(n for n, (one, _) in enumerate(rules) if one.match(letters, at))

    def _small(self, words: Sequence[Word]) -> _Words:
        if len(self._written) > _KEPT:
            self._written.clear()
        written = ((word.text, word.lower, word.kind, word.value) for word in words)
        return _Words(
            array("i", [word.start for word in words]),
            array("i", [word.end for word in words]),
            tuple(self._written.setdefault(one, one) for one in written),
        )


def _canonical(words: tuple[Word, ...], book: TimeBook) -> Iterator[Word]:
    """Abbreviations as the names they stand for; names of days and months without a capital as nothing."""
    capitalised = book.capitalised
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
            continue
        if word.kind == WORD and word.lower in book.abbreviations and word.capital:
            following = words[index + 1 : index + 3]
            dotted = (
                bool(following) and following[0].kind == "DOT" and following[0].start == word.end
            )
            beside = following[1:] if dotted else following[:1]
            if _is_abbreviation(word, words[max(0, index - 1) : index], dotted, beside, book):
                skip = dotted
                end = following[0].end if dotted else word.end
                yield word._replace(end=end, lower=book.abbreviations[word.lower])
                continue
        if word.kind == WORD and not word.capital and word.lower in capitalised:
            yield word._replace(kind="PLAIN")
        else:
            yield word


def _is_abbreviation(
    word: Word, before: Iterable[Word], dotted: bool, after: Iterable[Word], book: TimeBook
) -> bool:
    full = book.abbreviations[word.lower]
    numbered = any(beside.value is not None for beside in (*before, *after))
    if full in book.months:
        return numbered or (dotted and word.lower not in book.months)
    dated = any(
        beside.kind == "COMMA" or beside.lower in book.months or beside.lower in book.abbreviations
        for beside in after
    )
    return numbered or (dotted and dated)
