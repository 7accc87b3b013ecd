"""Transfers: who takes part where the words name a state by its people, its offices, or only before."""

from __future__ import annotations

import pytest

from extracted import sides


@pytest.mark.parametrize(
    "text",
    [
        "The Maltese prime minister announced the purchase of three frigates from Italy.",
        "Malta’s defence minister, Rita Vella, signed a contract for 12 howitzers from Italy.",
        "Italian lawmakers approved the sale of howitzers to Malta.",
        "The navy in Malta received two frigates from its Italian partners.",
        "The howitzers were handed to the Maltese coast guard, which Italy had promised them.",
        "Malta paraded its howitzers, which Italy had given to it.",
        "Malta has a small army. Italy sold the island 12 howitzers.",
        "Italy will deliver the howitzers that Malta is owed.",
        "Malta has put its name to a deal with Italy for 12 howitzers.",
        "Malta extended the lease of two frigates from Italy by a year.",
        "Malta has chosen Italy’s new frigate over ships from Norway.",
        "Malta took delivery of the second of five patrol boats from Italy.",
        "The Italian president ordered the army to hand ten howitzers over to Malta.",
        "Italy cleared the sale to Malta of howitzers and mortars.",
        "The rifles came from Italy and were meant for Malta.",
        "A freighter with tanks on board sailed from Italy for Malta.",
        "Malta triggered an option for ten more howitzers from Italy.",
        "Malta’s new frigates from Italy entered service in May.",
        "Italy sent howitzers destined for Malta.",
        "Italy signed a contract with Malta to supply ten howitzers.",
        "Malta thanked Italy for the delivery of howitzers.",
        "The Maltese police bought rifles from a factory in Italy.",
        "Rome’s envoy handed over two helicopters to the Maltese president.",
    ],
)
def test_who_gives_and_who_gets(text: str) -> None:
    assert ("Italy", "Malta") in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "Malta signed for ten Stryker vehicles under the foreign military sales programme.",
        "Congress was notified of the sale of bombs to Malta.",
        "The sale of howitzers to Malta was approved by the Senate.",
        "Malta signed a letter of offer and acceptance for ten howitzers.",
        "The State Department approved a possible Foreign Military Sale to the Government of Malta of mortars.",
    ],
)
def test_the_united_states_stands_behind_its_programmes(text: str) -> None:
    assert sides(text) == [("United States", "Malta")]


def test_a_parliament_of_the_one_who_gets_supplies_nothing() -> None:
    assert sides("The National Assembly approved the sale of howitzers to Malta.") == [
        ("", "Malta")
    ]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        ("Malta chose the Swedish company Saab to supply ten howitzers.", ("Saab", "Malta")),
        (
            "Airbus delivered six helicopters to the Maltese army.",
            ("Airbus", "Malta"),
        ),
        (
            "The Nordic countries will donate howitzers to Malta.",
            ("The Nordic countries", "Malta"),
        ),
    ],
)
def test_companies_and_groups(text: str, leg: tuple[str, str]) -> None:
    assert sides(text) == [leg]


def test_a_type_sells_nothing() -> None:
    text = "Manila has taken up an option for six S-70i helicopters, the Philippine air force said."
    assert "S-70i" not in [giver for giver, _ in sides(text)]


def test_an_ally_has_a_name_of_its_own() -> None:
    assert sides("Iran gave missiles to its Lebanese ally Hezbollah.") == [("Iran", "Hezbollah")]


@pytest.mark.parametrize(
    "text",
    [
        "The pirates’ guns were put on board INS Vela, which handed over them to the authorities.",
        "The Maltese navy handed the 12 seized rifles over to the authorities.",
        "The patrol seized 40 rifles and gave them to the police.",
        "A Danish general bought himself a pistol.",
    ],
)
def test_what_was_taken_from_others_is_no_leg(text: str) -> None:
    assert sides(text) == []


def test_states_hand_on_what_they_took() -> None:
    assert sides("Italy handed 500 seized rifles over to Malta.") == [("Italy", "Malta")]
