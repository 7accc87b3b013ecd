"""Repairs of noun phrases: what is worth so much, names behind an adjective, and those who are given something."""

from __future__ import annotations

import pytest

from golden.deals import read
from golden.legs import tell_leg
from loaded import loaded
from sayso.extractors.transfers import extract


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Malta has signed a contract with Saab for 17 howitzers worth 31 million euros.",
            [
                "sale: Saab > Malta | howitzers | contracted | contracted | ordered=17 | value=31000000"
            ],
        ),
        (
            "Chad accused Italy of supplying howitzers to the paramilitary Rapid Support Forces.",
            ["supply: Italy > Rapid Support Forces | howitzers | delivered | delivered"],
        ),
        (
            "Italy has given Denmark and the Netherlands permission to transfer their howitzers to Malta.",
            [
                "retransfer: Denmark > Malta | howitzers | authorised | agreed | consent=Italy",
                "retransfer: Netherlands > Malta | howitzers | authorised | agreed | consent=Italy",
            ],
        ),
        (
            "Italy promised Kyiv 30 Leopard 2 tanks.",
            [
                "supply: Italy > Ukraine | Leopard 2 | offered | promised | modality=promised | ordered=30"
            ],
        ),
        (
            "Italy gave Malta and Tunisia howitzers.",
            [
                "supply: Italy > Malta | howitzers | delivered | delivered",
                "supply: Italy > Tunisia | howitzers | delivered | delivered",
            ],
        ),
        (
            "Italy is in talks with Malta and Tunisia on the export of Leopard tanks.",
            [
                "supply: Italy > Malta | Leopard | negotiated | negotiating",
                "supply: Italy > Tunisia | Leopard | negotiated | negotiating",
            ],
        ),
        (
            "Three armoured vehicles left Italy for Malta by ship.",
            ["supply: Italy > Malta | armoured vehicles | shipped | contracted | delivered=3"],
        ),
        (
            "Senators are blocking the sale of American Leopard tanks to Chad over Chad’s purchase of howitzers from Malta.",
            [
                "sale: United States > Chad | Leopard | - | prohibited",
                "sale: Malta > Chad | howitzers | contracted | contracted",
            ],
        ),
    ],
)
def test_who_and_what(text: str, wanted: list[str]) -> None:
    assert [tell_leg(one) for one in extract(read(loaded(), text))] == wanted
