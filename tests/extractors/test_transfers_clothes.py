"""Transfers: one deal in the many clothes of the press: headlines, adjectives, talks, what somebody supplies."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Malta was given the howitzers as a donation from Italy.",
            "donation: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "Malta was negotiating with Italy to acquire ten howitzers.",
            "sale: Italy > Malta | howitzers | negotiated | negotiating | ordered=10",
        ),
        (
            "A contract for the supply of ten howitzers to Malta was concluded with Fincantieri.",
            "sale: Fincantieri > Malta | howitzers | contracted | contracted | ordered=10",
        ),
        (
            "Malta deployed Italian-supplied howitzers.",
            "supply: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "Malta's Italian-donated howitzers have entered service.",
            "donation: Italy > Malta | howitzers | in_service | delivered",
        ),
        (
            "Malta freezes order for howitzers with Fincantieri",
            "sale: Fincantieri > Malta | howitzers | suspended | -",
        ),
        (
            "Malta inks contract with Italy's Fincantieri for frigates",
            "sale: Fincantieri > Malta | frigates | contracted | contracted",
        ),
        (
            "Malta, Sweden sign deal for ten Gripen jets",
            "sale: Sweden > Malta | Gripen | agreed | agreed | ordered=10",
        ),
        (
            "Sweden, Malta in negotiations on Gripen jets",
            "sale: Sweden > Malta | Gripen | negotiated | negotiating",
        ),
        (
            "Malta looked to Italy for howitzers.",
            "supply: Italy > Malta | howitzers | requested | requested | modality=requested",
        ),
        (
            "Italy lent Malta ten howitzers.",
            "loan: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
        (
            "Malta has ten howitzers on loan from Italy.",
            "loan: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
        (
            "Italy exported howitzers worth $40 million to Malta.",
            "supply: Italy > Malta | howitzers | shipped | contracted | value=40000000",
        ),
        (
            "Italy remains the main supplier of howitzers to Malta.",
            "supply: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "The howitzers sold to Malta by Italy are rusty.",
            "sale: Italy > Malta | howitzers | contracted | contracted",
        ),
        (
            "Italy said it was handing over ten howitzers to Malta.",
            "supply: Italy > Malta | howitzers | - | announced | ordered=10",
        ),
        (
            "Howitzers supplied by Italy are being used by Malta.",
            "supply: Italy > Malta | howitzers | delivered | delivered",
        ),
        (
            "Malta is weighing howitzers from Italy.",
            "sale: Italy > Malta | howitzers | considered | feared",
        ),
    ],
)
def test_one_deal_in_many_clothes(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Italian-made howitzers were shown in Malta.",
        "Malta signs order to move its howitzers",
        "Malta, Chad in talks on howitzers",
        "Italy is the world's biggest supplier of howitzers.",
        "Malta turned to Italy for help with its old howitzers.",
        "Malta considers howitzers obsolete.",
    ],
)
def test_no_deal_in_such_clothes(text: str) -> None:
    assert legs(text) == []
