"""Joins what one sentence tells twice of one leg: "has delivered two of the six launchers that Oslo ordered"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from sayso.model.deals import Handover
from sayso.model.text import Party

_PROMISED = frozenset({"contracted", "agreed"})
_COME = frozenset({"shipped", "part_delivered", "delivered", "in_service"})


class Told(NamedTuple):
    """A handover with its sentence and the offset of the words that name its weapon."""

    sentence: int
    weapon: int
    handover: Handover


def joined(found: Iterable[Told]) -> list[Told]:
    """The handovers in their order; an order and its delivery are one, at the place of the first."""
    kept: list[Told] = []
    for one in found:
        for place, other in enumerate(kept):
            if (other.sentence, other.weapon) == (one.sentence, one.weapon):
                whole = _one_leg(other.handover, one.handover)
                if whole is not None:
                    kept[place] = other._replace(handover=whole)
                    break
        else:
            kept.append(one)
    return kept


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
        portion=come.portion or whole is not None,
        evidence=tuple(
            sorted({*left.evidence, *right.evidence}, key=lambda span: (span.start, span.end))
        ),
    )


def _agree(left: Party | None, right: Party | None) -> bool:
    """Whether two parties may be one: one is open, or they are the same actor, or of one name."""
    if left is None or right is None:
        return True
    return left.actor == right.actor if left.actor and right.actor else left.name == right.name
