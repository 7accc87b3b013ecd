"""Training on passages of our own: it learns what a warning is made of here, the same each time, and fits its card."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.meaning import load_meaning
from sayso.train.logistic import FitSettings
from sayso.train.marked import parse_marked
from sayso.train.warning_examples import Example, Examples
from sayso.train.warning_nets import NetSettings
from sayso.train.warnings import WarningSettings, card, measure, train
from sayso.weights.warnings import pack, read_weights

SETTINGS = WarningSettings(
    nets=1,
    net=NetSettings(epochs=12, batch=8, rate=3e-3, width=32),
    gate=FitSettings(epochs=20, rare=1),
    least=0.5,
)
ACTS = ("sends trawlers", "drills there", "arms the rebels", "seizes a ship", "moves its troops")
ANSWERS = ("recall its envoy", "shut its ports", "impose sanctions", "expel the consul")
LANDS = ("Malta", "Norway", "Chile")
OTHER = ("Tunisia", "Russia", "Peru")


def lines() -> list[str]:
    made = []
    for land, other in zip(LANDS, OTHER, strict=True):
        for act in ACTS:
            for answer in ANSWERS:
                made.append(f"+ {{W|{land}}} will {{Q|{answer}}} {{C|if {other} {act}}}.")
                made.append(f"- {land} and {other} spoke of the harvest before the envoy left.")
    return list(dict.fromkeys(made))


@pytest.fixture(scope="module")
def examples() -> tuple[list[Example], tuple[str, ...]]:
    meaning = load_meaning()
    assert meaning is not None
    return Examples(meaning).of(map(parse_marked, lines()))


def test_it_learns_and_learns_the_same_twice(
    examples: tuple[list[Example], tuple[str, ...]],
) -> None:
    made, traits = examples
    weights = train(made, traits, SETTINGS)
    figures = measure(made, weights)
    assert figures.found == figures.warnings == len(ACTS) * len(ANSWERS) * len(LANDS)
    assert figures.mistaken == 0
    again = train(made, traits, SETTINGS)
    assert pack(again.gate.values, again.nets) == pack(weights.gate.values, weights.nets)


def test_card_and_numbers_are_read_back(
    examples: tuple[list[Example], tuple[str, ...]],
) -> None:
    made, traits = examples
    short = SETTINGS._replace(net=SETTINGS.net._replace(epochs=1))
    weights = train(made, traits, short)
    numbers = pack(weights.gate.values, weights.nets)
    read = read_weights(card(weights, short, numbers, licence="ours"), numbers)
    assert (read.traits, read.least) == (traits, 0.5)
    assert read.gate == weights.gate
    for name, array in read.nets[0].items():
        assert np.allclose(array, weights.nets[0][name], atol=1e-2)


def test_only_what_is_marked_counts_where_the_rest_is_open() -> None:
    meaning = load_meaning()
    assert meaning is not None
    [one], _ = Examples(meaning).of([parse_marked("~ Malta will {Q|act} if {C|they come}.")])
    assert one.tags[:, 0].tolist() == [-1, -1, 0, -1, 1, 1, -1]
    assert one.tags[:, 1].tolist() == [-1, -1, 1, -1, 0, 0, -1]
