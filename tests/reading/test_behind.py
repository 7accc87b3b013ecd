"""Every actor that a record names is one of the article's, also a state that only its bodies stand for."""

from __future__ import annotations

import pytest

from reading.test_reader import article
from sayso.extractors import extract_all
from sayso.model.finding import everybody
from sayso.model.ledger import Transfer
from sayso.reading import Reader


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The State Department approved the sale of howitzers to Oman.", "United States"),
        ("The Kremlin approved the sale of howitzers to Oman.", "Russia"),
    ],
)
def test_a_state_behind_its_body_is_an_actor(reader: Reader, text: str, state: str) -> None:
    reading = reader.read_one(article(text))
    records = list(extract_all(reading))
    assert any(isinstance(record, Transfer) for record in records)
    named = {party.actor for record in records for party in everybody(record) if party.actor}
    there = {actor.id: actor.name for actor in reading.actors}
    assert named <= set(there)
    assert state in there.values()
