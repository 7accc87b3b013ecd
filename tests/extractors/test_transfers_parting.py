"""Transfers: verbs of getting and of parting, in the clothes that news gives them."""

from __future__ import annotations

import pytest

from extracted import told
from golden.deals import read
from loaded import loaded
from sayso.extractors.transfers import extract


@pytest.mark.parametrize(
    ("text", "legs"),
    [
        ("Malta took in a batch of howitzers from Italy.", ["supply: Italy > Malta | howitzers"]),
        ("Malta got hold of ten mortars from Italy.", ["supply: Italy > Malta | mortars"]),
        (
            "Malta got its hands on two Patriot batteries from Italy.",
            ["supply: Italy > Malta | Patriot"],
        ),
        (
            "Maltese sailors took over two frigates from Italy in Genoa.",
            ["supply: Italy > Malta | frigates"],
        ),
        (
            "Malta was given 15 howitzers from Italian army stocks.",
            ["supply: Italy > Malta | howitzers"],
        ),
        ("Malta signed up for 24 Gripens from Sweden.", ["sale: Sweden > Malta | Gripen"]),
        ("Malta went for 24 Gripens from Sweden.", ["sale: Sweden > Malta | Gripen"]),
        (
            "Malta turned to Italy, from which it has bought four frigates.",
            ["sale: Italy > Malta | frigates"],
        ),
        ("Malta gave its howitzers away to Libya.", ["donation: Malta > Libya | howitzers"]),
        ("Malta parted with 30 howitzers.", ["supply: Malta > - | howitzers"]),
        (
            "Under the swap, Malta parts with 30 howitzers, which go to Libya, and is given six frigates.",
            ["supply: Malta > Libya | howitzers", "supply: - > Malta | frigates"],
        ),
        (
            "Malta was urged to part with its howitzers in favour of Libya.",
            ["supply: Malta > Libya | howitzers"],
        ),
        (
            "Italy will send howitzers it bought from Malta to Libya.",
            ["supply: Italy > Libya | howitzers", "sale: Malta > Italy | howitzers"],
        ),
        (
            "According to the Board for Arms Trade, Italy last year handed over 12 howitzers to Malta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy and Malta have between them promised more than 60 howitzers to Libya.",
            ["supply: Italy > Libya | howitzers", "supply: Malta > Libya | howitzers"],
        ),
        (
            "Italy and Malta signed an accord that could see Malta buy 12 frigates.",
            ["sale: Italy > Malta | frigates"],
        ),
        (
            "Malta’s navy operates two frigates bought second-hand from Italy.",
            ["sale: Italy > Malta | frigates"],
        ),
        (
            "Malta took delivery of the last of 12 howitzers from Italy.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Malta turned for its own arms to Italy, from which it has bought four frigates.",
            ["sale: Italy > Malta | frigates"],
        ),
        (
            "Libya has nothing, while Malta looked to Italy, from which it has bought four frigates.",
            ["sale: Italy > Malta | frigates"],
        ),
        (
            "Malta will receive ten howitzers free of charge from Italy.",
            ["supply: Italy > Malta | howitzers"],
        ),
        ("Malta got ten howitzers for free from Italy.", ["supply: Italy > Malta | howitzers"]),
        (
            "Malta has been poor since 2019, when its order for six frigates was placed with Fincantieri.",
            ["sale: Fincantieri > Malta | frigates"],
        ),
        (
            "Italy agreed to part with six howitzers for Malta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy has made six howitzers available to Malta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy has put six howitzers at Malta’s disposal.",
            ["supply: Italy > Malta | howitzers"],
        ),
        ("Italy has offered up six howitzers to Malta.", ["supply: Italy > Malta | howitzers"]),
        (
            "Italy has no intention of supplying howitzers to Malta.",
            ["supply: Italy > Malta | howitzers"],
        ),
        (
            "Italy asked Malta to give up its howitzers to Libya.",
            ["supply: Malta > Libya | howitzers"],
        ),
    ],
)
def test_a_leg(text: str, legs: list[str]) -> None:
    assert told(text) == legs


@pytest.mark.parametrize(
    "text",
    [
        "Italy made six howitzers available.",
        "Malta got the nod for twelve howitzers from Italy.",
        "The auditors examined how Saab accounts for its exports of Gripen jets.",
        "Malta took in two damaged tanks for repair.",
        "The Maltese army went for the rocket launchers in Libya.",
        "The former Maltese soldier bought a rifle.",
        "Malta parted ways with Italy over tanks.",
        "The mayor of Valletta went for the mortars and was shot.",
        "Maltese aircraft parts with 30 faults were sent to the yard.",
        "Malta gave up its howitzers.",
        "Italy sold tanks it had shown to Malta.",
        "The crew got its hands on the deck of the frigate.",
    ],
)
def test_no_leg(text: str) -> None:
    assert told(text) == []


def test_what_went_on_up_to_now_has_been_done() -> None:
    (leg,) = extract(read(loaded(), "Malta has been getting howitzers from Italy for years."))
    assert (leg.stage, leg.status) == ("delivered", "delivered")


def test_who_stands_to_receive_is_to_get_it() -> None:
    (leg,) = extract(read(loaded(), "Malta stands to receive two howitzers from Italy."))
    assert (leg.stage, leg.status) == (None, "announced")


def test_what_each_is_to_get_is_announced() -> None:
    text = "Malta and Libya are each to get two howitzers from Italy."
    legs = extract(read(loaded(), text))
    assert [(leg.stage, leg.status) for leg in legs] == [(None, "announced")] * 2


def test_a_number_behind_the_name_of_who_gets_is_none_of_its_words() -> None:
    (leg,) = extract(read(loaded(), "Spain gave Kyiv 14 Leopard 2 tanks."))
    assert leg.delivered is not None
    assert leg.delivered.value == 14
