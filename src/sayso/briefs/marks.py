"""An article's words with marks where they are cited, so that a page can lead to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from sayso.model.text import Span


class Text(NamedTuple):
    """Words as they stand."""

    text: str


class Open(NamedTuple):
    """A mark begins; `anchor` is None where it goes on with a span that began inside another one."""

    anchor: str | None


class Close(NamedTuple):
    """The mark that was opened last ends."""


Piece = Text | Open | Close
_Pending = tuple[int, int, str]


def anchor(span: Span, article: str) -> str:
    """The name of a span's place on the page: "a2-title-0-31"; `article` is the article's own name."""
    return f"{article}-{span.part.replace('/', '-')}-{span.start}-{span.end}"


def mark(
    text: str, spans: Iterable[Span], article: str, first: int = 0, last: int | None = None
) -> tuple[Piece, ...]:
    """The text from `first` to `last` in pieces: every span there opens one mark with its anchor.

    `spans` are of this part of the article. Marks lie within each other: where two cross, the later one is closed
    with the earlier one and goes on in a mark without an anchor. Time grows with the text and with n log n of
    the spans.
    """
    stop_at = len(text) if last is None else min(last, len(text))
    pending: list[_Pending] = [
        (max(start, first), -min(end, stop_at), name)
        for start, end, name in {(s.start, s.end, anchor(s, article)) for s in spans}
        if start < stop_at and end > first
    ]
    heapify(pending)
    pieces: list[Piece] = []
    ends: list[int] = []
    at = first
    while pending:
        start, end, name = heappop(pending)
        at = _close(pieces, ends, text, at, start)
        stop = min(-end, ends[-1]) if ends else -end
        if stop < -end:
            heappush(pending, (stop, end, ""))
        pieces += _words(text, at, start)
        pieces.append(Open(name or None))
        ends.append(stop)
        at = start
    at = _close(pieces, ends, text, at, stop_at)
    return (*pieces, *_words(text, at, stop_at))


def _close(pieces: list[Piece], ends: list[int], text: str, at: int, before: int) -> int:
    """End the marks that end before a place; gives how far the text has been told."""
    while ends and ends[-1] <= before:
        end = ends.pop()
        pieces += _words(text, at, end)
        pieces.append(Close())
        at = end
    return at


def _words(text: str, start: int, end: int) -> Sequence[Text]:
    return [Text(text[start:end])] if start < end else []
