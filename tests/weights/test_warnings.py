"""The weights of warnings that ship: they fit their card, and what does not is refused."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

import pytest

from sayso.errors import WeightsError
from sayso.reading.en.tagging.net import DILATIONS
from sayso.weights.warnings import load_weights, pack, read_weights

FOLDER = files("sayso.weights")
CARD = FOLDER.joinpath("warnings.json").read_bytes()
NUMBERS = FOLDER.joinpath("warnings.npz").read_bytes()


def test_the_shipped_weights_fit_their_card() -> None:
    weights, told = load_weights(), json.loads(CARD)
    assert len(weights.nets) == told["nets"] == told["settings"]["nets"]
    assert weights.traits == tuple(told["traits"])
    assert 0.5 < weights.least < 1
    assert all(f"layer{at}" in net for net in weights.nets for at in range(len(DILATIONS)))
    assert len(NUMBERS) < 4_000_000


def test_the_card_names_data_licence_and_figures() -> None:
    told = json.loads(CARD)
    assert told["licence"] == "CC-BY-SA-4.0"
    assert "PolNeAR" in told["data"]
    assert len(told["data_sha256"]) == 64
    assert told["held_out"]["found"] <= told["held_out"]["warnings"]


def test_the_same_numbers_are_packed_as_the_same_bytes() -> None:
    weights = load_weights()
    once = pack(weights.gate.values, weights.nets)
    assert once == pack(dict(reversed(list(weights.gate.values.items()))), weights.nets)


def test_weights_of_another_make_are_refused() -> None:
    with pytest.raises(WeightsError, match="not those that the card describes"):
        read_weights(CARD, NUMBERS[:-1])
    with pytest.raises(WeightsError, match="version 9"):
        read_weights(CARD.replace(b'"version": 1', b'"version": 9'), NUMBERS)
    torn = NUMBERS[:100]
    told = json.loads(CARD) | {"sha256": hashlib.sha256(torn).hexdigest()}
    with pytest.raises(WeightsError, match="cannot be read"):
        read_weights(json.dumps(told).encode(), torn)
