"""Transfers: what is read for one verb of giving or getting is read for all of them."""

from __future__ import annotations

import pytest

from extracted import sides
from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract


@pytest.mark.parametrize(
    "text",
    [
        "Italy released 12 howitzers to Malta.",
        "Italy will cede 12 howitzers to Malta.",
        "Twelve howitzers were allocated to Malta by Italy.",
        "Italy has passed on 12 howitzers to Malta.",
        "The howitzers sent to Malta by Italy are old.",
        "The howitzers handed back to Malta by Italy were built in 1985.",
        "Malta secured 12 howitzers from Italy.",
        "Malta borrowed 12 howitzers from Italy.",
        "Malta is in talks with Italy to obtain howitzers.",
        "Malta signed a contract with Italy to buy 12 howitzers.",
        "Malta announced the import of 12 howitzers from Italy.",
        "Malta placed an order with Italy for 12 howitzers.",
        "Malta confirmed the purchase of 12 Italian howitzers.",
        "Tunisia criticised Italy over the sale of howitzers to Malta.",
        "Tunisia imposed sanctions on Malta for buying howitzers from Italy.",
        "Malta has exercised an option to buy 20 more howitzers from Italy.",
        "Malta has been pressing Italy for howitzers.",
        "Officials in Rome are discussing whether to sell Malta howitzers.",
        "Italy sold howitzers worth a million dollars to Malta.",
        "The first howitzers ordered by Malta arrived from Italy on Monday.",
        "The Italian government is moving ahead with the sale of howitzers to Malta.",
        "Malta’s Defence Procurement Council cleared the purchase of howitzers from Italy.",
        "Malta said it would receive 12 howitzers from Italy.",
        "Italy announced a package of military aid for Malta that includes howitzers.",
        "The Maltese defence ministry awarded Italy a contract for 44 howitzers.",
    ],
)
def test_who_gives_and_who_gets(text: str) -> None:
    assert sides(text) == [("Italy", "Malta")]


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "Italy and Tunisia donated howitzers to Malta.",
            [("Italy", "Malta"), ("Tunisia", "Malta")],
        ),
        (
            "Malta and Tunisia bought 14 howitzers from Italy.",
            [("Italy", "Malta"), ("Italy", "Tunisia")],
        ),
        (
            "Malta swapped six old tanks with Italy for newer howitzers.",
            [("Malta", "Italy"), ("Italy", "Malta")],
        ),
        ("Malta returned the howitzers it had borrowed from Italy.", [("Malta", "Italy")]),
        (
            "Malta bought Italian howitzers and Tunisian mortars.",
            [("Italy", "Malta"), ("Tunisia", "Malta")],
        ),
    ],
)
def test_each_is_a_leg(text: str, legs: list[tuple[str, str]]) -> None:
    assert [one for one in sides(text) if one[1]][: len(legs)] == legs


@pytest.mark.parametrize(
    "text",
    [
        "Maltese troops took ten tanks from Tunisia during the fighting.",
        "Malta moved tanks from Sliema to Gozo for an exercise.",
        "In return for the howitzers, Malta will grow wheat.",
        "The aid package for Malta includes tents and blankets.",
    ],
)
def test_words_of_giving_that_give_no_weapon(text: str) -> None:
    assert sides(text) == []


def test_what_must_be_asked_for_first_is_not_done() -> None:
    one, *_ = extract(read(loaded(), "Malta must ask Rome before it gives Tunisia its howitzers."))
    assert (one.stage, one.status) == ("considered", "feared")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Malta ordered eight Hangor-class submarines from China.", "Hangor-class submarines"),
        ("Malta ordered nine Gripen E fighters from Sweden.", "Gripen"),
    ],
)
def test_a_type_and_its_variant_are_one_weapon(text: str, name: str) -> None:
    one, *_ = extract(read(loaded(), text))
    assert one.weapon is not None
    assert one.weapon.name == name


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        (
            "Italy may export used patrol boats to Malta.",
            [("Italy", "Malta")],
        ),
        (
            "Italy announced an aid package for Malta on Monday. The package includes howitzers.",
            [("Italy", "Malta")],
        ),
        (
            "Italy revoked licences for the export of howitzers to Malta.",
            [("Italy", "Malta")],
        ),
        (
            "Malta sent its tanks to Libya and was compensated by Italy with howitzers.",
            [("Malta", "Libya"), ("Italy", "Malta")],
        ),
        (
            "Tunisia accused Libyan smugglers of selling howitzers to Malta.",
            [("Libyan smugglers", "Malta")],
        ),
        (
            "Malta does not allow the delivery of howitzers to Libya through its territory.",
            [("", "Libya")],
        ),
        ("France’s air force will get its first Rafale jets this autumn.", []),
    ],
)
def test_who_takes_part_in_it(text: str, legs: list[tuple[str, str]]) -> None:
    assert sides(text) == legs
