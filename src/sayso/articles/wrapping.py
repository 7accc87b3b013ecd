"""Hard-wrapped plain text: paragraphs whose lines were broken at a width, put together again.

A break is one of wrapping where the next line's first word would not have fitted into the width (the
greedy fill that editors and mailers use). A text is taken for wrapped only where enough lines show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BLANK = re.compile(r"(?:\r?\n|\r(?!\n))[^\S\r\n]*(?:\r?\n|\r(?!\n))\s*")
_WIDTHS = range(50, 121)  # characters that a wrapped text's longest line can have
_FEWEST = 3  # breaks of wrapping that show a text to be wrapped


def unwrap(text: str) -> str:
    """The text with each wrapped paragraph on one line; any other text as it is."""
    blocks = [block.splitlines() for block in _BLANK.split(text)]
    width = max((len(line.rstrip()) for block in blocks for line in block), default=0)
    if width not in _WIDTHS:
        return text
    wrapped = [_is_wrapped(block, width) for block in blocks]
    breaks = sum(len(block) - 1 for block, joins in zip(blocks, wrapped, strict=True) if joins)
    if breaks < _FEWEST:
        return text
    return "\n\n".join(_joined(blocks, wrapped))


def _is_wrapped(block: list[str], width: int) -> bool:
    """Whether every break of a block is one of wrapping."""
    return len(block) > 1 and all(
        len(line.rstrip()) + 1 + len(following.split()[0]) > width
        for line, following in pairwise(block)
        if following.strip()
    )


def _joined(blocks: list[list[str]], wrapped: list[bool]) -> Iterator[str]:
    for block, joins in zip(blocks, wrapped, strict=True):
        yield (" " if joins else "\n").join(line.strip() for line in block)
