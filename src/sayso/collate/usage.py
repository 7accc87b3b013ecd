"""How usual each word is among articles: what its weight is measured by.

Counted once over many articles and then kept for a while, so that the likeness of two articles does not
change with each article that comes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from sayso.books.stories import StoryBook
from sayso.collate.subjects import Subject


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """In how many of `articles` a stem stands, as a word and as a name; stems of one article are left out."""

    articles: int
    words: Mapping[str, int]
    names: Mapping[str, int]


def usage_of(subjects: Iterable[Subject]) -> Usage:
    """The usage of words in articles, by their subjects."""
    number = 0
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for subject in subjects:
        number += 1
        words.update(subject.counts.keys())
        names.update(subject.names)
    return Usage(articles=number, words=_shared(words), names=_shared(names))


def _shared(counts: Mapping[str, int]) -> Mapping[str, int]:
    return {stem: counts[stem] for stem in sorted(counts) if counts[stem] > 1}


def rarity(usage: Usage, held: Mapping[str, int], stem: str, limits: StoryBook) -> float:
    """The weight of a stem that stands in `held` articles; one that nobody has counted stands in one."""
    unseen = usage.articles + limits.unseen_articles
    return math.log(unseen / (held.get(stem, 1) + limits.unseen_holders))
