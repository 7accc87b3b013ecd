"""An article's words with every record marked where it stands, and its number behind its last words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.briefs.marks import Close, Open, Text, anchor, mark
from sayso.briefs.order import KINDS
from sayso.model.text import Span

NAME = "at"
# Longer words without a mark are shown from their beginning and their end: a browser must stay quick.
_LONGEST_PIECE, _END = 50_000, 20_000
# Words of several kinds are marked as the first of them.
_RANKS = ("same", "alone", *KINDS)


class Noted(NamedTuple):
    """A record as it is marked: its number on the page, its kind, and the words that are its own."""

    number: int
    kind: str
    spans: tuple[Span, ...]


class Opened(NamedTuple):
    """A mark begins. `kind` is empty where words are only cited; `numbers` are those of its records."""

    id: str | None
    kind: str
    numbers: tuple[int, ...]

    @property
    def tag(self) -> str:
        """The element: only words of records are marked for the eye."""
        return "mark" if self.kind else "span"


class Closed(NamedTuple):
    """The mark that was opened last ends."""

    tag: str


class Refs(NamedTuple):
    """The records whose words end here."""

    noted: tuple[Noted, ...]


class Gap(NamedTuple):
    """So many characters without a mark that the page does not show."""

    left_out: int


Piece = Text | Opened | Closed | Refs | Gap


def marked(
    text: str, part: str, noted: Sequence[Noted], cited: Iterable[Span], name: str = NAME
) -> tuple[Piece, ...]:
    """A part of an article in pieces.

    `cited` are words that other pages lead to; `name` begins all anchors.
    """
    own = [(one, span) for one in noted for span in one.spans if span.part == part]
    spans = [span for _, span in own] + [span for span in cited if span.part == part]
    by_anchor: dict[str, list[Noted]] = {}
    for one, span in own:
        by_anchor.setdefault(anchor(span, name), []).append(one)
    ends = {anchor(span, name): span.end for span in spans}
    pieces = mark(text, spans, name)
    return tuple(_pieces(pieces, by_anchor, ends, _refs(own)))


def _refs(own: Sequence[tuple[Noted, Span]]) -> Mapping[int, tuple[Noted, ...]]:
    """Where numbers stand: behind the last words of each record."""
    last: dict[int, tuple[int, Noted]] = {}
    for one, span in own:
        last[one.number] = max(last.get(one.number, (0, one))[0], span.end), one
    found: dict[int, tuple[Noted, ...]] = {}
    for number in sorted(last):
        end, one = last[number]
        found[end] = (*found.get(end, ()), one)
    return found


def _pieces(
    pieces: Iterable[Text | Open | Close],
    by_anchor: Mapping[str, Sequence[Noted]],
    ends: Mapping[str, int],
    refs: Mapping[int, tuple[Noted, ...]],
) -> Iterator[Piece]:
    at = 0
    opened: list[tuple[str, Opened]] = []
    crossed: list[str] = []  # marks that were closed before their end, since another ended there
    told: set[int] = set()
    for piece in pieces:
        if isinstance(piece, Close):
            name, begun = opened.pop()
            if ends[name] > at:
                crossed.append(name)
            yield Closed(begun.tag)
            continue
        if at in refs and at not in told:
            told.add(at)
            yield Refs(refs[at])
        if isinstance(piece, Open):
            name = piece.anchor or _longest(crossed, ends)
            begun = _opened(piece.anchor, by_anchor.get(name, ()))
            opened.append((name, begun))
            yield begun
        else:
            at += len(piece.text)
            yield from _shown(piece)
    if at in refs and at not in told:
        yield Refs(refs[at])


def _shown(piece: Text) -> Iterator[Piece]:
    text = piece.text
    if len(text) <= _LONGEST_PIECE:
        yield piece
        return
    yield Text(text[:_END])
    yield Gap(len(text) - 2 * _END)
    yield Text(text[-_END:])


def _longest(crossed: list[str], ends: Mapping[str, int]) -> str:
    """The crossed mark that goes on next: the one that ends last."""
    found = max(crossed, key=lambda name: ends[name])
    crossed.remove(found)
    return found


def _opened(identifier: str | None, noted: Sequence[Noted]) -> Opened:
    kinds = sorted({one.kind for one in noted}, key=_RANKS.index)
    return Opened(identifier, kinds[0] if kinds else "", tuple(one.number for one in noted))
