"""A brief in words, before any layout: what text, Markdown and HTML have in common.

A sheet has sections, a section has blocks, and words are plain strings between citations (Cite), which
lead to words in an article, and notes (Note), which lead to a claim of the brief.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sayso.model.text import Span


class Cite(NamedTuple):
    """Where words stand ("001, 512-829"), leading to them."""

    text: str
    span: Span


class Note(NamedTuple):
    """The number of a claim, leading to it."""

    number: int


Inline = str | Cite | Note
Words = tuple[Inline, ...]
Tone = Literal["plain", "dim", "alert"]
EntryKind = Literal["sentence", "change", "claim", "article", "time", "doubt"]


class Line(NamedTuple):
    """One thing that is told. `lead` ("also ") stands before it; `hang` is how far further lines go in."""

    words: Words
    tone: Tone = "plain"
    lead: str = ""
    hang: int = 0


class Entry(NamedTuple):
    """What stands under one mark: a number, an article's label or a time."""

    kind: EntryKind
    mark: str
    lines: tuple[Line, ...]


class Heading(NamedTuple):
    """A heading inside a section: who speaks, or on which occasion."""

    kind: Literal["speaker", "occasion"]
    text: str


class Say(NamedTuple):
    """A sentence on its own."""

    words: Words


class Cell(NamedTuple):
    """A sign of the matrix, leading to words where there are any."""

    sign: str
    span: Span | None = None


class Row(NamedTuple):
    """One voice of the matrix, with a cell for each column."""

    name: str
    cells: tuple[Cell, ...]


class Matrix(NamedTuple):
    """A table of signs; `legend` pairs each sign that occurs with its meaning."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str
    legend: tuple[tuple[str, str], ...]


Block = Say | Heading | Entry | Matrix


class Section(NamedTuple):
    """A part of the brief. `note` is said beside its title."""

    title: str
    note: str
    blocks: tuple[Block, ...]


class Sheet(NamedTuple):
    """A whole brief. `facts` are its size and dates in one line."""

    title: str
    facts: str
    sections: tuple[Section, ...]


def plain(words: Words) -> str:
    """The words without their links."""
    return "".join(map(_plain, words))


def _plain(inline: Inline) -> str:
    if isinstance(inline, Note):
        return f"[{inline.number}]"
    return inline.text if isinstance(inline, Cite) else inline


def cited(sheet: Sheet) -> Iterator[Span]:
    """Every span that the sheet leads to, as often as it does."""
    for section in sheet.sections:
        for block in section.blocks:
            if isinstance(block, Matrix):
                yield from (c.span for row in block.rows for c in row.cells if c.span is not None)
            for words in _words_of(block):
                yield from (inline.span for inline in words if isinstance(inline, Cite))


def _words_of(block: Block) -> tuple[Words, ...]:
    if isinstance(block, Say):
        return (block.words,)
    return tuple(line.words for line in block.lines) if isinstance(block, Entry) else ()
