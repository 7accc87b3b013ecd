"""The passages of a text that meet a question, with the words that do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from sayso.model.text import Article, Span
from sayso.model.words import words_in
from sayso.stores.asking import Phrase, Term

# Characters of a passage, and passages of one article.
_WIDTH = 240
_MOST = 3
# Marks of a text that are looked at: beyond, a better passage would hardly come.
_MOST_MARKS = 2000

# Where a paragraph ends: an empty line, or a line that ends as a sentence does. Others are wrapped lines.
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|(?<=[.!?…:;\"”»'’)])[^\S\n]*\n")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an article, and in `marks` those among them that were asked for."""

    span: Span
    marks: tuple[Span, ...]


class _Mark(NamedTuple):
    start: int
    end: int
    term: int


def passages_of(article: Article, terms: Sequence[Term]) -> tuple[Passage, ...]:
    """The title where it meets the question, and the passages of the text with the most of it, in order."""
    found: list[Passage] = []
    if article.title and (marks := _marks(article.title, terms)):
        found.append(_passage(article, "title", 0, len(article.title), marks))
    return (*found, *_best(article, _marks(article.text, terms)))


def marked_spans(
    article: Article, spans: Iterable[Span], terms: Sequence[Term]
) -> tuple[Passage, ...]:
    """Each of the spans whole, with its marks."""
    return tuple(
        _passage(
            article,
            span.part,
            span.start,
            span.end,
            [
                _Mark(span.start + mark.start, span.start + mark.end, mark.term)
                for mark in _marks(span.text, terms)
            ],
        )
        for span in spans
    )


def _marks(text: str, terms: Sequence[Term]) -> list[_Mark]:
    """Where phrases of the terms stand, by their beginning; none overlaps another."""
    by_first: dict[str, list[tuple[int, Phrase]]] = {}
    begun: list[tuple[int, Phrase]] = []
    for number, term in enumerate(terms):
        for phrase in term.phrases:
            if phrase.open and len(phrase.words) == 1:
                begun.append((number, phrase))
            else:
                by_first.setdefault(phrase.words[0], []).append((number, phrase))
    words, places = words_in(text)
    found: list[_Mark] = []
    for at, word in enumerate(words):
        if word not in by_first and not begun:
            continue
        start, _ = places[at]
        if found and (start < found[-1].end or len(found) == _MOST_MARKS):
            continue
        standing = [
            _Mark(start, places[at + len(phrase.words) - 1][1], number)
            for number, phrase in (*by_first.get(word, ()), *begun)
            if _stands(phrase, words, at)
        ]
        if standing:
            found.append(max(standing, key=lambda mark: (mark.end, -mark.term)))
    return found


def _stands(phrase: Phrase, words: Sequence[str], at: int) -> bool:
    there = words[at : at + len(phrase.words)]
    if len(there) < len(phrase.words):
        return False
    *whole, last = zip(phrase.words, there, strict=True)
    return all(asked == word for asked, word in whole) and (
        last[1].startswith(last[0]) if phrase.open else last[1] == last[0]
    )


def _best(article: Article, marks: Sequence[_Mark]) -> Iterator[Passage]:
    """The passages with the most different terms, at most three, in their order."""
    ends = [match.end() for match in _PARAGRAPH.finditer(article.text)] if marks else []
    groups = list(_groups(ends, marks))
    groups.sort(key=lambda group: (-len({mark.term for mark in group}), group[0].start))
    for group in sorted(groups[:_MOST]):
        at = bisect_right(ends, group[0].start)
        first = ends[at - 1] if at else 0
        last = ends[at] if at < len(ends) else len(article.text)
        last = max(last, group[-1].end)  # a phrase may stand across the end of a paragraph
        start, end = _around(article.text, group[0].start, group[-1].end, first, last)
        yield _passage(article, "text", start, end, group)


def _groups(ends: Sequence[int], marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Marks of one paragraph that have room in one passage."""
    group: list[_Mark] = []
    for mark in marks:
        if group and (
            mark.end - group[0].start > _WIDTH
            or bisect_right(ends, group[0].start) != bisect_right(ends, mark.start)
        ):
            yield group
            group = []
        group.append(mark)
    if group:
        yield group


def _around(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The passage around a stretch: in a paragraph (`first` to `last`), from word to word."""
    room = max(0, (_WIDTH - (end - start)) // 2)
    if last - first <= _WIDTH * 4 // 3:
        left, right = first, last
    else:
        left, right = max(first, start - room), min(last, end + room)
        if left > first:
            space = text.find(" ", left, start)
            left = start if space == -1 else space + 1
        if right < last:
            space = text.rfind(" ", end, right)
            right = end if space == -1 else space
    stripped = text[left:right]
    return left + len(stripped) - len(stripped.lstrip()), left + len(stripped.rstrip())


def _passage(article: Article, part: str, start: int, end: int, marks: Iterable[_Mark]) -> Passage:
    return Passage(
        span=article.span(start, end, part),
        marks=tuple(article.span(mark.start, mark.end, part) for mark in marks),
    )
