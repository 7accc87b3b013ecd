"""Transfers: what is built for somebody, and papers by which it is offered, asked for and ordered."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    "text",
    [
        "Saab laid the keel of a corvette for Malta.",
        "The keel of the second corvette for Malta was laid by Saab.",
        "Saab launched the third of seven corvettes for Malta.",
        "Saab has finished the first of four corvettes for Malta.",
        "Saab has begun production of corvettes for Malta.",
    ],
)
def test_what_is_built_is_not_there_yet(text: str) -> None:
    [leg] = legs(text)
    assert leg.startswith("supply: Saab > Malta | corvette")
    assert " | produced | contracted" in leg


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Two corvettes are being built for Malta at a Turkish shipyard.",
            "supply: Turkey > Malta | corvettes | produced | contracted | ordered=2",
        ),
        (
            "Saab won a contract to build four corvettes for Malta.",
            "supply: Saab > Malta | corvettes | contracted | contracted | ordered=4",
        ),
        (
            "Saab received a $4 million addition to its contract to build four corvettes for Malta.",
            "supply: Saab > Malta | corvettes | contracted | contracted | ordered=4",
        ),
        (
            "Tunisia attacked Italy over its contract to supply howitzers to Malta.",
            "supply: - > Malta | howitzers | contracted | contracted",
        ),
        (
            "A contract for 12 howitzers was signed between Malta and Saab.",
            "sale: Saab > Malta | howitzers | contracted | contracted | ordered=12",
        ),
        (
            "Rome has sent Valletta a letter of offer for 32 Leopard tanks.",
            "sale: Italy > Malta | Leopard | offered | promised | modality=promised | ordered=32",
        ),
        (
            "Malta signed up for 24 Leopard tanks from Italy.",
            "sale: Italy > Malta | Leopard | contracted | contracted | ordered=24",
        ),
        (
            "Malta exercised its option to buy 12 more howitzers from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=12",
        ),
        (
            "Malta settled on the FA-50 from South Korea.",
            "sale: South Korea > Malta | FA-50 | - | announced",
        ),
    ],
)
def test_building_and_papers(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Italy condemned the test, which scientists claimed now allows Chad to build missiles of its own.",
        "Hezbollah launched 20 missiles for Iran.",
        "Two corvettes are being built for the Norwegian navy at Bergen.",
        "Saab laid the keel of a ferry for Malta.",
    ],
)
def test_nothing_is_built_for_somebody(text: str) -> None:
    assert legs(text) == []
