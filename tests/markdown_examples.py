"""Examples in Markdown: the ```console blocks, with their commands and what these are to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"\n?\[exit (\d+)\]\n?$")


class Example(NamedTuple):
    """One command, what it is to print (``...`` stands for anything), and its exit code."""

    command: tuple[str, ...]
    output: str
    code: int

    def is_met_by(self, printed: str) -> bool:
        """Whether this was printed."""
        wanted = ".*".join(re.escape(piece) for piece in self.output.strip().split("..."))
        return re.fullmatch(wanted, printed.strip(), re.DOTALL) is not None


def examples(markdown: str) -> Iterator[Example]:
    """The examples of a page, in order."""
    for block in _BLOCK.findall(markdown):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            ended = _EXIT.search(output)
            yield Example(
                tuple(command.split()),
                _EXIT.sub("", output),
                int(ended.group(1)) if ended else 0,
            )


def scripts(markdown: str) -> tuple[str, ...]:
    """The ```python blocks of a page, in order."""
    return tuple(_PYTHON.findall(markdown))
