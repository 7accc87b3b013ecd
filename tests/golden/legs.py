"""How the lines of golden transfers, policy changes and relations are written, and held against records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from golden.sides import alike, common, name, same
from sayso.model.ledger import PolicyChange, Relation, Transfer
from sayso.model.text import Party, Quantity

PARTIES = ("supplier", "recipient", "via", "end_user", "producer", "licensor")
ANY = "*"
NONE = "-"

Fields = Mapping[str, bool]


class Leg(NamedTuple):
    """A transfer's line: the alternatives of each field that is judged; an empty word is an open field."""

    fields: Mapping[str, tuple[str, ...]]


def parse_leg(line: str) -> Leg:
    """``act: supplier > recipient | weapon | stage | status | field=… | field=…``; ValueError if it is not."""
    act, _, rest = line.partition(": ")
    sides, weapon, stage, status, *more = (piece.strip() for piece in rest.split("|"))
    supplier, recipient = sides.split(" > ")
    written = {
        "act": act,
        "supplier": supplier,
        "recipient": recipient,
        "weapon": weapon,
        "stage": stage,
        "status": status,
    }
    for piece in more:
        field, equals, value = piece.partition("=")
        if not equals or field in written:
            raise ValueError(f"cannot read {piece!r} in {line!r}")
        written[field] = value
    return Leg({field: alternatives(value) for field, value in written.items() if value != ANY})


def alternatives(value: str) -> tuple[str, ...]:
    """``a or b`` as two; ``-`` is nothing."""
    return tuple("" if one == NONE else one for one in value.strip().split(" or "))


def leg_agrees(leg: Leg, given: Transfer) -> Fields:
    """Which of the judged fields of a leg are right."""
    return {field: _field_agrees(field, wanted, given) for field, wanted in leg.fields.items()}


def _field_agrees(field: str, wanted: tuple[str, ...], given: Transfer) -> bool:
    match field:
        case "supplier" | "recipient" | "end_user" | "producer" | "licensor":
            return same(wanted, name(getattr(given, field)))
        case "via":
            return _all_there(wanted, given.via)
        case "weapon":
            return alike(wanted, given.weapon.name if given.weapon else "")
        case "consent":
            return same(wanted, name(given.consent.from_ if given.consent else None))
        case "ordered" | "delivered" | "value":
            return _number(getattr(given, field)) in wanted
        case "act" | "stage" | "status" | "modality":
            return (getattr(given, field) or "") in wanted
        case _:
            raise ValueError(f"a leg has no field {field!r}")


def _all_there(wanted: tuple[str, ...], parties: Sequence[Party]) -> bool:
    given = sorted(name(party) for party in parties)
    return any(sorted(filter(None, one.split(" + "))) == given for one in wanted)


def _number(quantity: Quantity | None) -> str:
    return "" if quantity is None or quantity.value is None else f"{quantity.value:.0f}"


class Change(NamedTuple):
    """A policy change's line."""

    jurisdiction: tuple[str, ...]
    direction: str
    subject: tuple[str, ...]


def parse_change(line: str) -> Change:
    """``jurisdiction | direction | subject``."""
    jurisdiction, direction, subject = (piece.strip() for piece in line.split("|"))
    return Change(alternatives(jurisdiction), direction, alternatives(subject))


def change_agrees(change: Change, given: PolicyChange) -> Fields:
    """Which fields of a policy change are right; a subject is, with half of its words."""
    return {
        "jurisdiction": same(change.jurisdiction, name(given.jurisdiction)),
        "direction": change.direction == given.direction,
        "subject": common(change.subject, given.subject),
    }


class Bond(NamedTuple):
    """A relation's line; `about` is None where it is not judged."""

    type: str
    parties: tuple[tuple[str, ...], ...]
    about: tuple[str, ...] | None


def parse_bond(line: str) -> Bond:
    """``type: party, party | about``."""
    type_, _, rest = line.partition(": ")
    parties, about = (piece.strip() for piece in rest.split("|"))
    return Bond(
        type_,
        tuple(alternatives(party) for party in parties.split(", ")),
        None if about == ANY else alternatives(about),
    )


def bond_agrees(bond: Bond, given: Relation) -> Fields:
    """Which fields of a relation are right; the order of its parties does not count."""
    names = [name(party) for party in given.parties]
    right = {
        "type": bond.type == given.type,
        "parties": len(names) == len(bond.parties)
        and all(any(same(wanted, one) for one in names) for wanted in bond.parties),
    }
    if bond.about is not None:
        right["about"] = alike(bond.about, given.about or "")
    return right


def tell_leg(transfer: Transfer) -> str:
    """A Transfer as a golden file would write it."""
    sides = f"{_told(transfer.supplier)} > {_told(transfer.recipient)}"
    weapon = transfer.weapon.name if transfer.weapon else NONE
    line = (
        f"{transfer.act}: {sides} | {weapon} | {transfer.stage or NONE} | {transfer.status or NONE}"
    )
    return " | ".join((line, *_more(transfer)))


def _more(transfer: Transfer) -> Iterator[str]:
    if transfer.modality != "asserted":
        yield f"modality={transfer.modality}"
    if transfer.via:
        yield f"via={' + '.join(name(party) for party in transfer.via)}"
    for field in ("end_user", "producer", "licensor"):
        if getattr(transfer, field):
            yield f"{field}={_told(getattr(transfer, field))}"
    for field in ("ordered", "delivered", "value"):
        if getattr(transfer, field):
            yield f"{field}={_number(getattr(transfer, field))}"
    if transfer.consent:
        yield f"consent={_told(transfer.consent.from_)}"


def tell_change(policy: PolicyChange) -> str:
    """A PolicyChange as a golden file would write it."""
    return f"{_told(policy.jurisdiction)} | {policy.direction} | {policy.subject}"


def tell_bond(relation: Relation) -> str:
    """A Relation as a golden file would write it."""
    return f"{relation.type}: {_listed(relation.parties)} | {relation.about or NONE}"


def _told(party: Party | None) -> str:
    return name(party) or NONE


def _listed(parties: Iterable[Party]) -> str:
    return ", ".join(name(party) for party in parties)
