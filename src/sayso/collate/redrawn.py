"""Red lines that are drawn again: by the same side, on the same act, on a later day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from sayso.collate.profiles import SHORTEST_DATE, Profile, Slots
from sayso.model.collation import Claim
from sayso.model.ledger import RedLine

Strength = Literal["same", "harder", "softer"]
_SPECIFICITY = ("none", "vague", "named")
_BY_WHOM = 1  # the slot of the person who warns: another one may draw the line again


class _Line(NamedTuple):
    claim: Claim
    record: RedLine
    profile: Profile
    day: str


def link_redrawn(
    claims: Sequence[Claim], profiles: Mapping[str, Profile], days: Mapping[str, str], slots: Slots
) -> tuple[Claim, ...]:
    """The claims, each red line with the latest earlier one that it repeats, and how it compares.

    `days` are the days (ISO 8601) on which the records' lines were drawn, where that is known.
    """
    lines = [
        _Line(claim, claim.record, _impersonal(profiles[claim.record.id]), days[claim.record.id])
        for claim in claims
        if isinstance(claim.record, RedLine) and claim.record.id in days
    ]
    before = {line.claim.id: _earlier(line, lines, slots) for line in lines}
    return tuple(_linked(claim, before.get(claim.id)) for claim in claims)


def strength(now: RedLine, before: RedLine) -> Strength:
    """How a line compares with one drawn before: by how much of the answer is named, then by its hedges."""
    ranks = [
        (_SPECIFICITY.index(one.consequence.specificity), not one.hedges) for one in (now, before)
    ]
    if ranks[0] == ranks[1]:
        return "same"
    return "harder" if ranks[0] > ranks[1] else "softer"


def _impersonal(profile: Profile) -> Profile:
    slots = list(profile.exact)
    slots[_BY_WHOM] = None
    return profile._replace(exact=tuple(slots))


def _earlier(line: _Line, lines: Sequence[_Line], slots: Slots) -> _Line | None:
    """The latest of the earlier lines on the same act; the act must be read alike in both."""
    found = [
        other
        for other in lines
        if other.day < line.day
        and len(other.day) >= SHORTEST_DATE
        and _is_same_act(line, other, slots)
    ]
    return max(found, key=lambda one: (one.day, one.claim.id), default=None)


def _is_same_act(line: _Line, other: _Line, slots: Slots) -> bool:
    return line.profile.by_words == other.profile.by_words and not slots.clash(
        line.profile, other.profile
    )


def _linked(claim: Claim, before: _Line | None) -> Claim:
    if before is None or not isinstance(claim.record, RedLine):
        return claim
    return replace(
        claim, repeats=before.claim.id, repeats_how=strength(claim.record, before.record)
    )
