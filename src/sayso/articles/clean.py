"""Cleaning: lines to the article's text, with all that was cut and where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.articles.dates import DateReader
from sayso.articles.head import read_head
from sayso.articles.labels import mark_labels
from sayso.articles.lines import Line, prose_bounds
from sayso.books.boilerplate import Boilerplate
from sayso.model.text import Dropped, When

_BRACKETED = re.compile(r"\s*[(\[](?P<label>[^():\[\]]{2,30}):\s*[^()\[\]]+[)\]]")


class Cleaned(NamedTuple):
    """A cleaned text, what was cut from it, and what was learned on the way."""

    text: str
    dropped: tuple[Dropped, ...]
    title: str | None
    authors: tuple[str, ...]
    published: When | None


def clean(
    lines: Sequence[Line],
    book: Boilerplate,
    dates: DateReader,
    known_titles: Sequence[str] = (),
) -> Cleaned:
    """The text of an article: its paragraphs and section headings, each a line.

    A blank line stands between two lines where one stood before. The title is taken from the lines where
    none is known; where one is, its repetitions before the first paragraph are cut.
    """
    marks = mark_labels(lines, book)
    first, last = prose_bounds((n, line) for n, line in enumerate(lines) if n not in marks)
    if first > last:
        first = 0
    head = read_head(lines, marks, first, known_titles, book, dates)
    text = ""
    dropped: list[Dropped] = []
    gap = False
    for number, line in enumerate(lines):
        gap = gap or line.gap
        if number == head.title:
            continue
        reason = head.marks.get(number)
        if reason is not None:
            dropped.append(Dropped(text=line.text, reason=reason, at=len(text)))
            continue
        if text:
            text += "\n\n" if gap else "\n"
        gap = False
        for piece, cut in _without_tags(line.text, book):
            if cut:
                dropped.append(Dropped(text=piece, reason="attribution_tag", at=len(text)))
            else:
                text += piece
    return Cleaned(
        text,
        tuple(dropped),
        lines[head.title].text if head.title is not None else None,
        head.authors,
        head.published,
    )


def _without_tags(line: str, book: Boilerplate) -> Iterator[tuple[str, bool]]:
    """The pieces of a line, and if each is a source in brackets behind a label: "(Source: ...)"."""
    done = 0
    for match in _BRACKETED.finditer(line):
        if match["label"].strip().casefold() not in book.tag_labels:
            continue
        if match.start() > done:
            yield line[done : match.start()], False
        yield match.group().strip(), True
        done = match.end()
    if done < len(line):
        yield line[done:], False
