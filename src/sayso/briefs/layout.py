"""Lines of text in a terminal: wrapping by display cells, and a little colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, chop_cells

# Not the no-break space: what it holds together stays on one line.
_BLANK = re.compile(r"[^\S\u00a0]+")


class Style(NamedTuple):
    """ANSI codes, or nothing where colour is off."""

    colour: bool

    def bold(self, text: str) -> str:
        """A heading."""
        return self._wrap("1", text)

    def dim(self, text: str) -> str:
        """What can be passed over: places and paths."""
        return self._wrap("2", text)

    def alert(self, text: str) -> str:
        """A doubt."""
        return self._wrap("33", text)

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Lines of at most `width` cells; the first begins with `first`, the others with `rest`.

    Words wider than a line are broken. `rest` is as many spaces as `first` has cells, if not given.
    """
    indent = " " * cell_len(first) if rest is None else rest
    lines, line, empty = [], first, True
    for word in _pieces(text, max(1, width - max(cell_len(first), cell_len(indent)))):
        glue = "" if empty else " "
        if not empty and cell_len(line) + 1 + cell_len(word) > width:
            lines.append(line)
            line, glue = indent, ""
        line, empty = f"{line}{glue}{word}", False
    return [*lines, line.rstrip()]


def _pieces(text: str, most: int) -> Iterator[str]:
    for word in _BLANK.split(text.strip()):
        yield from chop_cells(word, most) if cell_len(word) > most else (word,)


def pad(text: str, width: int) -> str:
    """The text with spaces up to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def centre(text: str, width: int) -> str:
    """The text in the middle of `width` cells."""
    left = max(0, width - cell_len(text)) // 2
    return pad(" " * left + text, width)
