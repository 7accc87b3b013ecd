"""Transfers: an article's handovers of weapons as legs of deals, with stage and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model.deals import Handover, Mark
from sayso.model.ids import with_id
from sayso.model.ledger import By, Consent, Modality, Stage, Transfer, TransferStatus
from sayso.model.reading import Reading

BY = By(extractor="transfers", version="10")

_STAGES: Mapping[Mark, Stage] = {
    "considered": "considered",
    "requested": "requested",
    "negotiated": "negotiated",
    "offered": "offered",
    "agreed": "agreed",
    "authorised": "authorised",
    "notified": "notified",
    "contracted": "contracted",
    "effective": "contracted",
}
_ENDED: Mapping[Mark, Stage] = {
    "suspended": "suspended",
    "cancelled": "cancelled",
    "diverted": "diverted",
}
# How far each stage is: of several words around one deal the least far decides ("talks on a contract").
_ORDER: tuple[Stage, ...] = (
    "considered",
    "requested",
    "negotiated",
    "offered",
    "notified",
    "agreed",
    "authorised",
    "contracted",
    "produced",
    "shipped",
    "part_delivered",
    "delivered",
    "in_service",
    "diverted",
)
_STATUS: Mapping[Stage, TransferStatus | None] = {
    "considered": "feared",
    "requested": "requested",
    "negotiated": "negotiating",
    "offered": "promised",
    "notified": "announced",
    "agreed": "agreed",
    "authorised": "agreed",
    "contracted": "contracted",
    "produced": "contracted",
    "shipped": "contracted",
    "part_delivered": "delivered",
    "delivered": "delivered",
    "in_service": "delivered",
    "diverted": "delivered",
    "suspended": None,
    "cancelled": None,
}
_BY_MODALITY: Mapping[Modality, TransferStatus] = {
    "denied": "denied",
    "feared": "feared",
    "hypothetical": "feared",
    "possible": "feared",
}
_ARRIVED = frozenset({"part_delivered", "delivered", "shipped", "in_service"})
# Of these no delivery begins or ends: talks that begin are talks.
_OPEN = frozenset({"considered", "requested", "negotiated", "offered"})
_UNSTAGED: Mapping[Modality, TransferStatus] = {
    "promised": "promised",
    "requested": "requested",
    "planned": "announced",
}
# What is reported of these is a fact, however open its outcome.
_REPORTED = frozenset({"requested", "negotiated", "notified"})


def extract(reading: Reading) -> Iterator[Transfer]:
    """One Transfer for each handover."""
    for handover in reading.handovers:
        yield _transfer(reading, handover)


def stage_of(handover: Handover) -> Stage | None:
    """How far the deal has come, from the word itself outwards."""
    stage = handover.told
    if stage in ("shipped", "delivered") and handover.portion:
        stage = "part_delivered"
    for mark in handover.marks:
        if mark == "prohibited":  # what stands above a ban is told of the ban
            stage = "authorised" if stage == "requested" and handover.permitter else stage
            break
        if mark in _ENDED:
            return _ENDED[mark]
        stage = _marked(handover, stage, mark)
    return _weakened(handover) if stage is None else stage


def _marked(handover: Handover, stage: Stage | None, mark: Mark) -> Stage | None:
    """The stage that a word above a deal makes of it: "began delivering", "completed", "makes possible"."""
    if mark in ("begun", "completed"):
        if stage in _OPEN:
            return stage
        if handover.act == "licensed_production":
            return "produced"
        return "part_delivered" if mark == "begun" else "delivered"
    if mark == "enabled":
        return None
    if mark == "effective" and stage in ("agreed", "offered"):
        return "contracted"
    return _farthest(stage, _STAGES[mark]) if mark in _STAGES else stage


def _weakened(handover: Handover) -> Stage | None:
    """What is open, and forbidden by nobody, is considered at least."""
    weak = handover.modality in ("feared", "hypothetical", "possible")
    return "considered" if weak and "prohibited" not in handover.marks else None


def status_of(handover: Handover, stage: Stage | None) -> TransferStatus | None:
    """The one word for stage and modality, as docs/records.md orders them."""
    if "prohibited" in handover.marks and not handover.negated:
        return "prohibited"
    if stage in ("suspended", "cancelled"):
        return None
    by_modality = _BY_MODALITY.get(handover.modality)
    if by_modality == "denied" or (by_modality is not None and stage not in _REPORTED):
        return by_modality
    if stage is not None:
        return _STATUS[stage]
    if handover.planned:
        return "announced"
    return _UNSTAGED.get(handover.modality)


def _farthest(stage: Stage | None, around: Stage) -> Stage:
    """The stage of a word within another: a request agreed to is agreed, talks on a contract are talks.

    A parliament that is told of what is done already is no notification.
    """
    if around == "notified" and stage is not None:
        return stage
    if stage is None or (around in ("agreed", "authorised") and stage in ("requested", "offered")):
        return around
    return min(stage, around, key=_ORDER.index)


def _transfer(reading: Reading, one: Handover) -> Transfer:
    attribution = None if one.predicate is None else reading.predicates[one.predicate].attribution
    stage = stage_of(one)
    arrived = stage in _ARRIVED and one.modality == "asserted"
    return with_id(
        Transfer(
            id="",
            article=reading.article.id,
            spans=one.evidence,
            chain=() if attribution is None else reading.attributions[attribution].chain,
            modality=one.modality,
            when=one.when,
            by=BY,
            act=one.act,
            weapon=one.weapon,
            ordered=one.whole if arrived else one.number,
            delivered=one.number if arrived else None,
            supplier=one.giver,
            recipient=one.receiver,
            via=one.via,
            end_user=one.user,
            producer=one.maker,
            licensor=one.licensor,
            value=one.value,
            stage=stage,
            consent=_consent(one),
            status=status_of(one, stage),
        )
    )


def _consent(one: Handover) -> Consent | None:
    """Who allows or forbids it, where that is not its supplier."""
    if one.permitter is None:
        return None
    told = (("prohibited", "refused"), ("requested", "requested"), ("authorised", "granted"))
    given = next((status for mark, status in told if mark in one.marks), None)
    return Consent(from_=one.permitter, for_=one.act, status=given)
