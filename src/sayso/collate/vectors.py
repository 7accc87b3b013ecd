"""How alike articles are: TF-IDF over their words, with names and numbers counted once more.

The likeness of two articles is a weighted mean of two cosines: that of all content words, and that of
names and numbers alone, which tell one earthquake from another. A term weighs
``(1 + ln tf) * ln((n + unseen) / (df + unseen holders))`` (Salton and Buckley 1988, with the rarity
shrunk as if the batch were a part of a larger one: else five articles of one story would be told apart
by what each has alone).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from sayso.books.stories import StoryBook
from sayso.collate.subjects import Subject

Vector = Mapping[str, float]

NAME = "name "  # no stem holds a space


def vectors_of(subjects: Sequence[Subject], limits: StoryBook) -> tuple[Vector, ...]:
    """One vector for each subject; the dot product of two is their likeness, from 0 to 1."""
    words = _rarity((subject.counts for subject in subjects), len(subjects), limits)
    names = _rarity((subject.names for subject in subjects), len(subjects), limits)
    share = limits.names_share
    return tuple(
        {
            **_part("", sorted(subject.counts), subject, words, 1.0 - share),
            **_part(NAME, sorted(subject.names), subject, names, share),
        }
        for subject in subjects
    )


def dot(left: Vector, right: Vector) -> float:
    """The dot product; the order of the terms is that of the shorter one."""
    if len(right) < len(left):
        left, right = right, left
    return math.fsum(weight * right[term] for term, weight in left.items() if term in right)


def alike_pairs(vectors: Sequence[Vector], least: float) -> Iterator[tuple[int, int, float]]:
    """The pairs of vectors with a likeness of at least `least`: both indexes, the lower first.

    Time grows with the number of articles that share a term, memory with the number of terms held.
    """
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
        row = np.zeros(len(vectors))
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
