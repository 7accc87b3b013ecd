"""Whom a red line warns: who is spoken to, whose act it would be, whom the answer befalls."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.extractors._sides import Sides
from sayso.model.reading import Conditional, Response
from sayso.model.text import Party


def speaking(sides: Sides, party: Party | None) -> Party | None:
    """Who speaks; "the Danish warning" is Denmark's."""
    named = sides.named(party)
    return named if named and party and named.span == party.span else party


def addressed(sides: Sides, party: Party, doer: Party | None) -> Party | None:
    """Who is spoken to; an envoy without a name may only hear what another state would do."""
    if not sides.is_power(party):
        return sides.named(party)
    if party.actor is not None or sides.authority(party) != "envoy":
        return party
    state = sides.named(party)
    return doer if sides.is_state(doer) and not sides.same(doer, state) else party


def warned_of(sides: Sides, warner: Party, parties: Iterable[Party | None]) -> Party | None:
    """Who is spoken to, else whose act it would be; never the warner's own side."""
    by_state = sides.country(warner) is not None
    for party in parties:
        if by_state and sides.are_lands(party):
            return party
        if sides.is_power(party) and not sides.same(warner, party):
            return party
    return None


def hit_by(
    sides: Sides, warner: Party, one: Conditional, responses: Iterable[Response]
) -> Party | None:
    """The only other power that the answer names, where nobody is said to act: "… will shut its ports to Oslo".

    Not one that is to be helped ("we will defend Oslo"), or that the condition names; an organ is nobody alone.
    """
    unnamed = one.doer is None or not (sides.is_power(one.doer) or one.doer.actor is not None)
    own: set[str | None] = set()
    if sides.country(warner) is None:  # one who speaks for a bloc, and no agency that foretells
        acting = [each.actor for each in responses if _is_deed_of(sides, each)]
        own = {each.actor for each in acting if each is not None}
        unnamed = unnamed and bool(own) and not sides.is_organisation(warner)
    told = sides.other(warner, one.consequence, own) if unnamed else None
    who = sides.actor(told)
    if told is None or who is None or who.type == "government":
        return None
    armed = any(answer.kind == "deed" and "military" in answer.modes for answer in responses)
    return None if armed or sides.names(told, one.condition) else told


def _is_deed_of(sides: Sides, answer: Response) -> bool:
    """Whether a bloc would answer, or a state by its own deed: one who speaks for it need not name it."""
    state = sides.is_state(answer.actor) and answer.kind == "deed"
    return sides.is_organisation(answer.actor) or state


def suffering(sides: Sides, warner: Party, responses: Iterable[Response]) -> Party | None:
    """The other power that an effect is told of: "Oslo will bear the consequences"."""
    told = (one.actor for one in responses if one.kind == "effect")
    return next((one for one in told if sides.is_power(one) and not sides.same(one, warner)), None)
