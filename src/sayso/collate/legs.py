"""The ways that weapons go: legs of several claims, one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sayso.collate.parties import Parties
from sayso.collate.profiles import Arms, Profile
from sayso.model.collation import Claim, ClaimRecord
from sayso.model.ledger import Transfer

PRODUCTION = "production"


class Leg(NamedTuple):
    """A claim about a transfer, with the sides between which the weapon goes."""

    claim: Claim
    record: Transfer
    supplier: str | None
    recipient: str | None
    weapon: Arms
    made: bool
    rung: str | None
    through: frozenset[str]

    @property
    def starts(self) -> frozenset[str]:
        """The sides from which the weapon goes on in this leg."""
        return self.through | ({self.supplier} if self.supplier else frozenset())


def make_legs(
    claims: Sequence[Claim],
    records: Iterable[ClaimRecord],
    profiles: Mapping[str, Profile],
    parties: Parties,
) -> tuple[Leg, ...]:
    """The legs of all claims about transfers, in the order of the claims."""
    vias = {
        record.id: frozenset(s for p in record.via if (s := parties.side(p)) is not None)
        for record in records
        if isinstance(record, Transfer)
    }
    return tuple(
        _leg(claim, claim.record, profiles[claim.record.id], _through(claim, vias))
        for claim in claims
        if isinstance(claim.record, Transfer)
    )


def next_legs(leg: Leg, legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """The legs that begin where this one ends, with the same weapon.

    Making under licence begins a way and never goes on one; nothing goes straight back, unless what was
    licensed comes back as weapons.
    """
    return tuple(other for other in legs if _follows(leg, other))


def onward(leg: Leg, legs: Sequence[Leg]) -> tuple[Leg, ...]:
    """All legs on the ways that go on from this one, nearest first."""
    found: list[Leg] = []
    ends = [leg]
    while ends:
        end = ends.pop(0)
        fresh = [one for one in next_legs(end, legs) if one not in found and one is not leg]
        found += fresh
        ends += fresh
    return tuple(found)


def chained(leg: Leg, legs: Sequence[Leg]) -> Claim:
    """The leg's claim, its record with the ids of the records that tell the next legs best."""
    ids = sorted(other.record.id for other in next_legs(leg, legs))
    return replace(leg.claim, record=replace(leg.record, next_legs=tuple(ids)))


def _through(claim: Claim, vias: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The stops between the ends that any of the claim's records names."""
    return frozenset().union(*(vias[key] for key in claim.records))


def _leg(claim: Claim, record: Transfer, profile: Profile, through: frozenset[str]) -> Leg:
    supplier, recipient, family, _, rung, _ = profile.exact
    return Leg(
        claim=claim,
        record=record,
        supplier=supplier,
        recipient=recipient,
        weapon=profile.weapon,
        made=family == PRODUCTION,
        rung=rung,
        through=through,
    )


def _follows(leg: Leg, other: Leg) -> bool:
    back = other.recipient == leg.supplier and not leg.made
    return (
        other is not leg
        and not other.made
        and leg.weapon == other.weapon
        and leg.recipient in other.starts
        and other.recipient not in {leg.recipient, None}
        and not back
        and not _earlier(other.record, leg.record)
    )


def _earlier(a: Transfer, b: Transfer) -> bool:
    """True where the first is over before the second begins."""
    if a.when is None or b.when is None or not a.when.end or not b.when.start:
        return False
    return a.when.end < b.when.start
