"""Lines that are labels: menus, widgets, comment boxes, lists of other articles, credits and captions.

Every rule asks for a whole line that the book of phrases knows, or for a line that stands in a plain
relation to one (below it, above it, the same line again). What no rule names stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.articles.lines import Line, prose_bounds, same
from sayso.books.boilerplate import Boilerplate, Phrase

Marks = dict[int, str]

CAPTION_WORDS = 40
_BREADCRUMB_MARKS = (" > ", " » ", " › ", " / ", " | ")
_BREADCRUMB_WORDS = 4  # in each part
_LETTER = re.compile(r"[^\W\d_]")


def mark_labels(lines: Sequence[Line], book: Boilerplate) -> Marks:
    """The number of each line to be cut, with the reason."""
    phrases = {
        number: phrase
        for number, line in enumerate(lines)
        if line.short and (phrase := book.find(line.text))
    }
    marks: Marks = {n: phrase.reason for n, phrase in phrases.items() if phrase.where == "any"}
    _mark_pictures(lines, book, marks)
    _mark_followers(lines, phrases, marks)
    first, last = prose_bounds((n, line) for n, line in enumerate(lines) if n not in marks)
    for number, phrase in phrases.items():
        # Where nothing is prose, nothing tells a menu from a short text.
        if last >= 0 and not first <= number <= last:
            marks.setdefault(number, phrase.reason)
    _mark_followers(lines, {n: p for n, p in phrases.items() if n in marks}, marks)
    for number, line in enumerate(lines):
        if number < first and _is_breadcrumb(line):
            marks.setdefault(number, "menu")
        if line.linked and not line.heading and not line.ended:
            marks.setdefault(number, "related")
    return marks


def _mark_pictures(lines: Sequence[Line], book: Boilerplate, marks: Marks) -> None:
    """Credits, and the captions above them; a caption that is told twice is an alternative text too."""
    for number, line in enumerate(lines):
        if number not in marks and line.short and book.is_credit(line.text):
            marks[number] = "credit"
    start = next((n for n, line in enumerate(lines) if line.prose), 0)
    titled = next((n for n, line in enumerate(lines) if line.headline and n not in marks), start)
    for number, line in enumerate(lines):
        if number in marks or line.words > CAPTION_WORDS:
            continue
        below = number + 1
        credited = below < len(lines) and not lines[below].gap and marks.get(below) == "credit"
        told_above = _told_above(lines, number)
        if credited and (line.gap or told_above):
            marks[number] = "caption"
        if told_above and (credited or titled < number - 1 < number < start):
            marks[number - 1] = marks[number] = "caption"


def _told_above(lines: Sequence[Line], number: int) -> bool:
    """If the line above, with no blank line between, is the same one."""
    return number > 0 and not lines[number].gap and same(lines[number].text, lines[number - 1].text)


def _mark_followers(lines: Sequence[Line], phrases: dict[int, Phrase], marks: Marks) -> None:
    """What goes with a phrase: the title below "Next article", the list below "Related stories"."""
    for number, phrase in sorted(phrases.items()):
        if number not in marks or phrase.takes == "line":
            continue
        run: list[int] = []
        for below in range(number + 1, len(lines)):
            if lines[below].prose or below in phrases:
                break
            run.append(below)
            if phrase.takes == "next":
                break
        after = run[-1] + 1 if run else len(lines)
        if phrase.takes == "list" and after < len(lines) and lines[after].prose:
            run.pop()  # the heading of the prose that follows
        for below in run:
            marks.setdefault(below, phrase.reason)


def _is_breadcrumb(line: Line) -> bool:
    return not line.ended and any(
        mark in line.text
        and all(len(part.split()) <= _BREADCRUMB_WORDS for part in line.text.split(mark))
        and all(_LETTER.search(part) for part in line.text.split(mark))
        and line.text.count(mark) >= 2
        for mark in _BREADCRUMB_MARKS
    )
