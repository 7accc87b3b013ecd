"""Pairs that people have judged: two actors or two records that are one, or are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from sayso.collate.clusters import Cluster
from sayso.collate.judged import find_record
from sayso.collate.tellings import Telling
from sayso.model.collation import Footing, Judgement
from sayso.model.ids import kind_of
from sayso.model.reading import Ledger

Pair = tuple[str, str]


class Pairs(NamedTuple):
    """`same` in the order in which they count, the newest first; each pair in the order of its ids."""

    same: tuple[Pair, ...] = ()
    different: frozenset[Pair] = frozenset()
    unmet: tuple[Judgement, ...] = ()

    def apart(self, left: Collection[str], right: Collection[str]) -> bool:
        """Whether any two of them are not one."""
        return bool(self.different) and any(
            _pair(a, b) in self.different for a, b in product(left, right)
        )


def find_pairs(ledgers: Sequence[Ledger], judgements: Iterable[Judgement]) -> Pairs:
    """The pairs of judgements in force. Of two on one pair the newer counts.

    Ids that are not there are looked for by the words they stood on, where the article is there.
    """
    by_article = {ledger.article.id: ledger for ledger in ledgers}
    settled: dict[Pair, bool] = {}
    unmet = []
    for one in reversed([j for j in judgements if j.verdict in {"same", "different"}]):
        ends = [_resolved(by_article, one, key) for key in (one.left, one.right) if key]
        if len(ends) != 2 or None in ends:
            unmet.append(one)
            continue
        pair = _pair(str(ends[0]), str(ends[1]))
        if pair[0] != pair[1]:
            settled.setdefault(pair, one.verdict == "same")
    return Pairs(
        tuple(pair for pair, same in settled.items() if same),
        frozenset(pair for pair, same in settled.items() if not same),
        tuple(unmet),
    )


def rejoin(clusters: Sequence[Cluster], pairs: Pairs) -> tuple[Cluster, ...]:
    """The clusters with those joined that hold one thing, and those parted that hold two.

    Where one is parted, each of its tellings goes with what it is tied to most closely; what is tied to neither
    side stays with the first. Records of different kinds are never joined.
    """
    if not (pairs.same or pairs.different):
        return tuple(clusters)
    found = [part for cluster in clusters for part in _parted(cluster, pairs)]
    for left, right in pairs.same:
        ends = [one for key in (left, right) for one in found if key in _ids(one.tellings)]
        if len(ends) != 2 or ends[0] is ends[1] or _kind(ends[0]) != _kind(ends[1]):
            continue
        if pairs.apart(_ids(ends[0].tellings), _ids(ends[1].tellings)):
            continue
        found = [one for one in found if one is not ends[0] and one is not ends[1]]
        found.append(_joined(*ends))
    return tuple(sorted(found, key=lambda one: one.tellings[0].key))


def _parted(cluster: Cluster, pairs: Pairs) -> list[Cluster]:
    ids = _ids(cluster.tellings)
    within = [pair for pair in pairs.different if ids.issuperset(pair)]
    if not within:
        return [cluster]
    group = {telling.key: frozenset({telling.record.id}) for telling in cluster.tellings}
    for a, b, _ in sorted(cluster.ties, key=lambda tie: (-tie[2].score, tie[0].key, tie[1].key)):
        left, right = group[a.key], group[b.key]
        if left is not right and not pairs.apart(left, right):
            both = left | right
            group = {key: both if one & both else one for key, one in group.items()}
    apart = {key for pair in within for key in pair}
    first = next(one for telling in cluster.tellings if (one := group[telling.key]) & apart)
    home = {key: one if one & apart else first for key, one in group.items()}
    parts: dict[frozenset[str], list[Telling]] = {}
    for telling in cluster.tellings:
        parts.setdefault(home[telling.key], []).append(telling)
    return [
        Cluster(
            tuple(tellings),
            tuple(tie for tie in cluster.ties if home[tie[0].key] == home[tie[1].key] == one),
        )
        for one, tellings in parts.items()
    ]


def _joined(left: Cluster, right: Cluster) -> Cluster:
    tellings = sorted((*left.tellings, *right.tellings), key=lambda telling: telling.key)
    return Cluster(tuple(tellings), left.ties + right.ties)


def _ids(tellings: Iterable[Telling]) -> frozenset[str]:
    return frozenset(telling.record.id for telling in tellings)


def _kind(cluster: Cluster) -> str:
    return kind_of(cluster.tellings[0].record)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _resolved(ledgers: dict[str, Ledger], judgement: Judgement, key: str) -> str | None:
    """The id under which a record or actor is known now; None where it is not there."""
    footings = [footing for footing in judgement.on if footing.record == key]
    if any(footing.about == "actor" for footing in footings):
        if any(actor.id == key for ledger in ledgers.values() for actor in ledger.actors):
            return key
        return next(filter(None, (_actor_at(ledgers, one) for one in footings)), None)
    for footing in footings:
        ledger = ledgers.get(footing.article)
        record = find_record(ledger.records, footing) if ledger else None
        if record is not None:
            return record.id
    return None


def _actor_at(ledgers: dict[str, Ledger], footing: Footing) -> str | None:
    """Whom the words now name that named an actor when the judgement was made."""
    ledger = ledgers.get(footing.article)
    for mention in ledger.mentions if ledger else ():
        if mention.actor is not None and mention.span in footing.spans:
            return mention.actor.id
    return None
