"""Words of a text for the finders of times and quantities: what they are, and which number they say.

Needs no language model. One pass of one regular expression without nested repetition, so its time
grows with the length of the text alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import numeric

from sayso.books.numbers import NumberBook
from sayso.reading.en.times.timex import YEARS

DOM, YEAR, NUM, ORD, CLOCK = "DOM", "YEAR", "NUM", "ORD", "CLOCK"
WORD, CODE, BREAK, OTHER = "WORD", "CODE", "BREAK", "OTHER"
NUMERIC = frozenset({DOM, YEAR, NUM})
_MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    "–": "HYPHEN",
    "(": "OPEN",
    ")": "CLOSE",
    "/": "STROKE",
    "%": "PERCENT",
}
_DIGITS = re.compile(r"[0-9]+")
_LEXER = re.compile(
    r"""
    (?P<LONG>[^\W\d_]{5,})  # a word, and none of the short things below
  | (?P<BREAK>[\r\n\u2028\u2029]+)
  | (?P<ISO>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<SLASH>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![\w/]))
  | (?P<DOTTED>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![\w]))
  | (?P<CLOCK>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
  | (?P<DECADE>(?:[0-9]{3}0|['’‘][0-9]0)['’]?s(?!\w))
  | (?P<ORD>[0-9]{1,4}(?:st|nd|rd|th)(?!\w))
  | (?P<MIXED>[0-9]{1,4}(?:[ \u00a0-][1-9]/(?:[2-9]|16)(?![\w/])|[¼½¾⅓⅔⅛⅜⅝⅞]))
  | (?P<NUM>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
  | (?P<MERIDIEM>[aApP]\.\ ?[mM](?:\.|(?!\w))|[aApP][mM](?!\w))
  | (?P<POSS>['’]s(?!\w))
  | (?P<CODE>[^\W\d_]{1,4}[0-9]{1,8}[^\W_]{0,8}(?!\w))
  | (?P<WORD>(?:[^\W\d_]\.){2,12}|[^\W\d_]+)
  | (?P<OTHER>\S)
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A word, number or mark: its offsets, its text in lower case, its kind, and the number it says."""

    start: int
    end: int
    text: str
    lower: str
    kind: str
    value: float | None = None

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital."""
        return self.text[:1].isupper()


def lex(text: str, book: NumberBook) -> tuple[Word, ...]:
    """The words of a text, with number words joined: "two hundred and six", "3 million", "half a dozen"."""
    return tuple(_joined(_raw(text, book), book))


def _raw(text: str, book: NumberBook) -> list[Word]:
    words: list[Word] = []
    for match in _LEXER.finditer(text):
        kind = match.lastgroup or OTHER
        written = match.group()
        lower = written.lower()
        value: float | None = None
        if kind == "LONG":
            kind = WORD
        elif kind == NUM:
            value = float(written.replace(",", ""))
            kind = (
                CODE if _is_name_part(words, match.start(), book) else _number_kind(written, value)
            )
        elif kind == "MIXED":
            kind, value = NUM, _mixed(written)
        elif kind == ORD:
            value = float(written[:-2])
        elif kind == OTHER:
            kind = _MARKS.get(written, OTHER)
        words.append(Word(match.start(), match.end(), written, lower, kind, value))
    return words


def _mixed(written: str) -> float:
    """A whole number with a fraction behind it: "2 1/2", "2-1/2", "2½"."""
    if written[-1].isdigit():
        whole, over, under = map(int, _DIGITS.findall(written))
        return round(whole + over / under, 4)
    return round(int(written[:-1]) + numeric(written[-1]), 4)


def _number_kind(written: str, value: float) -> str:
    if not written.isdigit():
        return NUM
    if len(written) == 4 and int(value) in YEARS:
        return YEAR
    return DOM if len(written) <= 2 and 1 <= value <= 31 else NUM


def _is_name_part(words: list[Word], start: int, book: NumberBook) -> bool:
    """Whether a number that starts here ends a name: "T-72", "Covid-19"; not "mid-2012"."""
    if not words or words[-1].end != start:
        return False
    if words[-1].kind in (WORD, CODE):
        return True
    if words[-1].kind != "HYPHEN" or len(words) < 2 or words[-2].end != words[-1].start:
        return False
    before = words[-2]
    return before.kind == CODE or (
        before.kind == WORD and before.capital and before.lower not in book.prefixes
    )


def _joined(words: list[Word], book: NumberBook) -> list[Word]:
    found: list[Word] = []
    begins = {*book.small, *book.articles, "half"}
    index = 0
    while index < len(words):
        word = words[index]
        may = word.lower in begins if word.kind == WORD else word.kind in NUMERIC
        number = _numeral(words, index, book) if may else None
        if number is None:
            found.append(word)
            index += 1
            continue
        value, after = number
        first, last = words[index], words[after - 1]
        if after == index + 1 and first.kind in NUMERIC:
            found.append(first)
        else:
            written = f"{first.text} {last.text}" if after > index + 1 else first.text
            found.append(Word(first.start, last.end, written, written.lower(), NUM, value))
        index = after
    return found


def _numeral(words: list[Word], index: int, book: NumberBook) -> tuple[float, int] | None:
    """The number that starts at a word, and the index after it."""
    if words[index].kind in NUMERIC:
        value, after = _scaled(words, index + 1, float(words[index].value or 0), book)
    elif _lower(words, index) in book.small:
        value, after = _spelled(words, index, book)
    elif _lower(words, index) == "half" and _lower(words, index + 1) in book.articles:
        if _lower(words, index + 2) not in book.scales:
            return None
        return 0.5 * book.scales[_lower(words, index + 2)], index + 3
    elif _lower(words, index) in book.articles and _lower(words, index + 1) in book.scales:
        value, after = _scaled(words, index + 1, 1.0, book)
    else:
        return None
    if [_lower(words, after + step) for step in range(3)] == ["and", "a", "half"]:
        return value + 0.5, after + 3
    return value, after


def _scaled(words: list[Word], index: int, value: float, book: NumberBook) -> tuple[float, int]:
    while True:
        # "a $300-million plan"
        step = index + 1 if index < len(words) and words[index].kind == "HYPHEN" else index
        scale = book.scales.get(_lower(words, step))
        if scale is None:
            return value, index
        value, index = value * scale, step + 1


def _spelled(words: list[Word], index: int, book: NumberBook) -> tuple[float, int]:
    """Reads "two hundred and forty-five thousand": parts below a thousand add up, then are scaled."""
    total, part = 0.0, 0.0
    while True:
        part_of, index = _below_hundred(words, index, book)
        part += part_of
        while (scale := book.scales.get(_lower(words, index))) is not None:
            index += 1
            if scale > 100:
                total, part = total + part * scale, 0.0
            else:
                part *= scale
        following = index + 1 if _lower(words, index) == "and" else index
        grown = total > 0 or part >= 100
        if (
            not grown
            or book.small.get(_lower(words, following), 0) == 0
            or words[index - 1].lower == "dozen"
        ):
            return total + part, index
        index = following


def _below_hundred(words: list[Word], index: int, book: NumberBook) -> tuple[float, int]:
    value = book.small[_lower(words, index)]
    index += 1
    if value < 20 or value % 10:
        return value, index
    hyphen = index < len(words) and words[index].kind == "HYPHEN"
    unit = book.small.get(_lower(words, index + hyphen), 0)
    return (value + unit, index + hyphen + 1) if 0 < unit < 10 else (value, index)


def _lower(words: list[Word], index: int) -> str:
    return words[index].lower if index < len(words) and words[index].kind == WORD else ""
