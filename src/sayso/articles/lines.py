"""The lines of an article: where cleaning looks for what is no prose, and marks it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Unicode's other spaces; then what has no width: joiners are kept, Persian and Indic words need them.
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_ENDED = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_OPEN_END = re.compile(r"[,;:–—-]$")
_WORD = re.compile(r"\w+")

# Scripts that put no spaces between words: kana, ideographs, and Thai to Khmer. Two letters count as one.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)

PROSE_WORDS = 8  # with a full stop
LONG_WORDS = 30  # without one
LABEL_CHARS = 500  # no label, headline or credit is longer


class Line(NamedTuple):
    """A line that is not blank. `gap`: a blank line stands before it.

    `linked`: in its page the whole line was a link. `heading`: in its page it was marked as one.
    """

    text: str
    gap: bool = False
    linked: bool = False
    heading: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2

    @property
    def short(self) -> bool:
        """If it is short enough to be anything but prose."""
        return len(self.text) <= LABEL_CHARS

    @property
    def ended(self) -> bool:
        """If it ends as a sentence does."""
        return bool(_ENDED.search(self.text))

    @property
    def prose(self) -> bool:
        """If it is a paragraph rather than a label, a headline or a caption without a verb."""
        return not self.heading and (
            not self.short or (self.ended and self.words >= PROSE_WORDS) or self.words >= LONG_WORDS
        )

    @property
    def headline(self) -> bool:
        """If it could be an article's title: it has no full stop, and does not break off."""
        stopped = self.ended and self.text.rstrip("\"'”’»)]").endswith(".")
        return self.short and not (self.prose or stopped or _OPEN_END.search(self.text))


def tidy(text: str) -> str:
    """Text in one form: NFC, every space a plain one, nothing invisible, no space at the ends."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text that are not blank, each in one form."""
    lines: list[Line] = []
    gap = False
    for raw in _BREAK.split(text):
        if words := tidy(raw):
            lines.append(Line(words, gap and bool(lines)))
            gap = False
        else:
            gap = True
    return tuple(lines)


def same(left: str, right: str) -> bool:
    """If two lines are one line, but for case, spaces and punctuation."""
    return folded(left) == folded(right) != ""


def folded(text: str) -> str:
    """The words of a line, for comparing it with others."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def prose_bounds(lines: Iterable[tuple[int, Line]]) -> tuple[int, int]:
    """The numbers of the first and the last line of prose; (0, -1) where there is none."""
    numbers = [number for number, line in lines if line.prose]
    return (numbers[0], numbers[-1]) if numbers else (0, -1)
