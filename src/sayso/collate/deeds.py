"""Events as what meets a red line's condition, or carries out its consequence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.collate.parties import Parties
from sayso.model.ledger import Event, EventType, Mode, RedLine

# What gives way: asked for under a threat, it is compliance.
_GIVING: frozenset[EventType] = frozenset(
    {"AGREE", "CONCEDE", "RETREAT", "AID", "COOPERATE", "SUPPORT", "CONSULT"}
)
# PLOVER types that carry out a threat of each mode; one of an open kind may be carried out by any of them.
_ANSWERS: Mapping[Mode, frozenset[EventType]] = {
    "diplomatic": frozenset({"SANCTION"}),
    "economic": frozenset({"SANCTION", "COERCE"}),
    "legal": frozenset({"COERCE"}),
    "military": frozenset({"ASSAULT", "MOBILIZE"}),
    "territorial": frozenset({"ASSAULT", "COERCE"}),
}
_ANY_ANSWER = frozenset[EventType]().union(*_ANSWERS.values())
_PREPARES = "MOBILIZE"


class Deed(NamedTuple):
    """An event that is asserted, with the sides that do it and to whom it is done."""

    record: Event
    doers: frozenset[str]
    others: frozenset[str]


def make_deeds(records: Iterable[object], parties: Parties) -> tuple[Deed, ...]:
    """The deeds among the records, in their order."""
    return tuple(
        Deed(record, parties.sides(record.actors), parties.sides(record.recipients))
        for record in records
        if isinstance(record, Event) and record.modality == "asserted"
    )


def bear_on(lines: Sequence[RedLine], records: Iterable[object], parties: Parties) -> bool:
    """Whether one of the records can meet one of the lines, or is a dated answer to it."""
    deeds = make_deeds(records, parties)
    return bool(deeds) and any(
        deeds_meant(line, deeds, parties)
        or any(deed.record.when is not None for deed in answers(line, deeds, parties))
        for line in lines
    )


def deeds_meant(record: RedLine, deeds: Iterable[Deed], parties: Parties) -> list[Deed]:
    """The deeds that are of the type, by the side and to the side that the condition's pattern gives."""
    pattern = record.condition.pattern
    if pattern is None or pattern.record != "event" or pattern.type is None:
        return []
    type_ = pattern.type.partition(".")[0]
    doer = parties.side_named(pattern.actor) or parties.side(record.condition.actor)
    other = parties.side_named(pattern.recipient)
    return [
        deed
        for deed in deeds
        if deed.record.type == type_
        and doer in deed.doers
        and (other is None or other in deed.others)
    ]


def is_compliance(record: RedLine, deed: Deed) -> bool:
    """Whether the deed is what the line demands, rather than what it warns against."""
    return record.aim == "compel" and deed.record.type in _GIVING


def answers(record: RedLine, deeds: Iterable[Deed], parties: Parties) -> list[Deed]:
    """Hostile deeds of the warner's side against those warned, of the kind that was threatened."""
    warner = parties.side(record.warner)
    warned = parties.side(record.warned) or parties.side(record.condition.actor)
    modes: Collection[Mode] = record.consequence.modes
    open_ = not modes or "unspecified" in modes
    kinds = _ANY_ANSWER if open_ else frozenset().union(*(_ANSWERS[mode] for mode in modes))
    return [
        deed
        for deed in deeds
        if warner in deed.doers and warned in deed.others and deed.record.type in kinds
    ]


def prepares(deed: Deed) -> bool:
    """Whether the deed readies an answer and is none yet."""
    return deed.record.type == _PREPARES


def is_later(deed: Deed, day: str | None) -> bool:
    """True where the deed is dated on that day (ISO 8601) or after; what is undated is no proof."""
    done = deed.record.when
    return bool(day and done and done.start and done.start[:10] >= day)
