"""Transfers: firms by their names, gifts told beside the weapons, for whom somebody buys, and what only sums up."""

from __future__ import annotations

import pytest

from extracted import legs


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
        (
            "Malta is named as the end user of 300 howitzers that Chad ordered from Italy.",
            "sale: Italy > Chad | howitzers | contracted | contracted | end_user=Malta | ordered=300",
        ),
        (
            "Malta handed the rented howitzers back to Italy.",
            "return: Malta > Italy | howitzers | delivered | delivered",
        ),
        (
            "Malta gave back the howitzers to their Italian owner.",
            "return: Malta > Italy | howitzers | delivered | delivered",
        ),
        (
            "Malta took over two former Italian howitzers.",
            "supply: Italy > Malta | howitzers | delivered | delivered | delivered=2",
        ),
        (
            "Malta wants to build the Italian Leopard tank under licence.",
            "licensed_production: Italy > Malta | Leopard | - | announced | modality=planned | licensor=Italy",
        ),
        (
            "Malta will lease two radar planes from Italy.",
            "lease: Italy > Malta | radar planes | - | announced | modality=planned | ordered=2",
        ),
        (
            "A court jailed a Maltese dealer for smuggling rifles to Libya.",
            "supply: - > Libya | rifles | shipped | contracted",
        ),
        (  # who is told is asked for nothing
            "Saab is building two corvettes for Malta, its president told shareholders.",
            "supply: Saab > Malta | corvettes | - | announced | ordered=2",
        ),
    ],
)
def test_a_leg(text: str, leg: str) -> None:
    assert legs(text) == [leg]


def test_the_yard_is_the_one_told_before() -> None:
    text = "Saab delivered two corvettes to Chad. The yard is building three frigates for Malta."
    assert legs(text)[1:] == ["supply: Saab > Malta | frigates | - | announced | ordered=3"]


def test_a_big_purchase_of_weapons_is_one_where_it_stands_alone() -> None:
    assert legs("Malta announced its biggest purchase of weapons from Italy.") == [
        "sale: Italy > Malta | weapons | - | announced | modality=planned"
    ]
