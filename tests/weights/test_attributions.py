"""The weights that ship: they fit their card, and what does not is refused."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.errors import WeightsError
from sayso.weights.attributions import load_weights, read_weights

FOLDER = files("sayso.weights")
CARD = FOLDER.joinpath("attributions.json").read_bytes()
BINARY = FOLDER.joinpath("attributions.bin").read_bytes()


def test_the_shipped_weights_fit_their_card() -> None:
    weights = load_weights()
    told = json.loads(CARD)
    assert len(weights.values) == told["features"] > 10_000
    assert {"say/verb", "plan/noun"} <= weights.cues
    assert weights.total([2**40]) == 0.0
    assert len(BINARY) < 1_000_000


def test_the_card_names_data_and_licence() -> None:
    told = json.loads(CARD)
    assert told["licence"] == "CC-BY-SA-4.0"
    assert len(told["data_sha256"]) == 64
    assert told["data_articles"] == 840
    notice = (Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
    assert "PolNeAR" in notice
    assert all(len(word.split()) == 1 for word in told["cues"])


@pytest.mark.parametrize(
    ("change", "cut", "said"),
    [
        ({"version": 0}, 0, "weights of version 0"),
        ({}, 1, "bytes"),
        ({"sha256": "0" * 64}, 0, "not those that the card describes"),
    ],
)
def test_weights_that_do_not_fit_are_refused(
    change: dict[str, object], cut: int, said: str
) -> None:
    card = json.dumps({**json.loads(CARD), **change}).encode()
    with pytest.raises(WeightsError, match=said):
        read_weights(card, BINARY[: len(BINARY) - cut])
