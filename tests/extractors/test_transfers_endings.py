"""Transfers: deals that are halted, called off, blocked or come to nothing, in whatever words."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Italy has put on hold a delivery of howitzers to Malta.",
            "supply: Italy > Malta | howitzers | suspended | -",
        ),
        (
            "Deliveries of howitzers from Italy to Malta remain suspended.",
            "supply: Italy > Malta | howitzers | suspended | -",
        ),
        (
            "Malta has scrapped its plan to take over 33 howitzers from Italy.",
            "supply: Italy > Malta | howitzers | cancelled | - | modality=planned | ordered=33",
        ),
        (
            "Malta pulled out of a deal to buy 50 howitzers from Italy.",
            "sale: Italy > Malta | howitzers | cancelled | - | ordered=50",
        ),
        (
            "Malta dropped out of a plan to buy howitzers from Italy.",
            "sale: Italy > Malta | howitzers | cancelled | - | modality=planned",
        ),
        (
            "Malta has walked away from talks with Italy on Leopard tanks.",
            "sale: Italy > Malta | Leopard | cancelled | -",
        ),
        (
            "A deal for Italy to supply howitzers to Malta collapsed.",
            "supply: Italy > Malta | howitzers | cancelled | -",
        ),
        (
            "Italy has withdrawn a licence that allowed Saab to export howitzers to Malta.",
            "supply: Saab > Malta | howitzers | cancelled | -",
        ),
        (
            "Italy scraps plan to sell Leopard tanks to Malta",
            "sale: Italy > Malta | Leopard | cancelled | - | modality=planned",
        ),
        (
            "Malta agreed to buy 50 howitzers from Italy, but the deal fell through.",
            "sale: Italy > Malta | howitzers | cancelled | - | ordered=50",
        ),
        (
            "Italy had planned to supply howitzers to Malta but dropped the plan.",
            "supply: Italy > Malta | howitzers | cancelled | - | modality=planned",
        ),
        (
            "Malta ordered a submarine from Italy but later put the purchase on hold.",
            "sale: Italy > Malta | submarine | suspended | -",
        ),
        (
            "The sale of Leopard tanks by Italy to Malta, blocked by Berlin since May, has angered Chad.",
            "sale: Italy > Malta | Leopard | - | prohibited | consent=Germany",
        ),
        (
            "Italy said the suspended sale of howitzers to Malta was under review.",
            "sale: - > Malta | howitzers | suspended | -",
        ),
        (
            "The Italian parliament voted against the sale of howitzers to Malta.",
            "sale: Italy > Malta | howitzers | - | prohibited",
        ),
        (
            "The Italian parliament voted to block the sale of 26,000 M4 carbines to Malta.",
            "sale: Italy > Malta | M4 carbine | - | prohibited | ordered=26000",
        ),
    ],
)
def test_a_deal_that_ends(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Malta ordered a submarine from Italy but put the purchase of tanks on hold.",
            "sale: Italy > Malta | submarine | contracted | contracted",
        ),
        (
            "Malta ordered a submarine from Italy but cancelled a parade.",
            "sale: Italy > Malta | submarine | contracted | contracted",
        ),
        (
            "Malta took over 33 howitzers from Italy.",
            "supply: Italy > Malta | howitzers | delivered | delivered | delivered=33",
        ),
    ],
)
def test_another_thing_that_ends(text: str, leg: str) -> None:
    assert legs(text)[0] == leg
