"""How alike articles are: by what their leads mean, and by TF-IDF over their words, names once more.

The likeness of two articles is a weighted mean of three cosines and a share. The cosines: that of what their
leads mean, that of all content words, and that of names and numbers alone, which tell one earthquake from
another. The share: how much of what each tells most of, its central names, the other has at all. Two disputes of one
kind have the warner and the war in common and never name each other's third party. Where
nothing knows what sentences mean, the others decide. A term weighs
``(1 + ln tf) * ln((n + unseen) / (df + unseen holders))`` (Salton and Buckley 1988, with the rarity
shrunk as if the articles were a part of a larger number: else five articles of one story would be told
apart by what each has alone).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.books.accounts import AccountBook
from sayso.books.stories import StoryBook
from sayso.collate.sketches import UNDATED, Sketch
from sayso.collate.subjects import Subject
from sayso.collate.usage import Usage, rarity

Vector = Mapping[str, float]

NAME = "name "  # no stem holds a space


class Portrait(NamedTuple):
    """An article, or several summed up, as vectors: their dot product is the likeness, or the sum of it.

    `words` are sparse. `meaning` are whole numbers, so that sums are exact in any order; empty where it
    is not known. `central` are the few names that an article tells most of, `present` all of its names. `first`
    and `last` are the days of the dated articles, as numbers; `UNDATED` where none is. One that `is_abroad` is in a
    language that is not read: its words are compared with nobody's.
    """

    words: Vector
    meaning: NDArray[np.float64]
    central: Vector
    present: Vector
    first: int = UNDATED
    last: int = UNDATED
    is_abroad: bool = False

    def is_near(self, other: Portrait, window: int) -> bool:
        """Whether no more than so many days lie between both. What has no date may be of any."""
        if UNDATED in {self.first, other.first}:
            return True
        return max(self.first - other.last, other.first - self.last) <= window

    def over(self, first: int, last: int) -> Portrait:
        """The same, spread over these days as well."""
        return self._replace(first=_earlier(self.first, first), last=max(self.last, last))


class Gauge(NamedTuple):
    """By what articles are compared: how usual words are, and how much each part of the likeness weighs.

    `book` says what is a word at all, for titles.
    """

    usage: Usage
    limits: StoryBook
    with_meaning: bool
    book: AccountBook

    @property
    def least(self) -> float:
        """How alike the articles of one story are on average, at least."""
        limits = self.limits
        return limits.likeness_with_meaning if self.with_meaning else limits.likeness

    def portrait(self, sketch: Sketch) -> Portrait:
        """The portrait of one article."""
        share = self.limits.meaning_share if self.with_meaning else 0.0
        known = np.frombuffer(sketch.meaning, np.int8).astype(np.float64)
        length = math.sqrt(known @ known)
        scaled = np.rint(known * (WHOLE * math.sqrt(share) / length)) if length else known
        names = dict.fromkeys(sorted(sketch.subject.names), 1.0)
        rest = (1.0 - share) * (1.0 - self.limits.central_share)
        return Portrait(
            self._words(sketch.subject, rest),
            scaled,
            self._central(sketch.subject, share),
            names,
            sketch.day,
            sketch.day,
            sketch.language is not None,
        )

    def _central(self, subject: Subject, meaning_share: float) -> Vector:
        """The names that weigh most by how often they stand in the article, with their shares."""
        held = self.usage
        weights = {
            stem: subject.counts[stem] * rarity(held, held.names, stem, self.limits)
            for stem in subject.names
        }
        most = key_terms(weights, self.limits.central_names)
        # Half of it is what the other has of these, half what these have of the other's.
        whole = 2.0 * math.fsum(most.values()) or 1.0
        share = (1.0 - meaning_share) * self.limits.central_share
        return {stem: share * weight / whole for stem, weight in most.items()}

    def _words(self, subject: Subject, weight: float) -> Vector:
        share = self.limits.names_share
        words, names = sorted(subject.counts), sorted(subject.names)
        held = self.usage
        return {
            **self._part("", words, subject, held.words, weight * (1.0 - share)),
            **self._part(NAME, names, subject, held.names, weight * share),
        }

    def _part(
        self,
        prefix: str,
        stems: Sequence[str],
        subject: Subject,
        held: Mapping[str, int],
        share: float,
    ) -> dict[str, float]:
        """The weights of some of the terms, of length ``sqrt(share)`` together."""
        raw = [
            (1.0 + math.log(subject.counts[stem])) * rarity(self.usage, held, stem, self.limits)
            for stem in stems
        ]
        length = math.sqrt(math.fsum(weight * weight for weight in raw))
        factor = math.sqrt(share) / length if length else 0.0
        return {prefix + stem: weight * factor for stem, weight in zip(stems, raw, strict=True)}


# The length of a direction in whole numbers: products stay far below what is exact in a float.
WHOLE = 10_000


def likeness(left: Portrait, right: Portrait) -> float:
    """The dot product, whatever the order."""
    return (
        dot(left.words, right.words)
        + float(left.meaning @ right.meaning) / WHOLE**2
        + (dot(left.central, right.present) + dot(left.present, right.central))
    )


def dot(left: Vector, right: Vector) -> float:
    """The dot product of the words, rounded once."""
    if len(right) < len(left):
        left, right = right, left
    return math.fsum(weight * right[term] for term, weight in left.items() if term in right)


def summed(left: Portrait, right: Portrait) -> Portrait:
    """Both as one."""
    return Portrait(
        _added(left.words, right.words),
        left.meaning + right.meaning,
        _added(left.central, right.central),
        _added(left.present, right.present),
        _earlier(left.first, right.first),
        max(left.last, right.last),
    )


def _earlier(left: int, right: int) -> int:
    return min(left, right) if UNDATED not in {left, right} else max(left, right)


def _added(left: Vector, right: Vector) -> Vector:
    total = dict(left)
    for term, weight in right.items():
        total[term] = total.get(term, 0.0) + weight
    return total


def key_terms(words: Vector, most: int) -> Vector:
    """The terms that weigh most: those by which others find an article."""
    heaviest = sorted(words, key=lambda term: (-words[term], term))[:most]
    return {term: words[term] for term in heaviest}
