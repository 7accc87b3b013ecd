"""How wide words are in the charts' font, so that nothing is clipped and nothing overlaps."""

from __future__ import annotations

import unicodedata

# Advance widths of Helvetica, in thousandths of the size (Adobe's Core 14 AFM files), from the space on;
# Liberation Sans and Arial were made to the same widths.
_FIRST = ord(" ")
_ASCII = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_OTHER, _WHOLE = 650, 1000
ELLIPSIS = "…"


def width_of(text: str, size: float) -> float:
    """The width of a text in pixels, at a font size in pixels; of scripts that are not Latin a guess."""
    return sum(map(_width, text)) * size / 1000


def cut(text: str, most: float, size: float) -> str:
    """The text on one line of at most `most` pixels; what is cut is told by an ellipsis."""
    line = " ".join(text.split())
    if width_of(line, size) <= most:
        return line
    while line and width_of(line + ELLIPSIS, size) > most:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def wrap(text: str, most: float, size: float, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines of `most` pixels; the last one is cut where more is left.

    >>> wrap("the ferries will not sail", 70, 12, 2)
    ('the ferries', 'will not sail')
    """
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size) <= most:
            line += f" {words.pop(0)}"
        found.append(cut(line, most, size))
    return (*found, cut(" ".join(words), most, size)) if words else tuple(found)


def _width(letter: str) -> int:
    plain = unicodedata.normalize("NFD", letter)[0]
    at = ord(plain) - _FIRST
    if 0 <= at < len(_ASCII):
        return _ASCII[at]
    return _WHOLE if unicodedata.east_asian_width(letter) in "WF" else _OTHER
