"""Transfers: firms by their names, gifts told beside the weapons, for whom somebody buys, and what only sums up."""

from __future__ import annotations

import pytest

from golden.deals import read
from golden.legs import tell_leg
from loaded import loaded
from sayso.extractors.transfers import extract


def legs(text: str) -> list[str]:
    return [tell_leg(one) for one in extract(read(loaded(), text))]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Malta has bought 45 howitzers from the Norwegian firm Fjordvik Army.",
            "sale: Fjordvik Army > Malta | howitzers | contracted | contracted | ordered=45",
        ),
        (
            "The Swedish firm Nordarms sold rifles to Malta.",
            "sale: Nordarms > Malta | rifles | contracted | contracted",
        ),
        (
            "Malta has bought 45 howitzers for Chad from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | end_user=Chad | ordered=45",
        ),
        (
            "Malta has bought 45 howitzers for its army from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=45",
        ),
        (
            "The howitzers, a gift from Italy, arrived in Malta on Friday.",
            "donation: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "The howitzers were a present from Italy to Malta.",
            "donation: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "Malta ordered 18 Leopard tanks from Italy, its biggest arms purchase in decades.",
            "sale: Italy > Malta | Leopard | contracted | contracted | ordered=18",
        ),
        (  # who is told is asked for nothing
            "Saab is building two corvettes for Malta, its president told shareholders.",
            "supply: Saab > Malta | corvettes | - | announced | ordered=2",
        ),
    ],
)
def test_a_leg(text: str, leg: str) -> None:
    assert legs(text) == [leg]


def test_a_big_purchase_of_weapons_is_one_where_it_stands_alone() -> None:
    assert legs("Malta announced its biggest purchase of weapons from Italy.") == [
        "sale: Italy > Malta | weapons | - | announced | modality=planned"
    ]
