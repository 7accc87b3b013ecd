"""Links and tellings compared: what holds what, and who is the same."""

from __future__ import annotations

import msgspec

from sayso.model.ledger import Link
from sayso.model.reading import Attribution
from sayso.model.text import Party
from sayso.reading.en.attribution.found import Found
from sayso.reading.en.names.same import OTHERS, is_pronoun, same_party


def holds(outer: Found, inner: Found) -> bool:
    """Whether one telling stands within what another tells."""
    if outer is inner or inner.head not in outer.content:
        return False
    return outer.head not in inner.content


def another(outer: Attribution, inner: Attribution) -> Attribution:
    """The inner attribution as somebody else's.

    Nobody calls himself "the governor" in words of his own: a noun that was taken for him is open.
    """
    left, right = outer.speaker, inner.speaker
    if left is None or right is None or right.actor is None or left.actor != right.actor:
        return inner
    named = set(right.name.lower().split()) & set((right.resolved or "").lower().split())
    own = is_pronoun(right.name) and right.name.lower() not in OTHERS
    if own or named or not right.name[-1:].islower():
        return inner
    speaker = msgspec.structs.replace(right, resolved=None, actor=None)
    link = msgspec.structs.replace(inner.chain[-1], party=speaker)
    return msgspec.structs.replace(inner, speaker=speaker, chain=(*inner.chain[:-1], link))


def same_name(one: Party | None, other: Party) -> bool:
    """Whether both stand for the same actor, or both for none that is known."""
    return one is not None and (one.resolved, one.actor) == (other.resolved, other.actor)


def same_link(left: Link, right: Link) -> bool:
    """Whether two links are of one party."""
    if left.party is None or right.party is None:
        return False
    return same_party(left.party, right.party)
