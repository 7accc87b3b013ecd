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
_PARTED = re.compile(r"\s*[|·•]\s*")
_MARKS = " ,;:()|·•-–—"
# A place in one word, alone or with its country, or in capitals.
_PLACE = re.compile(r"[A-Z][^\W\d_]+(?:, [A-Z][^\W\d_]+)?|[A-Z][A-Z.'’ -]{2,}(?:, [A-Z][A-Za-z]+)?")
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
        signed = dated_byline(line.text, book, dates) if names is None else None
        if names is not None or signed is not None:
            authors.extend(
                name for name in names or (signed and signed.names) or () if name not in authors
            )
            published = published or (signed.when if signed else None)
            found[number] = "byline"
        elif (when := sent_line(line.text, book, dates)) is not None:
            published = published or when
            found[number] = "dateline"
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


class Signed(NamedTuple):
    """Who wrote it and when, as one line tells both."""

    names: tuple[str, ...]
    when: When


def dated_byline(line: str, book: Boilerplate, dates: DateReader) -> Signed | None:
    """Reads "By Ana Reis, 3 May 2031", "May 3, 2031 | By Ana Reis | Opinion"; None for any other line."""
    names: tuple[str, ...] | None = None
    when: When | None = None
    for piece in _PARTED.split(line):
        written = dates.read(piece)
        rest = piece
        if written is not None and written.when.precision in ("day", "instant"):
            when = when or written.when
            rest = _without_ends(written.rest, book)
        if rest and names is None and (found := byline_authors(rest, book)) is not None:
            names = found
        elif len(rest.split()) > _MENU_WORDS:
            return None
    return Signed(names, when) if names is not None and when is not None else None


def _without_ends(rest: str, book: Boilerplate) -> str:
    """What stands beside a date, without the marks and the words that lead to it ("on", "published")."""
    words = rest.strip(_MARKS).split()
    while words and words[-1].strip(_MARKS).casefold() in {"", *book.dateline_words}:
        words.pop()
    return " ".join(words).strip(_MARKS)


def sent_line(line: str, book: Boilerplate, dates: DateReader) -> When | None:
    """The date at the end of a line that else tells but whence it was sent; None for any other line.

    "Tacna, 3 May 2031", "Notes from a desk in Tacna, 3 May 2031"; a person's name before a date stands beneath
    a picture.
    """
    written = dates.read(line)
    if written is None or written.when.precision not in ("day", "instant"):
        return None
    before = written.rest.rstrip()
    where = before.rstrip(_MARKS)
    if not where or where == before or not line.startswith(before):
        return None
    words = where.split()
    sent = len(words) > 1 and words[0].casefold() in book.sent and words[1] == "from"
    return written.when if sent or _PLACE.fullmatch(where) else None


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
