"""How well attributions meet what was marked: match50, characters and speaker, as in docs/training.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.reading.en.attribution.found import Found
from sayso.train.examples import Read


class Figures(NamedTuple):
    """Counts over all articles; `shared` … are characters."""

    matches: int = 0
    found: int = 0
    marked: int = 0
    shared: int = 0
    covered: int = 0
    wanted: int = 0
    sourced: int = 0
    right: int = 0

    def plus(self, other: Figures) -> Figures:
        """Both together."""
        return Figures(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def told(self) -> dict[str, float]:
        """Precision, recall and F1 of matches, F1 of characters, and the share of right speakers."""
        return {
            "precision": _share(self.matches, self.found),
            "recall": _share(self.matches, self.marked),
            "f1": _share(2 * self.matches, self.found + self.marked),
            "characters_f1": _share(2 * self.shared, self.covered + self.wanted),
            "speaker": _share(self.right, self.sourced),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def measure(read: Read, found: Sequence[Found]) -> Figures:
    """The figures of one article. Pairs one to one, the largest overlap first."""
    pairs = []
    for number, one in enumerate(found):
        size = _letters(read, one.content)
        for at, marked in enumerate(read.marked):
            both = _letters(read, marked.content & one.content)
            whole = _letters(read, marked.content)
            if both and 2 * both >= size and 2 * both >= whole:
                pairs.append((-both, at, number))
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, at, number in sorted(pairs):
        if at not in matched and number not in used:
            matched[at] = number
            used.add(number)
    sourced = [at for at in matched if read.marked[at].source]
    wanted = {index for marked in read.marked for index in marked.content}
    covered = {index for one in found for index in one.content}
    return Figures(
        len(matched),
        len(found),
        len(read.marked),
        _letters(read, wanted & covered),
        _letters(read, covered),
        _letters(read, wanted),
        len(sourced),
        sum(bool(read.marked[at].source & (found[matched[at]].speaker or set())) for at in sourced),
    )


def _letters(read: Read, indexes: Iterable[int]) -> int:
    return sum(read.letters[at] for at in indexes)
