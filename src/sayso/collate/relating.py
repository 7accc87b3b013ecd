"""Claims in the light of each other: the legs of one way, red lines and what is reported to meet them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.books.accounts import AccountBook
from sayso.collate.differing import (
    date_difference,
    destination_differences,
    number_differences,
    occasion_difference,
)
from sayso.collate.legs import Leg, chained, make_legs
from sayso.collate.lines import judge_line
from sayso.collate.parties import Parties
from sayso.collate.profiles import Profile, Slots
from sayso.collate.tellings import Telling
from sayso.model.collation import Claim, ClaimRecord, Difference
from sayso.model.ledger import PolicyChange, RedLine, Transfer


def relate_claims(
    claims: Iterable[Claim],
    told: Sequence[tuple[Telling, Profile]],
    latest: str | None,
    parties: Parties,
    book: AccountBook,
) -> tuple[Claim, ...]:
    """The claims of one story by id, with what only its other claims can tell. `told` as grouped."""
    profiles = {telling.record.id: profile for telling, profile in told}
    records = {telling.record.id: telling.record for telling, _ in told}
    ordered = sorted(claims, key=lambda claim: claim.id)
    legs = make_legs(ordered, records.values(), profiles, parties)
    related = []
    for claim in ordered:
        every = {
            one.id: one
            for one in (*claim.differences, *_differences(claim, records, legs, parties))
        }
        found = tuple(every[key] for key in sorted(every))
        placed = _placed(claim, profiles, legs, latest, parties, book)
        related.append(replace(placed, differences=found))
    return tuple(related)


def _placed(
    claim: Claim,
    profiles: Mapping[str, Profile],
    legs: Sequence[Leg],
    latest: str | None,
    parties: Parties,
    book: AccountBook,
) -> Claim:
    record = claim.record
    if isinstance(record, Transfer):
        return next(chained(leg, legs) for leg in legs if leg.claim is claim)
    if isinstance(record, RedLine):
        profile = profiles[record.id]
        return judge_line(claim, record, profile, legs, latest, parties, Slots(book))
    return claim


def _differences(
    claim: Claim, records: Mapping[str, ClaimRecord], legs: Sequence[Leg], parties: Parties
) -> tuple[Difference, ...]:
    if isinstance(claim.record, RedLine):
        occasion = occasion_difference(claim)
        return (occasion,) if occasion else ()
    if not isinstance(claim.record, Transfer | PolicyChange):
        return ()
    told = [records[key] for key in claim.records]
    dates = date_difference(told, parties)
    ways = [
        one
        for leg in legs
        if leg.claim is claim
        for one in destination_differences(leg, legs, parties)
    ]
    return (*((dates,) if dates else ()), *number_differences(told), *ways)
