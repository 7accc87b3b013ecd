"""Joins what one sentence tells twice of one leg: "has delivered two of the six launchers that Oslo ordered"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from sayso.model.deals import Handover
from sayso.model.text import Party

_PROMISED = frozenset({"contracted", "agreed"})
_COME = frozenset({"shipped", "part_delivered", "delivered", "in_service"})
_NEAR = 1  # sentences between a deal and the number that goes on with it
_BOUGHT = frozenset({"sale", "lease"})
_LENT = frozenset({"loan", "lease"})


class Told(NamedTuple):
    """A handover with its sentence and the offset of the words that name its weapon.

    `aside`: a clause told of the weapon in passing ("the tanks *that Oslo ordered*"). `left_out`: a number alone
    tells of it ("and Riga sent *six*"). `also`: it goes on with what was told before ("is *also* planned").
    """

    sentence: int
    weapon: int
    handover: Handover
    aside: bool = False
    left_out: bool = False
    also: bool = False


def joined(found: Iterable[Told]) -> list[Told]:
    """The handovers in their order; what is told twice of one leg is one, at the place of the first."""
    kept: list[Told] = []
    for one in found:
        for place, other in sorted(enumerate(kept), key=_is_open):
            if other.sentence != one.sentence:
                continue
            if other.weapon == one.weapon:
                whole = _one_leg(other.handover, one.handover) or _filled(other, one)
                whole = whole or _again(other.handover, one.handover) or _repeated(other, one)
                whole = (
                    whole
                    or _ordered_only(other, one)
                    or _twice(other, one)
                    or _fuller(other.handover, one.handover)
                )
            else:
                whole = _fuller(other.handover, one.handover)
            if whole is not None:
                aside = other.aside and one.aside
                kept[place] = other._replace(handover=whole, aside=aside)
                break
        else:
            kept.append(one)
    for place, one in enumerate(kept):
        kept[place] = _carried_on(one, kept[:place])
    return [_given_back(one, kept) for one in kept]


def _goes_on(one: Told, other: Told) -> bool:
    """Whether a leg with an open side is told as another one of a deal before it."""
    own, first = one.handover, other.handover
    if one.left_out and first.weapon == own.weapon:
        return True
    asked = "requested" in (first.told, own.told) and first.modality == own.modality
    told = one.also and one.sentence > other.sentence
    return told and first.act in _BOUGHT and (own.receiver is None or asked)


def _is_open(kept: tuple[int, Told]) -> bool:
    """Whether neither side of a leg is told: what is told again is rather of another."""
    return kept[1].handover.giver is None and kept[1].handover.receiver is None


def _carried_on(one: Told, before: Sequence[Told]) -> Told:
    """What a number alone tells, with the side that it leaves open: "Oslo sent ten tanks to Malta. Riga sent *six*.".

    Also who gets what is bought or asked for besides: "A purchase of guns from Oslo is *also* planned."
    """
    own = one.handover
    if not (one.left_out or one.also) or bool(own.giver) == bool(own.receiver):
        return one
    for other in reversed(before):
        first = other.handover
        if one.sentence - other.sentence > _NEAR or not (_goes_on(one, other)):
            continue
        giver, receiver = own.giver or first.giver, own.receiver or first.receiver
        if first.act != "return" and giver and receiver and not _crossed(giver, receiver):
            return one._replace(
                handover=msgspec.structs.replace(own, giver=giver, receiver=receiver)
            )
    return one


def _given_back(one: Told, others: Iterable[Told]) -> Told:
    """What goes back, with the side that its way there tells: "wants back the tanks that it gave to Oslo"."""
    back = one.handover
    for other in others:
        there = other.handover
        same = other.sentence == one.sentence and other.weapon == one.weapon
        if back.act != "return" or there.act == "return" or not same:
            continue
        if _agree(back.giver, there.receiver) and _agree(back.receiver, there.giver):
            giver, receiver = back.giver or there.receiver, back.receiver or there.giver
            return one._replace(
                handover=msgspec.structs.replace(back, giver=giver, receiver=receiver)
            )
    return one


def _filled(left: Told, right: Told) -> Handover | None:
    """The leg of the main clause, with the side that only the clause in passing names.

    Reads "has yet to deliver the tanks that Oslo ordered".
    """
    if left.aside == right.aside:
        return None
    main, aside = (right.handover, left.handover) if left.aside else (left.handover, right.handover)
    if main.act == "return" and aside.act in _LENT:
        if main.receiver is None and aside.giver and _agree(main.giver, aside.receiver):
            return msgspec.structs.replace(main, receiver=aside.giver)
        return None
    if main.act != aside.act and "return" in (main.act, aside.act):
        return None
    open_sides = (main.giver is None) + (main.receiver is None)
    fills = (main.giver is None and aside.giver) or (main.receiver is None and aside.receiver)
    if not (open_sides and fills):
        return None
    if not (_agree(main.giver, aside.giver) and _agree(main.receiver, aside.receiver)):
        return None
    if _crossed(main.giver, aside.receiver) or _crossed(main.receiver, aside.giver):
        return None
    return msgspec.structs.replace(
        main,
        act=aside.act if (main.act, aside.act) == ("supply", "donation") else main.act,
        giver=main.giver or aside.giver,
        receiver=main.receiver or aside.receiver,
        number=main.number or aside.number,
        value=main.value or aside.value,
        evidence=tuple(
            sorted({*main.evidence, *aside.evidence}, key=lambda span: (span.start, span.end))
        ),
    )


def _repeated(left: Told, right: Told) -> Handover | None:
    """The leg of the main clause, where the one in passing tells less: "sent tanks *destined for Oslo*"."""
    if left.aside == right.aside:
        return None
    main, aside = (right.handover, left.handover) if left.aside else (left.handover, right.handover)
    less = aside.receiver is not None
    less = less and (
        aside.giver is None or (main.giver is not None and _agree(aside.giver, main.giver))
    )
    coming = main.told is None and main.planned and not main.marks
    less = less and (aside.act == "supply" or coming or (aside.act == main.act and not main.marks))
    if not less or main.receiver is None or aside.negated:
        return None
    if not _agree(main.receiver, aside.receiver):
        return None
    if coming and aside.told in _PROMISED:
        return msgspec.structs.replace(aside, giver=main.giver)  # "will go to Oslo, which ordered"
    return main


def _ordered_only(left: Told, right: Told) -> Handover | None:
    """The order, where it is open whether it was delivered: "whether Oslo has received the tanks that it ordered"."""
    if left.aside == right.aside:
        return None
    main, aside = (right.handover, left.handover) if left.aside else (left.handover, right.handover)
    settled = aside.told in _PROMISED and aside.modality == "asserted" and not aside.marks
    if not settled or main.modality != "possible" or main.act != "supply" or main.marks:
        return None
    if not (_agree(main.giver, aside.giver) and _agree(main.receiver, aside.receiver)):
        return None
    return msgspec.structs.replace(
        aside, giver=aside.giver or main.giver, receiver=aside.receiver or main.receiver
    )


def _fuller(left: Handover, right: Handover) -> Handover | None:
    """The one that tells more, where a choice or a plan is told with its deal: "picked it and will buy it"."""
    if left.weapon != right.weapon or left.told is not None or right.told is not None:
        return None
    if left.negated or right.negated or left.receiver is None or right.receiver is None:
        return None
    if not (_agree(left.giver, right.giver) and _agree(left.receiver, right.receiver)):
        return None
    more = right if left.giver is None else left
    return msgspec.structs.replace(more, number=left.number or right.number)


def _again(left: Handover, right: Handover) -> Handover | None:
    """The one with a stage, where both tell the same: "a *shipment* of rifles *bound* for Oslo"."""
    if left.told is not None and right.told is not None:
        return None
    if left.marks or right.marks or left.modality != right.modality:
        return None
    if left.receiver is None or right.receiver is None:
        return None
    if not (_agree(left.giver, right.giver) and _agree(left.receiver, right.receiver)):
        return None
    more, less = (right, left) if left.told is None else (left, right)
    return msgspec.structs.replace(
        more, giver=more.giver or less.giver, number=more.number or less.number
    )


def _twice(left: Told, right: Told) -> Handover | None:
    """The one with both sides, where two verbs tell the same: "sold its drone to Oslo, who *paid for six of them*"."""
    one, other = left.handover, right.handover
    if left.left_out or right.left_out or (one.act, one.told) != (other.act, other.told):
        return None
    if one.receiver is None or other.receiver is None or (one.giver and other.giver):
        return None
    if (one.marks, one.modality) != (other.marks, other.modality):
        return None
    if not _agree(one.receiver, other.receiver):
        return None
    more, less = (other, one) if one.giver is None else (one, other)
    return msgspec.structs.replace(more, number=more.number or less.number)


def _crossed(one: Party | None, other: Party | None) -> bool:
    return (
        one is not None and other is not None and one.actor is not None and one.actor == other.actor
    )


def _one_leg(left: Handover, right: Handover) -> Handover | None:
    ordered, come = (left, right) if left.told in _PROMISED else (right, left)
    if ordered.told not in _PROMISED or come.told not in _COME:
        return None
    if any(one.marks or one.negated or one.modality != "asserted" for one in (left, right)):
        return None
    if not (_agree(left.giver, right.giver) and _agree(left.receiver, right.receiver)):
        return None
    part = come.number is not None and come.number != ordered.number
    whole = come.whole or (ordered.number if part else None)
    return msgspec.structs.replace(
        come,
        act=ordered.act if come.act == "supply" else come.act,
        giver=come.giver or ordered.giver,
        receiver=come.receiver or ordered.receiver,
        maker=come.maker or ordered.maker,
        number=come.number,
        whole=whole,
        value=come.value or ordered.value,
        portion=come.portion or (whole is not None and whole != come.number),
        evidence=tuple(
            sorted({*left.evidence, *right.evidence}, key=lambda span: (span.start, span.end))
        ),
    )


def _agree(left: Party | None, right: Party | None) -> bool:
    """Whether two parties may be one: one is open, or they are the same actor, or of one name."""
    if left is None or right is None:
        return True
    return left.actor == right.actor if left.actor and right.actor else left.name == right.name
