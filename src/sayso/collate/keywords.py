"""The keywords of a story: the terms that weigh most in its articles, names in full."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.books.stories import StoryBook
from sayso.collate.subjects import Subject
from sayso.collate.vectors import NAME, Vector


def keywords_of(
    subjects: Sequence[Subject], vectors: Sequence[Vector], limits: StoryBook
) -> tuple[str, ...]:
    """The keywords, the weightiest first; no two share a word."""
    weights: defaultdict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            weights[term.removeprefix(NAME)] += weight
    found: list[str] = []
    told: set[str] = set()
    for stem in sorted(weights, key=lambda stem: (-weights[stem], stem)):
        if len(found) == limits.keywords:
            break
        forms = _summed(subject.forms.get(stem, {}) for subject in subjects)
        if not forms or stem[0].isdigit():
            continue
        full_names = _summed(subject.full_names.get(stem, {}) for subject in subjects)
        shown = _shown(forms, full_names, limits.whole_name_share)
        words = frozenset(shown.casefold().split())
        if not words & told:
            found.append(shown)
            told |= words
    return tuple(found)


def _summed(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total


def _shown(forms: Mapping[str, int], full_names: Mapping[str, int], share: float) -> str:
    """The longest name that a good share of the word's uses have, else the commonest form."""
    least = max(2, math.ceil(share * sum(forms.values())))
    usual = [name for name, uses in full_names.items() if uses >= least]
    if usual:
        return min(usual, key=lambda name: (-len(name.split()), -full_names[name], name))
    return min(forms, key=lambda form: (-forms[form], form))
