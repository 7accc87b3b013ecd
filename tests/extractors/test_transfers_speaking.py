"""Transfers: who speaks of his own deal, licences for exports, who waits, what comes free of charge, orders in passing."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "There is no thought of giving howitzers to Malta, Italian Defence Minister Elio Conti said.",
            "supply: Italy > Malta | howitzers | - | denied | modality=denied",
        ),
        (
            "The delivery of howitzers to Malta is being studied, Italian Defence Minister Elio Conti said.",
            "supply: Italy > Malta | howitzers | considered | feared | modality=possible",
        ),
        (
            "Italy issued an export licence for howitzers to Malta.",
            "supply: Italy > Malta | howitzers | authorised | agreed",
        ),
        (
            "Italy revoked export licences for howitzers to Malta.",
            "supply: Italy > Malta | howitzers | cancelled | -",
        ),
        (
            "Malta is still waiting for Italy to send ten howitzers.",
            "supply: Italy > Malta | howitzers | - | announced | modality=planned | ordered=10",
        ),
        (
            "An order for ten frigates was placed with Fincantieri by Malta.",
            "sale: Fincantieri > Malta | frigates | contracted | contracted | ordered=10",
        ),
        (
            "It is unclear whether Malta has received the ten howitzers it bought from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=10",
        ),
        (
            "Italy is to transfer to Malta free of charge ten old howitzers from its stocks.",
            "supply: Italy > Malta | howitzers | - | announced | modality=planned | ordered=10",
        ),
        (
            "The package for Malta unveiled by Italy contains howitzers.",
            "supply: Italy > Malta | howitzers | - | announced",
        ),
        (
            "Italy cancels howitzer order with Malta",
            "sale: Malta > Italy | howitzer | cancelled | -",
        ),
        (
            "Malta takes delivery of howitzers from Italy",
            "supply: Italy > Malta | howitzers | delivered | delivered",
        ),
    ],
)
def test_who_speaks_waits_or_licenses(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Howitzers may be sent to Malta, Italian Defence Minister Elio Conti said.",
            "supply: - > Malta | howitzers | considered | feared | modality=possible",
        ),
        (
            "The delivery of howitzers to Malta is being studied, Maltese President Karmenu Borg said.",
            "supply: - > Malta | howitzers | considered | feared | modality=possible",
        ),
    ],
)
def test_a_speaker_who_need_not_be_the_giver(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Italy issued export licences for cheese to Malta.",
        "Malta is waiting for howitzers to be repaired.",
        "There is no talk of howitzers in Malta.",
    ],
)
def test_no_deal(text: str) -> None:
    assert legs(text) == []
