"""Tellings that tell one thing: clusters by agglomeration, the surest pairs first.

Constrained single linkage: fragments of a long quotation meet through the long one, but two clusters
stay apart where any two members cannot be one (another named speaker without near-identical words).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sayso.collate.likeness import Likeness, Quoted, Scale
from sayso.collate.tellings import Telling


class Tie(NamedTuple):
    """Two tellings, by their index, and why they are taken for one."""

    left: int
    right: int
    likeness: Likeness


class Cluster(NamedTuple):
    """Tellings of one claim, in order, and the ties among them."""

    tellings: tuple[Telling, ...]
    ties: tuple[tuple[Telling, Telling, Likeness], ...]


Key = tuple[str, int, str]


def quoted_ties(cluster: Cluster) -> Mapping[Key, Sequence[tuple[Telling, Quoted]]]:
    """By a telling's key, those that share quoted words with it, and these words."""
    found: defaultdict[Key, list[tuple[Telling, Quoted]]] = defaultdict(list)
    for a, b, likeness in cluster.ties:
        if likeness.quoted is not None:
            found[a.key].append((b, likeness.quoted))
            found[b.key].append((a, likeness.quoted))
    return found


def cluster(tellings: Sequence[Telling], scale: Scale) -> tuple[Cluster, ...]:
    """The clusters of tellings, in the order of their first one."""
    ties = sorted(
        _ties(tellings, scale), key=lambda tie: (-tie.likeness.score, tie.left, tie.right)
    )
    linked = {(tie.left, tie.right) for tie in ties}
    group: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(tellings))}
    for tie in ties:
        a, b = group[tie.left], group[tie.right]
        if a is b or _apart(a, b, tellings, linked):
            continue
        both = tuple(sorted(a + b))
        group |= dict.fromkeys(both, both)
    return tuple(
        Cluster(
            tuple(tellings[index] for index in members),
            tuple(
                (tellings[tie.left], tellings[tie.right], tie.likeness)
                for tie in ties
                if group[tie.left] is members and group[tie.right] is members
            ),
        )
        for first, members in group.items()
        if first == members[0]
    )


def _ties(tellings: Sequence[Telling], scale: Scale) -> Iterator[Tie]:
    for left, right in _candidates(tellings):
        likeness = scale.compare(tellings[left], tellings[right])
        if likeness is not None:
            yield Tie(left, right, likeness)


def _candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs that share two stems, or all their words: less can never be evidence."""
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    by_words: defaultdict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        shared = Counter(earlier for stem in sorted(telling.stems) for earlier in by_stem[stem])
        near = {earlier for earlier, n in shared.items() if n > 1}.union(by_words[telling.folded])
        yield from ((earlier, index) for earlier in sorted(near))
        by_words[telling.folded].append(index)
        for stem in telling.stems:
            by_stem[stem].append(index)


def _apart(
    a: Sequence[int], b: Sequence[int], tellings: Sequence[Telling], linked: set[tuple[int, int]]
) -> bool:
    """True where two different people are named and no words of their own tie these two."""
    return any(
        tellings[i].voice == "person"
        and tellings[j].voice == "person"
        and tellings[i].who != tellings[j].who
        and (min(i, j), max(i, j)) not in linked
        for i in a
        for j in b
    )
