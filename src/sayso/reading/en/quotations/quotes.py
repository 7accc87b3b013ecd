"""Quotation marks: which words stand between them, in every style, over paragraphs too.

Typographic marks say themselves whether they open; straight ones open at the start of a word and close
at the end of one. A single mark is an apostrophe unless it stands where a quotation can begin. A
quotation that is still open where its paragraph ends goes on in the next paragraph if that one begins
with an opening mark (the convention of English news prose); else it was never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’",
    "'": "'",
    "`": "'",
}
_DOUBLE = '“”„«»‹›「」『』"'
_OPENING = '"“„«‹「『'
_CLOSING = "”»›」』’"
_MARK = re.compile(r"``|''|[“”„«»‹›「」『』\"‘’'`]")
_SINGLE = re.compile(r"['‘’]")
_LINE = re.compile(r"[^\r\n]+")
_TWICE = {"``": '"', "''": '"'}
# A single-quoted passage longer than this is taken for a stray apostrophe.
_LONGEST_SINGLE = 600


class Quote(NamedTuple):
    """One quotation within one paragraph, marks included in [start, end); `inner` excludes them.

    `continued`: it carries on the quotation that the paragraph before left open. `closed` is False
    for one that nothing closes.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    continued: bool
    closed: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """All outermost quotations, in order; nested ones belong to the outer."""
    found: list[Quote] = []
    open_before = False
    for line in _LINE.finditer(text):
        quotes = _in_paragraph(text, line.start(), line.end(), open_before)
        if quotes and not quotes[-1].closed:
            open_before = True
        elif line.group().strip():
            open_before = False
        found.extend(quotes)
    return _settle_unclosed(found)


def find_nested(text: str, outer: Quote) -> tuple[Quote, ...]:
    """The quotations that stand within another one."""
    return tuple(_in_paragraph(text, outer.inner_start, outer.inner_end, False))


def _settle_unclosed(quotes: list[Quote]) -> tuple[Quote, ...]:
    """A quotation that the next paragraph carries on is not one that was never closed."""
    settled = []
    for index, quote in enumerate(quotes):
        carried_on = index + 1 < len(quotes) and quotes[index + 1].continued
        settled.append(quote._replace(closed=True) if carried_on and not quote.closed else quote)
    return tuple(settled)


def _in_paragraph(text: str, start: int, end: int, open_before: bool) -> list[Quote]:
    quotes: list[Quote] = []
    opened: tuple[int, int, str] | None = None  # start, inner start, closing marks
    first_word = start + len(text[start:end]) - len(text[start:end].lstrip())
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), _TWICE.get(match.group(), match.group())
        if opened is None:
            if _opens(text, at, match.end(), mark, start, end):
                opened = (at, match.end(), _PAIRS.get(mark, mark))
            continue
        turned = mark == text[opened[0]] and _turned(text, at, match.end(), start, end)
        if turned or (mark in opened[2] and _closes(text, at, match.end(), mark, end)):
            if mark in "'’" and _plural_possessive(text, at, end, opened[2]):
                continue
            quotes.append(
                _quote(opened, at, match.end(), open_before, first_word, quotes, closed=True)
            )
            opened = None
    if opened is not None and text[opened[0]] in _DOUBLE:
        stripped = opened[1] + len(text[opened[1] : end].rstrip())
        quotes.append(
            _quote(opened, stripped, stripped, open_before, first_word, quotes, closed=False)
        )
    return [quote for quote in quotes if quote.inner_start < quote.inner_end]


def _turned(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Whether an opening mark closes what such a mark opened: "“We wait, “the mayor said".

    Only where the paragraph has more that open than that close; behind a stop, or between lower-case words.
    """
    mark = text[at]
    closing = _PAIRS.get(mark, mark)
    if mark not in "“«" or text.count(mark, start, end) <= text.count(closing, start, end):
        return False
    before, following = text[start:at].rstrip(), text[after:end].lstrip()
    if before[-1:] in (",", ".", "?", "!"):
        return following[:1].isalpha()
    return before[-1:].islower() and following[:1].islower()


def _quote(
    opened: tuple[int, int, str],
    inner_end: int,
    end: int,
    open_before: bool,
    first_word: int,
    before: list[Quote],
    *,
    closed: bool,
) -> Quote:
    continued = open_before and not before and opened[0] == first_word
    return Quote(opened[0], end, opened[1], inner_end, continued, closed)


def _opens(text: str, at: int, after: int, mark: str, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if mark in _CLOSING:
        # Some writers open with the closing mark: only at the start of a paragraph, never for ’.
        return mark != "’" and at == start and not following.isspace()
    if following.isspace():
        return False
    if mark in _OPENING:
        return mark != '"' or not before.isalnum()
    if before.isalnum() or not (before.isspace() or before in '([—–-“"'):
        return False
    if following.isdigit():
        return False
    return any(True for _ in _single_closes(text, after, end, _PAIRS.get(mark, mark)))


def _single_closes(text: str, after: int, end: int, marks: str) -> Iterator[int]:
    """Where a single mark ends a word, up to the next one that begins a word."""
    for match in _SINGLE.finditer(text, after, min(end, after + _LONGEST_SINGLE)):
        at = match.start()
        if _closes(text, at, at + 1, text[at], end):
            if text[at] in marks:
                yield at
        elif text[at - 1].isspace():
            return


def _plural_possessive(text: str, at: int, end: int, marks: str) -> bool:
    """Whether "the voters' choice" is meant: a lower-case word follows, and a better close further on."""
    like_one = (
        text[at - 1] in "sS" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    )
    return like_one and any(True for _ in _single_closes(text, at + 1, end, marks))


def _closes(text: str, at: int, after: int, mark: str, end: int) -> bool:
    before = text[at - 1] if at else " "
    following = text[after] if after < end else " "
    if mark in "'’":
        return not before.isspace() and not following.isalnum()
    if mark == '"':
        return not following.isalnum() or not before.isspace()
    return True
