"""Cleaning: lines to the article's text, with all that was cut and where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    written = lines
    untagged = [_without_tags(line.text, book) for line in lines]
    lines = [
        line._replace(text=bare.text or line.text)
        for line, bare in zip(lines, untagged, strict=True)
    ]
    marks = mark_labels(lines, book)
    marks.update((n, "attribution_tag") for n, bare in enumerate(untagged) if not bare.text)
    first, last = prose_bounds((n, line) for n, line in enumerate(lines) if n not in marks)
    head = read_head(lines, marks, first if last >= 0 else 0, known_titles, book, dates)
    text = ""
    dropped: list[Dropped] = []
    gap = False
    for number, line in enumerate(lines):
        gap = gap or line.gap
        reason = head.marks.get(number)
        if reason is not None:
            dropped.append(Dropped(text=written[number].text, reason=reason, at=len(text)))
            continue
        start = len(text)
        if number != head.title:
            text += ("\n\n" if gap else "\n") if text else ""
            start = len(text)
            text += line.text
            gap = False
        for at, tag in untagged[number].tags:
            place = start if number == head.title else start + at
            dropped.append(Dropped(text=tag, reason="attribution_tag", at=place))
    return Cleaned(
        text,
        tuple(dropped),
        lines[head.title].text if head.title is not None else None,
        head.authors,
        head.published,
    )


class _Untagged(NamedTuple):
    """A line without its tags, and each tag with its offset there."""

    text: str
    tags: tuple[tuple[int, str], ...]


def _without_tags(line: str, book: Boilerplate) -> _Untagged:
    """Takes out sources in brackets behind a label: "(Source: ...)"."""
    text = ""
    tags: list[tuple[int, str]] = []
    done = 0
    for match in _BRACKETED.finditer(line):
        if match["label"].strip().casefold() in book.tag_labels:
            text += line[done : match.start()]
            tags.append((len(text), match.group().strip()))
            done = match.end()
    return _Untagged(text + line[done:], tuple(tags))
