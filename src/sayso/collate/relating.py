"""Claims in the light of each other: the legs of one way, red lines and what is reported to meet them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.books.accounts import AccountBook
from sayso.collate.deeds import make_deeds
from sayso.collate.differing import (
    date_difference,
    destination_differences,
    number_differences,
    occasion_difference,
)
from sayso.collate.legs import Leg, chained, make_legs
from sayso.collate.lines import Surroundings, judge_line
from sayso.collate.parties import Parties
from sayso.collate.profiles import SHORTEST_DATE, Profile, Slots
from sayso.collate.redrawn import link_redrawn
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
    best = {claim.record.id: claim for claim in ordered}
    deeds = make_deeds((claim.record for claim in ordered), parties)
    around = Surroundings(legs, deeds, best, latest)
    days = _days(ordered, records, parties)
    slots = Slots(book)
    related = []
    for claim in ordered:
        every = {
            one.id: one
            for one in (*claim.differences, *_differences(claim, records, legs, parties))
        }
        found = tuple(every[key] for key in sorted(every))
        record, placed = claim.record, claim
        if isinstance(record, Transfer):
            placed = next(chained(leg, legs) for leg in legs if leg.claim is claim)
        elif isinstance(record, RedLine):
            profile, day = profiles[record.id], days.get(record.id)
            placed = judge_line(claim, record, profile, day, around, parties, slots)
        related.append(replace(placed, differences=found))
    return link_redrawn(related, profiles, days, slots)


def _days(
    claims: Iterable[Claim], records: Mapping[str, ClaimRecord], parties: Parties
) -> dict[str, str]:
    """By the record that tells it best, the day on which a line was drawn: its own, or of its first telling."""
    found: dict[str, str] = {}
    for claim in claims:
        if not isinstance(claim.record, RedLine):
            continue
        told = [records[key] for key in claim.records]
        own = {one.when.start for one in told if one.when and one.when.start}
        papers = (parties.article(one.article).published for one in told)
        first = min(own or {when.start for when in papers if when and when.start}, default=None)
        if first is not None:
            found[claim.record.id] = first[:SHORTEST_DATE]
    return found


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
