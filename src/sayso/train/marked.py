"""Marked passages: short texts in which the words of a warning stand in braces, one a line.

``+ {W|Valletta} said it {Q|would recall its envoy} {C|if {T|Tunis} sent trawlers}.`` C is the condition, Q the
consequence, W who warns, T who is warned. A line that begins with ``+`` has all its words marked; with ``~``
only what is marked is settled, and the other words may be part of it; with ``-`` it holds no warning. Empty
lines and those that begin with ``#`` are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from sayso.errors import TrainingError

Mark = Literal["C", "Q", "W", "T"]
_KINDS = ("+", "~", "-")
_BRACE = re.compile(r"\{([CQWT])\||\}")


class MarkedPassage(NamedTuple):
    """A passage; `kind` is the sign that it begins with, `spans` are (mark, start, end) in `text`."""

    kind: str
    text: str
    spans: tuple[tuple[str, int, int], ...]

    @property
    def warns(self) -> bool:
        """Whether it holds a warning."""
        return self.kind != "-"


def read_marked(paths: Iterable[Path]) -> Iterator[MarkedPassage]:
    """The passages of files, in order; TrainingError, with the line, for one that cannot be read."""
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise TrainingError(f"{path}: cannot be read: {error}") from error
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                try:
                    yield parse_marked(line)
                except ValueError as error:
                    raise TrainingError(f"{path}:{number}: {error}") from error


def parse_marked(line: str) -> MarkedPassage:
    """One line; ValueError where its sign is none, its braces are not balanced, or a warning has no condition."""
    kind, _, words = line.strip().partition(" ")
    if kind not in _KINDS:
        raise ValueError(f"a line begins with one of {' '.join(_KINDS)}, not {kind[:10]!r}")
    pieces: list[str] = []
    spans: list[tuple[str, int, int]] = []
    opened: list[tuple[str, int]] = []
    read = length = 0
    for brace in _BRACE.finditer(words):
        pieces.append(words[read : brace.start()])
        length += len(pieces[-1])
        read = brace.end()
        if brace[1]:
            opened.append((brace[1], length))
        elif opened:
            mark, start = opened.pop()
            spans.append((mark, start, length))
        else:
            raise ValueError("a brace is closed that was not opened")
    if opened:
        raise ValueError("a brace is not closed")
    pieces.append(words[read:])
    if (kind == "-") == any(mark == "C" for mark, _, _ in spans):
        raise ValueError("a warning has its condition marked, and what holds none has no mark")
    return MarkedPassage(kind, "".join(pieces), tuple(spans))


def marked_line(kind: str, text: str, spans: Iterable[tuple[str, int, int]]) -> str:
    """A passage as one line; spans that cross each other are a ValueError."""
    opening: dict[int, list[tuple[int, str]]] = {}
    closing: dict[int, int] = {}
    taken: list[tuple[int, int]] = []
    for mark, start, end in spans:
        if any(start < s < end < e or s < start < e < end for s, e in taken):
            raise ValueError(f"{text[start:end]!r} crosses another mark")
        taken.append((start, end))
        opening.setdefault(start, []).append((-end, mark))
        closing[end] = closing.get(end, 0) + 1
    told = []
    for at in range(len(text) + 1):
        told.append("}" * closing.get(at, 0))
        told.extend(f"{{{mark}|" for _, mark in sorted(opening.get(at, [])))
        told.append(text[at : at + 1])
    return f"{kind} {' '.join(''.join(told).split())}"
