"""Transfers: sides and stages that stand beside the deal: under whose contract, of whom it is asked, by whose leave."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "Under a contract with Malta, Fincantieri delivered two frigates last year.",
            "supply: Fincantieri > Malta | frigates | delivered | delivered | delivered=2",
        ),
        (
            "Malta begged Italy for the delivery of ten howitzers.",
            "supply: Italy > Malta | howitzers | requested | requested | modality=requested | ordered=10",
        ),
        (
            "Malta is counting on Italy to send the howitzers.",
            "supply: Italy > Malta | howitzers | requested | requested | modality=requested",
        ),
        (
            "The Maltese parliament gave its consent to the purchase of ten howitzers from Italy.",
            "sale: Italy > Malta | howitzers | authorised | agreed | ordered=10",
        ),
        (
            "The Italian cabinet notified its parliament of the planned sale of ten howitzers to Malta.",
            "sale: Italy > Malta | howitzers | notified | announced | ordered=10",
        ),
        (
            "Malta and Sweden have opened talks on Gripen fighters.",
            "sale: Sweden > Malta | Gripen | negotiated | negotiating",
        ),
        (
            "A court in Italy halted the export of howitzers to Malta.",
            "supply: Italy > Malta | howitzers | - | prohibited",
        ),
        (
            "Malta has ten howitzers on order from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | ordered=10",
        ),
        (
            "Fincantieri launched talks after an order from Malta for two frigates.",
            "sale: - > Malta | frigates | contracted | contracted | ordered=2",
        ),
        (
            "Fincantieri clinches $2 billion Malta order for four frigates",
            "sale: Fincantieri > Malta | frigates | contracted | contracted | ordered=4 | value=2000000000",
        ),
        (
            "Malta in talks with Italy to buy howitzers: minister",
            "sale: Italy > Malta | howitzers | negotiated | negotiating",
        ),
        (
            "Malta took up an option for six more C-130J planes with Lockheed Martin.",
            "sale: Lockheed Martin > Malta | C-130 | contracted | contracted | ordered=6",
        ),
        (
            "Malta was to be supplied with ten howitzers by Italy.",
            "supply: Italy > Malta | howitzers | - | announced | modality=planned | ordered=10",
        ),
        (
            "Fincantieri is touting frigates to Malta.",
            "sale: Fincantieri > Malta | frigates | offered | promised | modality=promised",
        ),
        (
            "Italy has committed ten howitzers to Malta.",
            "supply: Italy > Malta | howitzers | offered | promised | modality=promised | ordered=10",
        ),
        (
            "Italy submitted an offer of ten howitzers to Malta.",
            "supply: Italy > Malta | howitzers | offered | promised | modality=promised | ordered=10",
        ),
        (
            "Malta laid out 40 million euros on howitzers from Italy.",
            "sale: Italy > Malta | howitzers | contracted | contracted | value=40000000",
        ),
        (
            "The Maltese navy is testing frigates offered by Fincantieri.",
            "supply: Fincantieri > Malta | frigates | offered | promised | modality=promised",
        ),
        (
            "The Maltese president reviewed ten howitzers received from Italy.",
            "supply: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
        (
            "Malta received ten howitzers mothballed by Italy.",
            "supply: Italy > Malta | howitzers | delivered | delivered | delivered=10",
        ),
        (
            "They signed a letter of intent under which Italy will deliver howitzers to Malta.",
            "supply: Italy > Malta | howitzers | agreed | agreed",
        ),
        (
            "The contract stipulates that Italy will deliver ten howitzers to Malta.",
            "supply: Italy > Malta | howitzers | contracted | contracted | ordered=10",
        ),
        (
            "Malta is on the verge of signing a contract for ten howitzers with Italy.",
            "sale: Italy > Malta | howitzers | negotiated | negotiating | ordered=10",
        ),
        (
            "Italy overhauled ten howitzers before sending them to Malta.",
            "supply: Italy > Malta | howitzers | shipped | contracted",
        ),
        (
            "Sanctions prevent Italy from exporting howitzers to Malta.",
            "supply: Italy > Malta | howitzers | - | prohibited",
        ),
        (
            "Italy agreed to sell Malta ten howitzers. The sale was called off in May.",
            "sale: Italy > Malta | howitzers | cancelled | - | ordered=10",
        ),
        (
            "Italy presented the keys of two patrol boats to Malta.",
            "donation: Italy > Malta | patrol boats | delivered | delivered | delivered=2",
        ),
        (
            "The Italian cabinet signed off on a consignment of howitzers for Malta.",
            "supply: Italy > Malta | howitzers | authorised | agreed",
        ),
    ],
)
def test_reads_what_stands_beside_a_deal(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Italian officials inspected a harbour in Malta.",
        "Malta and Chad have opened talks on howitzers.",
        "Malta spent 40 million euros on a museum with howitzers.",
        "Italy is pitching tents for Malta.",
        "Malta counts on its howitzers to hold the harbour.",
        "Italy committed its frigates to the patrol.",
        "Fincantieri is on the verge of signing a film star for Malta.",
        "Sanctions prevent Italy from selling wine to Malta.",
        "They signed a memorandum of understanding under which Italy will teach Malta chess.",
        "The keys of the tank were lost in Malta.",
    ],
)
def test_no_leg_of_what_only_sounds_like_one(text: str) -> None:
    assert legs(text) == []


def test_what_the_next_sentence_ends_is_the_deal_told_of() -> None:
    kept = "sale: Italy > Malta | howitzers | agreed | agreed | ordered=10"
    told = "Italy agreed to sell Malta ten howitzers. "
    assert legs(told + "The talks on fish were cancelled.") == [kept]
    assert legs(told + "The deal was not cancelled.") == [kept]
    assert legs(told + "Chad cancelled the deal for its own tractors.") == [kept]
