"""Draws a stratified sample that is the same on every machine and in any order of the articles."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

from sayso.model.ids import kind_of
from sayso.model.ledger import (
    Event,
    LedgerRecord,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)

R = TypeVar("R", bound=LedgerRecord)
T = TypeVar("T")


class Drawn(NamedTuple, Generic[R, T]):
    """One of a sample: its stratum, how many there are of that stratum, the record, what came with it."""

    stratum: str
    population: int
    record: R
    item: T


class _Entry(NamedTuple, Generic[R, T]):
    """`rank`: the lot's negative, so that the first of a heap is the one to be dropped."""

    rank: int
    id: str
    record: R
    item: T


def stratum_of(record: LedgerRecord) -> str:
    """The stratum of a record: its kind, and the value that its kind is told apart by."""
    return f"{kind_of(record)} {_value(record) or 'none'}"


def _value(record: LedgerRecord) -> str | None:
    match record:
        case Statement():
            return record.form
        case Event():
            return record.type
        case RedLine():
            return record.consequence.specificity
        case Transfer():
            return record.status
        case PolicyChange():
            return record.direction
        case Relation():
            return record.type
    return None


def draw(items: Iterable[tuple[R, T]], size: int, seed: str) -> tuple[Drawn[R, T], ...]:
    """At most `size` records of each kind, spread evenly over its strata; by stratum, then by id.

    Of a stratum those are taken whose id and the seed have the smallest SHA-256: a simple random sample that
    depends on nothing else, and of which a larger one holds the smaller one. Records that come twice
    count once. Memory grows with the ids and with `size`, not with the articles.
    """
    heaps: dict[str, list[_Entry[R, T]]] = {}
    populations: Counter[str] = Counter()
    seen: set[str] = set()
    for record, item in items:
        if record.id in seen:
            continue
        seen.add(record.id)
        stratum = stratum_of(record)
        populations[stratum] += 1
        heap = heaps.setdefault(stratum, [])
        entry = _Entry(-_lot(seed, record.id), record.id, record, item)
        if len(heap) < size:
            heapq.heappush(heap, entry)
        elif heap and entry[:2] > heap[0][:2]:
            heapq.heapreplace(heap, entry)
    shares = _shares(populations, size)
    return tuple(
        Drawn(stratum, populations[stratum], entry.record, entry.item)
        for stratum in sorted(heaps)
        for entry in sorted(
            heapq.nlargest(shares[stratum], heaps[stratum], key=lambda one: one[:2]),
            key=lambda one: one.id,
        )
    )


def _lot(seed: str, record: str) -> int:
    return int.from_bytes(sha256(f"{seed}\n{record}".encode()).digest())


def _shares(populations: Counter[str], size: int) -> Counter[str]:
    """How many of each stratum: one after the other in turn, until its kind has `size` or no more."""
    shares: Counter[str] = Counter()
    kinds: dict[str, list[str]] = {}
    for stratum in sorted(populations):
        kinds.setdefault(stratum.partition(" ")[0], []).append(stratum)
    for strata in kinds.values():
        left = size
        open_ = strata
        while left and open_:
            for stratum in open_[:left]:
                shares[stratum] += 1
                left -= 1
            open_ = [stratum for stratum in open_ if shares[stratum] < populations[stratum]]
    return shares
