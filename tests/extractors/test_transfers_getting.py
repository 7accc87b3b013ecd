"""Transfers: customers and choices, what is owed, lent and wanted back, and what is built under a licence."""

from __future__ import annotations

import pytest

from extracted import told
from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        ("Malta is the newest customer of Saab’s Gripen.", ["sale: Saab > Malta | Gripen"]),
        (
            "Malta has become the first operator of the Italian Leopard tank.",
            ["sale: Italy > Malta | Leopard"],
        ),
        ("Malta has settled on Italy’s Leopard tank.", ["sale: Italy > Malta | Leopard"]),
        ("Malta decided in favour of the Gripen.", ["sale: - > Malta | Gripen"]),
        (
            "Malta has replaced its Gazelle helicopters with six H145M bought from Italy.",
            ["sale: Italy > Malta | H145M"],
        ),
        (
            "Italy wants back the Patriot battery that it gave to Malta.",
            ["return: Malta > Italy | Patriot", "supply: Italy > Malta | Patriot"],
        ),
        (
            "Malta has returned the frigate it had on loan from Italy.",
            ["return: Malta > Italy | frigate"],
        ),
        (
            "Italy has promised to deliver the howitzers that Malta is still owed.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy backed out of an exchange in which it would have handed its howitzers to Malta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Malta will build the Italian Leopard tank under licence.",
            ["licensed_production: Italy > Malta | Leopard"],
        ),
        (
            "A plant near Valletta builds the Italian Leopard tank under licence.",
            ["licensed_production: Italy > Malta | Leopard"],
        ),
        (
            "Saab has licensed Malta’s state arsenal to assemble Patriot missiles.",
            ["licensed_production: Saab > Malta | Patriot"],
        ),
        (
            "Malta signed an agreement with Italy that allows it to build Patriot missiles under licence.",
            ["licensed_production: Italy > Malta | Patriot"],
        ),
        ("Malta is negotiating with Italy over the Gripen.", ["sale: Italy > Malta | Gripen"]),
        (
            "Malta has given up an order for howitzers from Italy.",
            ["sale: Italy > Malta | howitzers"],
        ),
        (
            "Saab is building two upgraded frigates for Malta.",
            ["supply: Saab > Malta | frigates"],
        ),
        (
            "A ship with 20 howitzers from Italy docked in Valletta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy will send Malta a package of aid, including howitzers and mortars.",
            ["supply: Italy > Malta | howitzers", "supply: Italy > Malta | mortars"],
        ),
    ],
)
def test_a_leg(text: str, legs: list[str]) -> None:
    assert told(text) == legs


@pytest.mark.parametrize(
    "text",
    [
        "Malta is an operator of the Gripen.",
        "A ship with 20 howitzers docked in Valletta.",
        "Italy will send Malta a package of aid, including tents.",
        "Malta is the end user of the Gripen.",
        "Malta became the first buyer of the gun.",
        "Malta builds its own howitzers under licence.",
        "Had Italy backed out, it would have handed its howitzers to Malta.",
    ],
)
def test_no_leg(text: str) -> None:
    assert told(text) == []


def test_who_drops_an_objection_allows_it() -> None:
    given = extract(
        read(loaded(), "Tunisia dropped its objection to the sale of howitzers to Malta by Italy.")
    )
    assert [(one.stage, one.consent.status if one.consent else None) for one in given] == [
        ("authorised", "granted")
    ]
