"""Transfers: what is denied, asked or imagined, who consents, and figures of speech."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    "text",
    [
        "In the novel, a Danish trader sells a Polish tank to a Chadian warlord.",
        "Had Italy sold torpedoes to Libya, Malta would have protested.",
        "It is unclear whether Chad ever received the drones from Turkey.",
        "There is no evidence that Italy sold drones to Kenya.",
        "Claims that Italy had sold rifles to Mali were never substantiated.",
        "The inquiry gave her critics fresh ammunition.",
        "The bill would bar terrorists from buying guns.",
        "Rome has always said that the frigates were meant for Malta alone.",
    ],
)
def test_no_leg(text: str) -> None:
    assert legs(text) == []


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Reports that Kenya had bought Italian drones are a lie, the minister said.",
            "sale: Italy > Kenya | drones | contracted | denied | modality=denied",
        ),
        (
            "Serbia ruled out selling shells to Chad.",
            "sale: Serbia > Chad | shells | - | denied | modality=denied",
        ),
        (
            "Oslo has no objection to Poland’s giving Chad howitzers, its foreign minister said.",
            "retransfer: Poland > Chad | howitzers | authorised | agreed | consent=Norway",
        ),
        (
            "The frigates that Malta builds for Kenya have arrived, the yard said.",
            "supply: Malta > Kenya | frigates | delivered | delivered",
        ),
        (
            "Amnesty criticised Malta for selling howitzers to Chad.",
            "sale: Malta > Chad | howitzers | contracted | contracted",
        ),
    ],
)
def test_a_leg(text: str, leg: str) -> None:
    assert legs(text) == [leg]
