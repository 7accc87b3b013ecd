"""A brief as text for a terminal: every line leads back to words in an article."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from sayso.briefs.compose import compose
from sayso.briefs.labels import TIE
from sayso.briefs.layout import Style, centre, pad, wrap
from sayso.briefs.sheet import Block, Entry, EntryKind, Heading, Line, Matrix, Say, Section, plain
from sayso.model.collation import Brief

NARROWEST = 40
_NARROWEST_NAME = 20
_NARROWEST_COLUMN = 3
# What stands before an entry's first line.
_MARKS: dict[EntryKind, str] = {
    "sentence": "{:>2}  ",
    "change": " {:<6}",
    "claim": " [{}] ",
    "article": " {}  ",
    "time": " {}  ",
    "doubt": " {}  ",
}
# How far the further lines of an entry go in, where not as far as its mark.
_INDENTS: dict[EntryKind, str] = {"time": "   "}


class _Paper:
    """What all lines are laid out on: so many cells wide, in colour or not."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self.style = Style(colour)

    def section(self, section: Section) -> list[str]:
        """A section after an empty line."""
        lines = ["", *self._title(section.title.upper(), section.note)]
        for block in section.blocks:
            lines += self._block(block)
        return lines

    def _title(self, title: str, note: str) -> list[str]:
        bold, dim = self.style.bold(title), self.style.dim
        if cell_len(title) + 2 + cell_len(note) > self.width:
            return [bold, *map(dim, wrap(note, self.width, " "))]
        return [f"{bold}  {dim(note)}" if note else bold]

    def _block(self, block: Block) -> list[str]:
        if isinstance(block, Say):
            return wrap(plain(block.words), self.width, " ")
        if isinstance(block, Heading):
            return self._heading(block)
        return self._entry(block) if isinstance(block, Entry) else self._matrix(block)

    def _heading(self, heading: Heading) -> list[str]:
        if heading.kind == "occasion":
            return wrap(heading.text, self.width, "  — ", "    ")
        lines = wrap(heading.text, self.width, " ", "   ")
        return ["", *(self.style.bold(line) for line in lines)]

    def _entry(self, entry: Entry) -> list[str]:
        mark = _MARKS[entry.kind].format(entry.mark)
        indent = _INDENTS.get(entry.kind, " " * cell_len(mark))
        lines: list[str] = []
        for number, line in enumerate(entry.lines):
            lines += self._line(line, indent if number else mark, indent)
        return lines

    def _line(self, line: Line, first: str, indent: str) -> list[str]:
        rest = indent + " " * (cell_len(line.lead) + line.hang)
        lines = wrap(plain(line.words), self.width, f"{first}{line.lead}", rest)
        if line.tone == "plain":
            return lines
        tone = self.style.dim if line.tone == "dim" else self.style.alert
        return [tone(one) for one in lines]

    def _matrix(self, matrix: Matrix) -> list[str]:
        """As many tables as the columns need at this width, then what the signs mean."""
        column = max(_NARROWEST_COLUMN, *(cell_len(label) for label in matrix.columns)) + 1
        longest = max(cell_len(row.name) + 2 for row in matrix.rows)
        name = max(_NARROWEST_NAME, min(self.width // 2, longest))
        fit = max(1, (self.width - name) // column)
        lines: list[str] = []
        for first in range(0, len(matrix.columns), fit):
            columns = slice(first, first + fit)
            lines.append(_row("", matrix.columns[columns], name, column))
            for row in matrix.rows:
                label, *more = wrap(row.name, name - 1, " ", "   ")
                signs = [cell.sign for cell in row.cells[columns]]
                lines += [_row(label, signs, name, column), *more]
        if matrix.more:
            lines += wrap(matrix.more, self.width, " ")
        legend = " · ".join(f"{sign} {meaning}" for sign, meaning in matrix.legend)
        return lines + [self.style.dim(line) for line in wrap(legend, self.width, " ")]


def _row(label: str, cells: Sequence[str], name: int, column: int) -> str:
    return pad(label, name) + "".join(centre(cell, column) for cell in cells)


def render(brief: Brief, width: int = 80, colour: bool = False) -> str:
    """The brief as lines of at most `width` cells (at least 40), with a final line break.

    `colour` adds ANSI codes; nothing is told by colour alone.
    """
    sheet = compose(brief)
    paper = _Paper(max(width, NARROWEST), colour)
    lines = [
        *(paper.style.bold(line) for line in wrap(sheet.title.upper(), paper.width)),
        *wrap(sheet.facts, paper.width),
        "─" * paper.width,
        *(line for section in sheet.sections for line in paper.section(section)),
    ]
    return "\n".join(line.replace(TIE, " ").rstrip() for line in lines) + "\n"
