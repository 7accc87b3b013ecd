"""Transfers: constructions told in the passive, as nouns, in other orders and by other verbs."""

from __future__ import annotations

import pytest

from extracted import transfers
from golden.legs import tell_leg


def legs(text: str) -> list[str]:
    return [tell_leg(one) for one in transfers(text)]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Two trainer jets were leased by Malta from Italy.",
            "lease: Italy > Malta | trainer jets | contracted | contracted | ordered=2",
        ),
        (
            "Malta’s purchase of transport planes from Italy was called off.",
            "sale: Italy > Malta | transport planes | cancelled | -",
        ),
        (
            "Four howitzers took off from Italy for Malta.",
            "supply: Italy > Malta | howitzers | shipped | contracted | delivered=4",
        ),
        (
            "Rockets have passed into the hands of rebels.",
            "supply: - > rebels | rockets | delivered | delivered",
        ),
        (
            "Italian mortars made their way to Malta.",
            "supply: - > Malta | mortars | delivered | delivered",
        ),
        (
            "Mortars intended for the Maltese police turned up with a militia.",
            "supply: - > a militia | mortars | delivered | delivered",
        ),
        (
            "Malta has taken up Italy’s offer of six howitzers.",
            "supply: Italy > Malta | howitzers | agreed | agreed | ordered=6",
        ),
        (
            "Lawmakers were informed by the Pentagon of a sale of 18 howitzers to Malta.",
            "sale: United States > Malta | howitzers | notified | announced | ordered=18",
        ),
        (
            "Shipments of pistols to Malta have been halted for the time being by Italy.",
            "supply: Italy > Malta | pistols | suspended | -",
        ),
        (
            "On Friday Malta concluded a contract with Italy for 24 howitzers.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=24",
        ),
        (
            "Ten howitzers were handed to Malta as a gift by Italy.",
            "donation: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
        (
            "The latest customer for the Gripen is Malta.",
            "sale: - > Malta | Gripen | contracted | contracted",
        ),
        (
            "After buying 48 howitzers from Italy, Malta will retire its old guns.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=48",
        ),
        (
            "Malta will retire its old guns after buying 48 howitzers from Italy.",
            "sale: Italy > Malta | howitzers | - | - | ordered=48",
        ),
        (
            "Construction of the four frigates ordered by Malta from Italy has begun.",
            "sale: Italy > Malta | frigates | contracted | contracted | ordered=4",
        ),
        (
            "Italy dismissed as a myth that it had sold tanks to Malta.",
            "sale: Italy > Malta | tanks | contracted | denied | modality=denied",
        ),
        (
            "Permission to re-export howitzers to Malta was denied by Norway.",
            "retransfer: - > Malta | howitzers | authorised | prohibited | consent=Norway",
        ),
        (
            "Consent for the re-export of howitzers to Malta was given by Norway.",
            "retransfer: - > Malta | howitzers | authorised | agreed | consent=Norway",
        ),
    ],
)
def test_the_same_deal_in_other_clothes(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Tanks were bought by a man from Norway.",
        "Italy gave Malta a model of an Embraer transport plane.",
        "Six transport planes were sold to an airline by Airbus.",
    ],
)
def test_no_leg(text: str) -> None:
    assert legs(text) == []
