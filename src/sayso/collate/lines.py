"""Red lines: whether an article reports that the act was done, and what might turn out to be it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.collate.legs import Leg, onward
from sayso.collate.parties import Parties
from sayso.collate.profiles import Profile, Slots
from sayso.model.collation import Claim
from sayso.model.ledger import RedLine
from sayso.model.text import When

_DONE = "delivered"
# Transfers that are more than talk: they may come to meet a condition.
_FIRM = frozenset({"announced", "agreed", "contracted", _DONE})


def judge_line(
    claim: Claim,
    record: RedLine,
    profile: Profile,
    legs: Sequence[Leg],
    latest: str | None,
    parties: Parties,
    slots: Slots,
) -> Claim:
    """The claim with its statuses. `latest` is the day of the newest article (ISO 8601), where one is dated.

    ``open`` unless an article reports the very act as done: the same recipient and weapon, by the one who
    was warned where he is named, and not before the line was drawn.
    """
    meant = [leg for leg in legs if _fits(record, profile, leg, parties, slots)]
    done = [leg for leg in meant if leg.rung == _DONE and _told_as_done(record, leg)]
    sure = [leg for leg in done if leg.supplier is not None and _names_weapon(profile, leg, slots)]
    near = [leg for leg in (*meant, *_on_the_way(profile, legs, slots)) if leg.rung in _FIRM]
    met = [leg for leg in sure if leg.claim.standing != "contested"]
    if met:
        status = "reported_met"
    elif sure:
        status = "disputed"
    else:
        status = "lapsed" if _over(record.deadline, latest) else "open"
    shown = met or sure
    candidates = {leg.record.id for leg in near if leg not in shown and _asserted(leg)}
    return replace(
        claim,
        condition_status=status,
        consequence_status="none_reported",
        status_records=tuple(sorted(key for leg in shown for key in leg.claim.records)),
        candidates=tuple(sorted(candidates)),
    )


def _fits(record: RedLine, profile: Profile, leg: Leg, parties: Parties, slots: Slots) -> bool:
    """True where the leg is the act of the condition, as far as both tell."""
    recipient = profile.exact[3]
    if leg.made or recipient is None or leg.recipient != recipient:
        return False
    if not (
        slots.arms_cover(profile.weapon, leg.weapon) or slots.arms_cover(leg.weapon, profile.weapon)
    ):
        return False
    pattern = record.condition.pattern
    doer = parties.side_named(pattern.supplier) if pattern and pattern.supplier else None
    doer = doer or parties.side(record.condition.actor)
    return doer is None or leg.supplier is None or doer == leg.supplier


def _names_weapon(profile: Profile, leg: Leg, slots: Slots) -> bool:
    return profile.weapon.category is not None and slots.arms_cover(profile.weapon, leg.weapon)


def _told_as_done(record: RedLine, leg: Leg) -> bool:
    """True for a delivery that is stated, and not shown to be older than the line."""
    drawn, done = record.when, leg.record.when
    older = drawn and done and drawn.start and done.end and done.end < drawn.start
    return _asserted(leg) and not older


def _asserted(leg: Leg) -> bool:
    return leg.record.modality not in {"denied", "doubted", "hypothetical", "feared", "possible"}


def _on_the_way(profile: Profile, legs: Sequence[Leg], slots: Slots) -> list[Leg]:
    """Legs to somebody else from whom the weapon is said, or feared, to go on to where it must not go."""
    recipient = profile.exact[3]
    if recipient is None:
        return []
    return [
        leg
        for leg in legs
        if not leg.made
        and leg.recipient != recipient
        and slots.arms_cover(profile.weapon, leg.weapon)
        and any(other.recipient == recipient for other in onward(leg, legs))
    ]


def _over(deadline: When | None, latest: str | None) -> bool:
    return bool(deadline and deadline.end and latest and deadline.end[:10] < latest[:10])
