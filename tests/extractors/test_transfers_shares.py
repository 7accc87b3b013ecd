"""Transfers: whose part of several weapons is whose, and what comes, leaves, is finished or taken into service."""

from __future__ import annotations

import pytest

from golden.deals import read
from golden.sides import name
from loaded import loaded
from sayso.extractors.transfers import extract


def legs(text: str) -> list[tuple[str, str, str]]:
    given = extract(read(loaded(), text))
    return [
        (name(one.supplier), name(one.recipient), one.weapon.name if one.weapon else "")
        for one in given
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italy gave tanks and drones to Malta and mortars to Tunisia.",
            [
                ("Italy", "Malta", "tanks"),
                ("Italy", "Malta", "drones"),
                ("Italy", "Tunisia", "mortars"),
            ],
        ),
        (
            "Malta bought howitzers from Italy and mortars from Tunisia.",
            [("Italy", "Malta", "howitzers"), ("Tunisia", "Malta", "mortars")],
        ),
        (
            "Malta was provided with drones by Italy and with mortars by Tunisia.",
            [("Italy", "Malta", "drones"), ("Tunisia", "Malta", "mortars")],
        ),
        (
            "Malta has picked the IRIS-T from Italy for the coast and the Patriot from Tunisia for the towns.",
            [("Italy", "Malta", "IRIS-T"), ("Tunisia", "Malta", "Patriot")],
        ),
        (
            "The sale of tanks to Malta and of mortars to Tunisia by Italy was approved.",
            [("Italy", "Malta", "tanks"), ("Italy", "Tunisia", "mortars")],
        ),
    ],
)
def test_each_weapon_has_its_own_parties(text: str, told: list[tuple[str, str, str]]) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Italian howitzers for Malta were flown in via Tunisia.",
            [("", "Malta", "howitzers")],
        ),
        (
            "Rifles from Italy were unloaded in Libya on Monday for the Maltese army.",
            [("Italy", "Malta", "rifles")],
        ),
        (
            "The Sea Trader left Genoa on Monday with 200 tonnes of mortar bombs for the Maltese army.",
            [("", "Malta", "mortar bombs")],
        ),
        (
            "Two cargo planes carrying Patriot launchers left Rome for Valletta.",
            [("", "Malta", "Patriot")],
        ),
        (
            "Italy’s howitzers will go to Malta, which has asked for six, and to Tunisia, which has asked for two.",
            [("Italy", "Malta", "howitzers"), ("Italy", "Tunisia", "howitzers")],
        ),
        (
            "Italy, whose howitzers went to Malta, wants new ones.",
            [("Italy", "Malta", "howitzers")],
        ),
        (
            "The rifles went from Italy to Malta and from there to Tunisia.",
            [("Italy", "Malta", "rifles"), ("Malta", "Tunisia", "rifles")],
        ),
        (
            "Malta’s new Patriot batteries from Italy entered service in June.",
            [("Italy", "Malta", "Patriot")],
        ),
        (
            "The first howitzers for Malta rolled off the line in Turin.",
            [("", "Malta", "howitzers")],
        ),
        ("Rifles surfaced with a militia in Tunis.", [("", "a militia", "rifles")]),
    ],
)
def test_what_comes_and_goes(text: str, told: list[tuple[str, str, str]]) -> None:
    assert legs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The howitzers were unloaded in the port of Tunis.",
        "Malta’s howitzers left the plant after repairs.",
        "Two missiles from Libya landed in Malta.",
        "The Kremlin left with its missiles for Malta.",
    ],
)
def test_what_comes_to_nobody(text: str) -> None:
    assert legs(text) == []
