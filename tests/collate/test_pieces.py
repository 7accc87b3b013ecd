"""Whose a newsroom's own piece is, and for whom people of a state speak."""

from __future__ import annotations

import msgspec
import pytest

from collate.ledgers import Desk, an_actor
from sayso.books.accounts import load_accounts
from sayso.collate.parties import Parties, Voice
from sayso.model.text import Actor, Party

NORWAY = an_actor("Norway", "state", country="NOR")
DAILY = an_actor("Saga Daily", "outlet", country="ISL")


def parties(*actors: Actor) -> Parties:
    ledger = Desk("Nobody spoke.").knows(*actors).ledger()
    return Parties([ledger], {actor.id: actor for actor in actors}, load_accounts())


@pytest.mark.parametrize(
    ("name", "voice"),
    [
        ("a report in the Saga Daily", "newsroom"),
        ("the Saga Daily’s report", "newsroom"),
        ("the Saga Daily story", "newsroom"),
        ("a report by the ministry", "document"),
        ("a report seen by the Saga Daily", "document"),
        ("a letter in the Saga Daily", "document"),
    ],
)
def test_a_newsrooms_own_piece_is_its_voice_and_no_document(name: str, voice: Voice) -> None:
    assert parties(DAILY).voice(Party(name=name)) == voice


@pytest.mark.parametrize(
    ("sector", "principal"), [("GOV", "Norway"), (None, "Norway"), ("CVL", None), ("NGO", None)]
)
def test_who_holds_no_office_of_a_state_does_not_speak_for_it(
    sector: str | None, principal: str | None
) -> None:
    who = msgspec.structs.replace(an_actor("Per Holm", country="NOR"), sector=sector)
    found = parties(NORWAY, who).principal(Party(name="Per Holm", actor=who.id))
    assert (found and found.name) == principal
