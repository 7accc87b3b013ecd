"""Offices with the state or body that they are of, also where the words before us leave it out."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from sayso.books.printed import in_sentence
from sayso.model.text import Actor, Party

# "ambassador to Peru", of Chile, is "ambassador of Chile to Peru".
_TO = " to "
# What already says of whom an office is.
_TIES = frozenset({"of", "for", "at", "in", "from"})


def in_office(party: Party, actors: Mapping[str, Actor]) -> Party:
    """The party, its role told with whose office it is: "foreign minister" is "foreign minister of Chile".

    Only where the actor is known to have held the office of that title, and of one state or body alone.
    """
    actor = actors.get(party.actor or "")
    if actor is None or not party.role:
        return party
    title, to, whom = party.role.partition(_TO)
    known = {one.of for one in actor.roles if one.of and one.title == party.role}
    if len(known) != 1 or not title.islower() or not _TIES.isdisjoint(title.split()):
        return party
    [whose] = known
    role = f"{title} of {in_sentence(whose)}{to}{whom}"
    return msgspec.structs.replace(party, role=role)
