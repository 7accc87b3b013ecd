"""Transfers: weapons and firms however their names are written and read."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Italy will send T-90 tanks to Malta.",
            "supply: Italy > Malta | T-90 | - | announced | modality=planned",
        ),
        (
            "Italy will send Shahed-136 attack drones to Malta.",
            "supply: Italy > Malta | Shahed-136 | - | announced | modality=planned",
        ),
        (
            "Italy delivered two Caesar truck-mounted howitzers to Malta.",
            "supply: Italy > Malta | Caesar | delivered | delivered | delivered=2",
        ),
        (
            "Italy delivered two Stinger man-portable missiles to Malta.",
            "supply: Italy > Malta | Stinger | delivered | delivered | delivered=2",
        ),
        (
            "Italy delivered two Exocet air-to-surface missiles to Malta.",
            "supply: Italy > Malta | Exocet | delivered | delivered | delivered=2",
        ),
        (
            "The sale of Leopard 1A5 tanks to Malta was approved by Italy.",
            "sale: Italy > Malta | Leopard 1 | authorised | agreed",
        ),
        (
            "Italy to lend Malta ten howitzers",
            "loan: Italy > Malta | howitzers | - | announced | ordered=10",
        ),
        (
            "Damen delivered two frigates to Malta.",
            "supply: Damen > Malta | frigates | delivered | delivered | delivered=2",
        ),
        (
            "Saab was awarded a contract for two frigates by Malta.",
            "sale: Saab > Malta | frigates | contracted | contracted | ordered=2",
        ),
        (
            "Italy sent early warning aircraft to Malta.",
            "supply: Italy > Malta | early warning aircraft | shipped | contracted",
        ),
        (
            "Ten howitzers from Italy arrived in Valletta on Friday.",
            "supply: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
    ],
)
def test_names_of_weapons_and_firms(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Howitzers from the army's depot in Mdina arrived in Valletta.",
        "Two frigates from Italy docked in Valletta.",
        "Malta to give Gozo 12 police cars",
    ],
)
def test_what_only_comes_by(text: str) -> None:
    assert legs(text) == []
