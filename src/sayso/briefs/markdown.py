"""A brief as Markdown (CommonMark, with the tables of GitHub's), in the same words as the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from sayso.briefs.compose import compose
from sayso.briefs.sheet import Block, Entry, Heading, Matrix, Say, Section, plain
from sayso.model.collation import Brief

# What Markdown, HTML inside it or a renderer that links bare addresses could take for markup.
_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#|~&!$^]"
    r"|^[-+=:]"  # a list, a rule or an underline, at the start
    r"|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d\d\d)[.)]|(?<=^\d\d\d\d)[.)]"  # a numbered list
    r"|:(?=//)|(?<=\w)@(?=\w)|(?<=www)\.",  # addresses
    re.IGNORECASE,
)


def render(brief: Brief) -> str:
    """The brief as Markdown, with a final line break. All words are escaped: none of them is markup."""
    sheet = compose(brief)
    parts = [f"# {escape(sheet.title)}", escape(sheet.facts)]
    for section in sheet.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Words on one line, of which Markdown takes nothing for markup."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _section(section: Section) -> list[str]:
    parts = [f"## {escape(section.title)}"]
    if section.note:
        parts.append(f"*{escape(section.note)}*")
    for listed, blocks in groupby(section.blocks, lambda block: isinstance(block, Entry)):
        told = [_block(block) for block in blocks]
        parts += ["\n".join(told)] if listed else told
    return parts


def _block(block: Block) -> str:
    if isinstance(block, Say):
        return escape(plain(block.words))
    if isinstance(block, Heading):
        return f"{'###' if block.kind == 'speaker' else '####'} {escape(block.text)}"
    return _entry(block) if isinstance(block, Entry) else _matrix(block)


def _entry(entry: Entry) -> str:
    """A list item; what else is told under its mark is a list inside it."""
    first, *more = (escape(f"{line.lead}{plain(line.words)}") for line in entry.lines)
    if entry.kind == "sentence":
        bullet, head = f"{entry.mark}. ", ""
    else:
        mark = f"[{entry.mark}]" if entry.kind == "claim" else entry.mark
        bullet, head = "- ", f"**{escape(mark)}** "
    indent = " " * len(bullet)
    return "\n".join([f"{bullet}{head}{first}", *(f"{indent}- {line}" for line in more)])


def _matrix(matrix: Matrix) -> str:
    columns = ["", *map(escape, matrix.columns)]
    rules = ["---", *(":-:" for _ in matrix.columns)]
    rows = [[escape(row.name), *(cell.sign for cell in row.cells)] for row in matrix.rows]
    parts = ["\n".join(_row(cells) for cells in (columns, rules, *rows))]
    if matrix.more:
        parts.append(escape(matrix.more))
    parts.append("\n".join(f"- {sign} {escape(meaning)}" for sign, meaning in matrix.legend))
    return "\n\n".join(parts)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
