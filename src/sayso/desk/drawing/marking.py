"""An article's words with every record marked where it stands, and its number behind its last words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.briefs.marks import Close, Open, Text, anchor, mark
from sayso.briefs.order import KINDS
from sayso.model.text import Span

NAME = "at"
# A page shows so many characters of an article: a browser must stay quick.
PORTION = 50_000
# A portion begins and ends at a word, where one does so near.
_NEAR = 200
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


Piece = Text | Opened | Closed | Refs


class Window(NamedTuple):
    """The characters of a text that one page shows, from `first` to before `last`.

    `number`, from 1, is which one of the `portions` it is. Portions overlap by the word at their border.
    """

    first: int
    last: int
    number: int
    portions: int

    def shows(self, span: Span) -> bool:
        """Whether words of the text, the title or what was cut are on the page: the latter two are on the first."""
        if span.part != "text":
            return self.number == 1
        return span.start < self.last and span.end > self.first


def portion_of(start: int) -> int:
    """The number of the portion that words which begin there stand in."""
    return start // PORTION + 1


def window(text: str, number: int) -> Window:
    """A portion of a text; what is no portion's number is the nearest one's."""
    portions = portion_of(max(0, len(text) - 1))
    number = max(1, min(number, portions))
    first, last = (number - 1) * PORTION, min(number * PORTION, len(text))
    return Window(word_before(text, first), word_after(text, last), number, portions)


def word_before(text: str, at: int) -> int:
    """Where the word begins that stands there, if it begins near."""
    before = text[max(0, at - _NEAR) : at]
    space = max(before.rfind(" "), before.rfind("\n"))
    return at - (len(before) - space - 1) if space >= 0 else at


def word_after(text: str, at: int) -> int:
    """Where the word ends that stands there, if it ends near."""
    after = text[at : at + _NEAR]
    return at + min((i for i in (after.find(" "), after.find("\n")) if i >= 0), default=0)


def marked(
    text: str,
    part: str,
    noted: Sequence[Noted],
    cited: Iterable[Span],
    name: str = NAME,
    shown: Window | None = None,
) -> tuple[Piece, ...]:
    """A part of an article in pieces, all of it or the window that is `shown`.

    `cited` are words that other pages lead to; `name` begins all anchors.
    """
    first, last = (shown.first, shown.last) if shown else (0, len(text))
    own = [(one, span) for one in noted for span in one.spans if span.part == part]
    spans = [span for _, span in own] + [span for span in cited if span.part == part]
    by_anchor: dict[str, list[Noted]] = {}
    for one, span in own:
        by_anchor.setdefault(anchor(span, name), []).append(one)
    ends = {anchor(span, name): min(span.end, last) for span in spans}
    pieces = mark(text, spans, name, first, last)
    return tuple(_pieces(pieces, by_anchor, ends, _refs(own), first))


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
    at: int,
) -> Iterator[Piece]:
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
            yield piece
    if at in refs and at not in told:
        yield Refs(refs[at])


def _longest(crossed: list[str], ends: Mapping[str, int]) -> str:
    """The crossed mark that goes on next: the one that ends last."""
    found = max(crossed, key=lambda name: ends[name])
    crossed.remove(found)
    return found


def _opened(identifier: str | None, noted: Sequence[Noted]) -> Opened:
    kinds = sorted({one.kind for one in noted}, key=_RANKS.index)
    return Opened(identifier, kinds[0] if kinds else "", tuple(one.number for one in noted))
