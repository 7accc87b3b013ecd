"""An act that is only spoken of, as the pattern of the record that it would be."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extractors._shaping import holds
from sayso.model.ledger import Pattern
from sayso.model.reading import Predicate, Reading
from sayso.model.text import Party, Span


def pattern_of(reading: Reading, words: Sequence[Span], doer: Party | None) -> Pattern | None:
    """The act as a Transfer or an Event would show it, from the predicates within its words.

    `doer` is who would act, where that is known better than the predicate tells ("warned X against …").
    """
    inside = [one for one in reading.predicates if holds(words, one.trigger)]
    weapon = _weapon(reading, words)
    transfers = [one for one in inside if _sense(one, "transfers") is not None]
    if transfers and weapon is not None:
        one = next((one for one in transfers if _actor(one, "goal")), transfers[-1])
        return Pattern(
            record="transfer",
            weapon=weapon,
            supplier=_actor(one, "agent"),
            recipient=_actor(one, "goal") or _actor(one, "benefit") or _actor(one, "place"),
        )
    for one in inside:
        sense = _sense(one, "events")
        if sense is not None:
            return Pattern(
                record="event",
                type=sense,
                actor=(doer.actor if doer else None) or _actor(one, "agent"),
                recipient=_actor(one, "patient"),
            )
    return None


def _sense(one: Predicate, book: str) -> str | None:
    """The first sense that a book of senses gives the predicate."""
    return next(
        (sense.partition(":")[2] for sense in one.senses if sense.startswith(f"{book}:")), None
    )


def _actor(one: Predicate, role: str) -> str | None:
    return next((a.party.actor for a in one.arguments if a.role == role and a.party.actor), None)


def _weapon(reading: Reading, words: Sequence[Span]) -> str | None:
    return next(
        (
            one.weapon.id or one.weapon.name
            for one in reading.mentions
            if one.weapon is not None and holds(words, one.span)
        ),
        None,
    )
