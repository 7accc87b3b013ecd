"""What stands before the first paragraph: the title, told once or twice, bylines, publication lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.articles.dates import DateReader
from sayso.articles.labels import Marks
from sayso.articles.lines import LABEL_CHARS, Line, folded, same
from sayso.books.boilerplate import Boilerplate
from sayso.model.text import When

HEAD_LINES = 60  # the menus above a title are seldom longer
_TITLE_WORDS = 3  # fewer make a title only when nothing else can be one
_MENU_WORDS = 3
_NAME_WORDS = 6
_AUTHORS = re.compile(r"\s*(?:,|;|\||&|\band\b|\s[-–—•]\s)\s*")
_PLAIN_WORD = re.compile(r"[^\W\d_]+")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,2} ?/ ?\d{1,2} ?/ ?\d{2,4}(?!\d)")
# "VALPARAISO, May 3, 2031 (Corvane) - ": the place in capitals, the date, a dash; or a full stop or a colon,
# but then nothing else before it.
_WIRE_HEAD = re.compile(
    r"(?P<head>[A-Z][A-Z.'’ -]{2,}(?:[,:(/ ][^.!?–—]{0,60}?\d{4}[^.!?–—]{0,40}?(?=\s(?:--?|–|—)\s)"
    r"|,?\s\(?(?:\d{1,2}\s[A-Z]\w+|[A-Z]\w+\.?\s\d{1,2}),?\s\d{4}\)?(?:\s\([^()]{2,40}\))?(?=[.:]\s)))"
)


class Head(NamedTuple):
    """What was read there. `title` is the number of its line, or None."""

    title: int | None
    authors: tuple[str, ...]
    published: When | None
    marks: Marks


def read_head(
    lines: Sequence[Line],
    marks: Marks,
    first_prose: int,
    known_titles: Sequence[str],
    book: Boilerplate,
    dates: DateReader,
) -> Head:
    """Reads the last lines before number `first_prose` that are not marked already; all of `marks` is kept."""
    found = dict(marks)
    authors: list[str] = []
    published: When | None = None
    zone = range(max(0, first_prose - HEAD_LINES), first_prose)
    for number in zone:
        line = lines[number]
        if number in found or not line.short:
            continue
        names = byline_authors(line.text, book)
        if names is not None:
            authors.extend(name for name in names if name not in authors)
            found[number] = "byline"
        elif (when := publication_line(line.text, book, dates)) is not None:
            if published is None or (published.start is None and when.start is not None):
                published = when
            found[number] = "dateline"
    if published is None and first_prose < len(lines):
        published = wire_date(lines[first_prose].text[:LABEL_CHARS], dates)
    open_lines = [number for number in zone if number not in found]
    title = _mark_title(lines, open_lines, known_titles, found)
    return Head(title, tuple(authors), published, found)


def _mark_title(
    lines: Sequence[Line], numbers: Sequence[int], known_titles: Sequence[str], marks: Marks
) -> int | None:
    """Finds the title and marks its repetitions and the menu words above it."""
    if known_titles:
        for number in numbers:
            if any(same(lines[number].text, title) for title in known_titles):
                marks[number] = "repeated_title"
        return None
    title = _glued_title(lines, numbers, marks)
    if title is None:
        able = [n for n in numbers if lines[n].headline]
        long = [n for n in able if lines[n].words >= _TITLE_WORDS]
        title = long[0] if long else able[0] if len(numbers) == len(able) == 1 else None
    if title is None:
        return None
    for number in numbers:
        if number > title and same(lines[number].text, lines[title].text):
            marks[number] = "repeated_title"
        elif number < title and number not in marks and _is_menu_word(lines[number]):
            marks[number] = "menu"
    return title


def _glued_title(lines: Sequence[Line], numbers: Sequence[int], marks: Marks) -> int | None:
    """A headline that stands a second time behind a menu word without a space ("SportRovers win cup")."""
    for above in numbers:
        for below in numbers:
            prefix = lines[above].text.removesuffix(lines[below].text)
            if (
                below > above
                and lines[below].words >= _TITLE_WORDS
                and prefix != lines[above].text
                and prefix
                and len(prefix.split()) <= _MENU_WORDS
            ):
                marks[above] = "menu"
                return below
    return None


def _is_menu_word(line: Line) -> bool:
    return line.words < _TITLE_WORDS and not line.ended


def byline_authors(line: str, book: Boilerplate) -> tuple[str, ...] | None:
    """The names in a byline; None for a line that is no byline, () for one without a name."""
    start = book.byline.match(line)
    if start is None or Line(line).ended:
        return None
    names: list[str] = []
    for part in _AUTHORS.split(line[start.end() :]):
        words = part.split()
        if folded(part) in book.not_authors or not words:
            continue
        capital = [word for word in words if word[0].isupper()]
        if len(words) > _NAME_WORDS or 2 * len(capital) < len(words) or not words[0][0].isupper():
            return None
        names.append(part)
    return tuple(names) if names or folded(line[start.end() :]) in book.not_authors else None


def publication_line(line: str, book: Boilerplate, dates: DateReader) -> When | None:
    """When a line that holds nothing but a date says that the article was published.

    A date that may be two days ("3/4/2031"), or is that of a change, gives a When without `start`; any
    other line gives None.
    """
    told, changed = line, ""
    if (update := book.update.search(line)) is not None:
        told, changed = line[: update.start()], line[update.end() :]
        written = dates.read(changed)
        if written is None or not _only(f"{written.rest} {told}", book, dates):
            return None
        if not told.strip(" |·•-–—,;("):
            return When(text=line)
    written = dates.read(told)
    if written is None and _NUMERIC_DATE.search(told):
        return When(text=line) if _only(told, book, dates) else None
    if written is None or written.when.precision not in ("day", "instant"):
        return None
    return written.when if _only(written.rest, book, dates) else None


def wire_date(line: str, dates: DateReader) -> When | None:
    """The full date in an agency's dateline at the head of the first paragraph; most give no year."""
    head = _WIRE_HEAD.match(line)
    written = dates.read(head["head"]) if head else None
    return written.when if written and written.when.precision == "day" else None


def _only(rest: str, book: Boilerplate, dates: DateReader) -> bool:
    """If what is left of a line beside its date is nothing but words of such lines, or another date."""
    if (written := dates.read(rest)) is not None:
        rest = written.rest
    return set(_PLAIN_WORD.findall(rest.casefold())) <= book.dateline_words
