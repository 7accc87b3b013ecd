"""Tellings that tell one thing: clusters by agglomeration, the surest pairs first.

Constrained single linkage: fragments of a long quotation meet through the long one, and two people's
renderings where some of them are the same words; else two clusters stay apart where any two members cannot
be one (another named speaker without near-identical words).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sayso.collate.likeness import Likeness, Quoted, Scale
from sayso.collate.tellings import Telling

_SAME = 1.0  # how alike the same content words are


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
# By a telling's key, those that share quoted words with it, and these words.
Ties = Mapping[Key, Sequence[tuple[Telling, Quoted]]]
# The tellings of each person that a group names, by their indexes.
People = Mapping[str | None, tuple[int, ...]]


class _Group(NamedTuple):
    """Tellings that have met so far, by their indexes in rising order, and the people among them."""

    members: tuple[int, ...]
    people: People


def quoted_ties(cluster: Cluster) -> Ties:
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
    linked = {(tie.left, tie.right): tie.likeness.score for tie in ties}
    group = {index: _alone(index, telling) for index, telling in enumerate(tellings)}
    for tie in ties:
        a, b = group[tie.left], group[tie.right]
        if a is b or _apart(a, b, linked, tellings):
            continue
        both = _joined(a, b)
        group |= dict.fromkeys(both.members, both)
    own: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        if group[tie.left] is group[tie.right]:
            own[group[tie.left].members[0]].append(tie)
    return tuple(
        Cluster(
            tuple(tellings[index] for index in one.members),
            tuple((tellings[tie.left], tellings[tie.right], tie.likeness) for tie in own[first]),
        )
        for first, one in group.items()
        if first == one.members[0]
    )


def _ties(tellings: Sequence[Telling], scale: Scale) -> Iterator[Tie]:
    for left, right in _candidates(tellings):
        likeness = scale.compare(tellings[left], tellings[right])
        if likeness is not None:
            yield Tie(left, right, likeness)


def _candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs that share two stems, or all their words: less can never be evidence.

    Tellings with the same stems are looked up as one.
    """
    alike: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        alike[telling.stems].append(index)
    classes = list(alike.values())
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, (stems, members) in enumerate(alike.items()):
        for a, b in combinations(members, 2):
            if len(stems) > 1 or tellings[a].folded == tellings[b].folded:
                yield a, b
        shared = Counter(earlier for stem in stems for earlier in holders[stem])
        for earlier, n in shared.items():
            if n > 1:
                yield from ((min(a, b), max(a, b)) for a in classes[earlier] for b in members)
        for stem in stems:
            holders[stem].append(number)


def _alone(index: int, telling: Telling) -> _Group:
    people = {telling.who: (index,)} if telling.voice == "person" else {}
    return _Group((index,), people)


def _joined(a: _Group, b: _Group) -> _Group:
    people = {
        who: (*a.people.get(who, ()), *b.people.get(who, ())) for who in {**a.people, **b.people}
    }
    return _Group(tuple(sorted(a.members + b.members)), people)


def _apart(
    a: _Group,
    b: _Group,
    linked: Mapping[tuple[int, int], float],
    tellings: Sequence[Telling],
) -> bool:
    """True where two different people are named whose words are not the same, and most are not even alike.

    Who denies what the others say is not held against them.
    """
    both = _joined(a, b).people
    return any(
        one != other
        and not _opposed(mine, theirs, tellings)
        and 2 * sum(pair in linked for pair in _pairs(mine, theirs)) < len(mine) * len(theirs)
        and not any(linked.get(pair, 0.0) == _SAME for pair in _pairs(both[one], both[other]))
        for one, mine in a.people.items()
        for other, theirs in b.people.items()
    )


def _opposed(left: Sequence[int], right: Sequence[int], tellings: Sequence[Telling]) -> bool:
    """True where all that one says is denied, and nothing that the other says."""
    sides = ({tellings[i].negated != tellings[i].denied for i in side} for side in (left, right))
    return not set.intersection(*sides)


def _pairs(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((min(i, j), max(i, j)) for i in left for j in right)
