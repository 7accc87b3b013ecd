"""Transfers: makers and forces that tell of their own deals, former owners, and what one verb of two tells."""

from __future__ import annotations

import pytest

from extracted import told
from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "Malta signed for 12 Rafale jets, a spokesman for Dassault Aviation said.",
            "Dassault Aviation > Malta",
        ),
        ("Saab said Malta had become a customer for the Gripen.", "Saab > Malta"),
        ("Saab said Malta had bought 12 Gripen jets from Brazil.", "Brazil > Malta"),
        ("Malta has ordered 12 Gripen jets, Lockheed Martin said.", "- > Malta"),
    ],
)
def test_a_maker_who_tells_of_it_sells_its_own_weapons(text: str, legs: str) -> None:
    (leg,) = told(text)
    assert leg.split(": ")[1].split(" | ")[0] == legs


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "Malta took over two former Italian frigates, HMS Ely and HMS Ham.",
            ["supply: Italy > Malta | frigates"],
        ),
        (
            "Malta received four ex-Dutch minehunters.",
            ["supply: Netherlands > Malta | minehunters"],
        ),
        ("Malta received four Dutch minehunters.", ["supply: - > Malta | minehunters"]),
        (
            "The last of the 12 Rafale fighters bought from Italy landed at Luqa, the Maltese army said.",
            ["sale: Italy > Malta | Rafale"],
        ),
        (
            "Malta will keep flying its 14 Gripens, leased from Sweden.",
            ["lease: Sweden > Malta | Gripen"],
        ),
        (
            "Italy has delivered six howitzers to Malta, the Libyan government said, and will ship ten frigates to Libya.",
            ["supply: Italy > Malta | howitzers", "supply: Italy > Libya | frigates"],
        ),
        ("Austria offered to sell its 15 Typhoons to Malta.", ["sale: Austria > Malta | Typhoon"]),
        ("Malta bought 33 Hornets from Kuwait.", ["sale: Kuwait > Malta | F/A-18"]),
    ],
)
def test_a_leg(text: str, legs: list[str]) -> None:
    assert told(text) == legs


@pytest.mark.parametrize(
    "text",
    ["The club bought a Hornet from Kuwait.", "Malta sold three Typhoon Street houses to Kuwait."],
)
def test_a_name_that_no_figure_counts_is_no_weapon(text: str) -> None:
    assert told(text) == []


def test_what_a_verb_joined_to_it_costs_is_not_its_value() -> None:
    text = (
        "Malta turned down Libya’s offer of howitzers and settled on six Gripen jets from Sweden, "
        "for which it will pay $300 million."
    )
    offered, bought = extract(read(loaded(), text))
    assert offered.value is None
    assert bought.value is not None


def test_of_what_more_are_ordered_the_number_is_kept() -> None:
    (leg,) = extract(read(loaded(), "Malta has ordered another four of the Gripen jets from Saab."))
    assert leg.ordered is not None
    assert leg.ordered.value == 4


def test_with_the_last_of_them_all_have_come() -> None:
    (leg,) = extract(read(loaded(), "Malta took delivery of the last of 12 howitzers from Italy."))
    assert (leg.ordered, leg.delivered) == (leg.delivered, leg.ordered)
    assert leg.stage == "delivered"
