"""How alike articles are: by what their leads mean, and by TF-IDF over their words, names once more.

The likeness of two articles is a weighted mean of three cosines: that of what their leads mean, that of
all content words, and that of names and numbers alone, which tell one earthquake from another. Where
nothing knows what sentences mean, the two others decide. A term weighs
``(1 + ln tf) * ln((n + unseen) / (df + unseen holders))`` (Salton and Buckley 1988, with the rarity
shrunk as if the batch were a part of a larger one: else five articles of one story would be told apart
by what each has alone).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.books.stories import StoryBook
from sayso.collate.subjects import Subject

Vector = Mapping[str, float]

NAME = "name "  # no stem holds a space


class Portraits(NamedTuple):
    """Articles as vectors, one for each; the dot product of two, in both parts, is their likeness.

    `words` are sparse; `meaning` has a row for each article, and no column where meaning is not known.
    """

    words: Sequence[Vector]
    meaning: NDArray[np.float32]


def portraits_of(
    subjects: Sequence[Subject], meanings: NDArray[np.float32] | None, limits: StoryBook
) -> Portraits:
    """The portraits of articles by their subjects and, if known, what their leads mean (rows of length 1)."""
    if meanings is None:
        return Portraits(_word_vectors(subjects, limits, 1.0), np.zeros((len(subjects), 0), "f4"))
    share = limits.meaning_share
    scaled = meanings * np.float32(math.sqrt(share))
    return Portraits(_word_vectors(subjects, limits, 1.0 - share), scaled)


def _word_vectors(
    subjects: Sequence[Subject], limits: StoryBook, weight: float
) -> tuple[Vector, ...]:
    words = _rarity((subject.counts for subject in subjects), len(subjects), limits)
    names = _rarity((subject.names for subject in subjects), len(subjects), limits)
    share = limits.names_share
    return tuple(
        {
            **_part("", sorted(subject.counts), subject, words, weight * (1.0 - share)),
            **_part(NAME, sorted(subject.names), subject, names, weight * share),
        }
        for subject in subjects
    )


def dot(left: Vector, right: Vector) -> float:
    """The dot product; the order of the terms is that of the shorter one."""
    if len(right) < len(left):
        left, right = right, left
    return math.fsum(weight * right[term] for term, weight in left.items() if term in right)


def alike_pairs(portraits: Portraits, least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs with a likeness of at least `least`: both indexes, the lower first.

    Time grows with the number of articles that share a term, memory with the number of terms held.
    """
    vectors, meaning = portraits
    holders: dict[str, list[int]] = {}
    weights: dict[str, list[float]] = {}
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            holders.setdefault(term, []).append(index)
            weights.setdefault(term, []).append(weight)
    postings = {
        term: (np.array(found), np.array(weights[term]))
        for term, found in holders.items()
        if len(found) > 1
    }
    for index, vector in enumerate(vectors):
        row = (meaning @ meaning[index]).astype(float)
        for term, weight in vector.items():
            if term in postings:
                others, theirs = postings[term]
                row[others] += weight * theirs
        for other in np.flatnonzero(row[index + 1 :] >= least):
            yield index, index + 1 + int(other), float(row[index + 1 + other])


def _rarity(held: Iterable[Iterable[str]], number: int, limits: StoryBook) -> Mapping[str, float]:
    counts: Counter[str] = Counter()
    for stems in held:
        counts.update(frozenset(stems))
    return {
        stem: math.log((number + limits.unseen_articles) / (count + limits.unseen_holders))
        for stem, count in counts.items()
    }


def _part(
    prefix: str, stems: Sequence[str], subject: Subject, rarity: Mapping[str, float], share: float
) -> dict[str, float]:
    """The weights of some of the terms, of length ``sqrt(share)`` together."""
    raw = [(1.0 + math.log(subject.counts[stem])) * rarity[stem] for stem in stems]
    length = math.sqrt(math.fsum(weight * weight for weight in raw))
    factor = math.sqrt(share) / length if length else 0.0
    return {prefix + stem: weight * factor for stem, weight in zip(stems, raw, strict=True)}
