"""What is told of one leg by a tree and by mere words, and what one sentence tells of it again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from sayso.model.text import Party
from sayso.reading.en.deals.joining import Told


def sums_up(one: Told, others: Sequence[Told]) -> bool:
    """Whether a mere kind stands for weapons that the sentence tells by themselves: "weapons, including tanks"."""
    own = one.handover
    return own.weapon.id is None and any(
        other.sentence == one.sentence
        and _are_one(other.handover.giver, own.giver)
        and _are_one(other.handover.receiver, own.receiver)
        for other in others
    )


def once(found: Sequence[Told]) -> list[Told]:
    """The legs without those that the same sentence tells again, and no fuller: "bought jets, … *four of them*"."""
    kept: list[Told] = []
    for one in found:
        if any(_is_less(one, other) for other in found):
            continue
        place = next((n for n, other in enumerate(kept) if _tells_again(other, one)), None)
        if place is None:
            kept.append(one)
            continue
        first, second = kept[place].handover, one.handover
        more = msgspec.structs.replace(first, number=first.number or second.number)
        kept[place] = kept[place]._replace(handover=more)
    return kept


def _is_less(one: Told, other: Told) -> bool:
    """Whether a leg tells nothing but one side of another: "the third *shipment from Oslo* reached Malta"."""
    own, more = one.handover, other.handover
    if one is other or one.sentence != other.sentence or own.weapon != more.weapon:
        return False
    said = own.told or own.marks or own.planned or own.receiver or one.left_out or own.number
    return not said and more.receiver is not None and _are_one(own.giver, more.giver)


def _tells_again(one: Told, other: Told) -> bool:
    old, new = one.handover, other.handover
    if one.sentence != other.sentence or old.weapon != new.weapon or one.left_out or other.left_out:
        return False
    same = _are_one(old.giver, new.giver) and _are_one(old.receiver, new.receiver)
    counted = old.number and new.number and old.number != new.number
    return same and not counted and old.act == new.act and old.modality == new.modality


def is_same(one: Told, other: Told) -> bool:
    """Whether both are of one weapon, where it stands."""
    return one.sentence == other.sentence and one.weapon == other.weapon


def filled(tree: Told, words: Told) -> Told:
    """What the tree tells with the side that it leaves open; what the words tell where it has a side wrong."""
    old, new = tree.handover, words.handover
    sides = ((old.giver, new.giver), (old.receiver, new.receiver))
    agree = all(one is None or _are_one(one, other) for one, other in sides)
    if agree and (old.told or old.marks or old.planned):
        filled = msgspec.structs.replace(
            old, giver=old.giver or new.giver, receiver=old.receiver or new.receiver
        )
        return tree._replace(handover=filled)
    return words


def _are_one(one: Party | None, other: Party | None) -> bool:
    if one is None or other is None:
        return False
    return one.actor == other.actor if one.actor and other.actor else one.name == other.name
