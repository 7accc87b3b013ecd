"""What a deal is to bring about: "an accord that could see Oslo buy six frigates"."""

from __future__ import annotations

from sayso.model.text import Party
from sayso.reading.en.deals.clauses import Clauses
from sayso.reading.en.deals.doers import BINDING, Deal
from sayso.reading.en.deals.parties import Parties


def other_signer(
    clauses: Clauses, parties: Parties, deal: Deal, taker: Party | None
) -> Party | None:
    """Of two who sign or agree on what one of them gets, the other: "Oslo and Riga signed …"."""
    if taker is None:
        return None
    for one in deal.governors:
        doer = clauses.doer(one.at) if one.mark in BINDING else None
        two = parties.members(doer) if doer is not None else []
        rest = [party for party in two if party.actor != taker.actor]
        if len(two) == 2 and len(rest) == 1:
            return rest[0]
    return None
