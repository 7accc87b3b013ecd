"""Red lines: whether an article reports that the act was done, and what might turn out to be it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from sayso.collate.deeds import Deed, answers, deeds_meant, is_compliance, is_later, prepares
from sayso.collate.legs import Leg, onward
from sayso.collate.parties import Parties
from sayso.collate.profiles import Profile, Slots
from sayso.model.collation import Claim
from sayso.model.ledger import RedLine
from sayso.model.text import When

_DONE = "delivered"
# Transfers that are more than talk: they may come to meet a condition.
_FIRM = frozenset({"announced", "agreed", "contracted", _DONE})


class Surroundings(NamedTuple):
    """What a story tells beside a line; `latest` is the day of its newest dated article (ISO 8601).

    `deeds` are of the records that tell the claims about events best; `claims` are these by record.
    """

    legs: Sequence[Leg]
    deeds: Sequence[Deed]
    claims: Mapping[str, Claim]
    latest: str | None

    def claims_of(self, deeds: Iterable[Deed]) -> list[Claim]:
        """The claims that the deeds are about."""
        return [self.claims[deed.record.id] for deed in deeds]


def judge_line(
    claim: Claim,
    record: RedLine,
    profile: Profile,
    day: str | None,
    around: Surroundings,
    parties: Parties,
    slots: Slots,
) -> Claim:
    """The claim with its statuses; `day` is when the line was drawn (ISO 8601), where that is known.

    ``open`` unless an article reports the very act as done: the same recipient and weapon, or an event of
    the same type between the same sides, by the one who was warned where he is named, and not before the
    line was drawn. An event has to be dated for that. An answer is a hostile deed of the warner's side
    against those warned, of the kind that was threatened, dated no earlier than the line.
    """
    legs = around.legs
    meant = [leg for leg in legs if _fits(record, profile, leg, parties, slots)]
    done = [leg for leg in meant if leg.rung == _DONE and _told_as_done(record, leg)]
    sure = [leg for leg in done if leg.supplier is not None and _names_weapon(profile, leg, slots)]
    near = [leg for leg in (*meant, *_on_the_way(profile, legs, slots)) if leg.rung in _FIRM]
    acts = deeds_meant(record, around.deeds, parties)
    dated = [act for act in acts if is_later(act, day)]
    met = [*(leg.claim for leg in sure), *around.claims_of(dated)]
    status = _status(record, met, dated) or (
        "lapsed" if _over(record.deadline, around.latest) else "open"
    )
    answered = [act for act in answers(record, around.deeds, parties) if is_later(act, day)]
    shown = {key for one in (*met, *around.claims_of(answered)) for key in one.records}
    candidates = {leg.record.id for leg in near if leg.claim not in met and _asserted(leg)}
    candidates |= {act.record.id for act in acts if act not in dated}
    return replace(
        claim,
        condition_status=status,
        consequence_status=_answer(answered),
        status_records=tuple(sorted(shown)),
        candidates=tuple(sorted(candidates)),
    )


def _status(
    record: RedLine, met: Sequence[Claim], acts: Sequence[Deed]
) -> Literal["reported_met", "disputed", "complied"] | None:
    """What the claims that meet the condition make of it; None where there is none."""
    if not met:
        return None
    if all(claim.standing == "contested" for claim in met):
        return "disputed"
    complied = len(acts) == len(met) and all(is_compliance(record, act) for act in acts)
    return "complied" if complied else "reported_met"


def _answer(deeds: Sequence[Deed]) -> Literal["none_reported", "prepared", "reported"]:
    if not deeds:
        return "none_reported"
    return "prepared" if all(prepares(deed) for deed in deeds) else "reported"


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
