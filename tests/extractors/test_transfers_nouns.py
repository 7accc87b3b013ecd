"""Transfers that nouns tell: sales, orders and talks, what holds them up or ends them, and what is denied of them."""

from __future__ import annotations

import pytest

from extracted import legs


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        (
            "A lawmaker put a hold on the sale of 40 howitzers to Malta.",
            "sale: - > Malta | howitzers | suspended | - | ordered=40",
        ),
        (
            "The hold that a lawmaker had placed on a sale of howitzers to Malta was lifted.",
            "sale: - > Malta | howitzers | authorised | agreed",
        ),
        (
            "Deputies failed to block the sale of howitzers to Malta.",
            "sale: - > Malta | howitzers | authorised | agreed",
        ),
        (
            "Deputies rejected a motion to block the sale of howitzers to Malta.",
            "sale: - > Malta | howitzers | authorised | agreed",
        ),
        (
            "Parliament will not block the sale of howitzers to Malta.",
            "sale: - > Malta | howitzers | authorised | agreed",
        ),
        (
            "Italy does not permit the delivery of howitzers to Libya.",
            "supply: Italy > Libya | howitzers | - | prohibited",
        ),
        (
            "Chad’s talks with Italy on the purchase of 12 howitzers broke down.",
            "sale: Italy > Chad | howitzers | cancelled | - | ordered=12",
        ),
        (
            "Italy signed a memorandum with Chad in May for the sale of howitzers to Chad.",
            "sale: Italy > Chad | howitzers | agreed | agreed",
        ),
        (
            "The planned sale of two patrol boats by Italy to Chad was put off.",
            "sale: Italy > Chad | patrol boats | suspended | - | ordered=2",
        ),
        (
            "Deliveries of howitzers from Italy to Chad will begin in May.",
            "supply: Italy > Chad | howitzers | - | announced | modality=planned",
        ),
        (
            "Italy’s government called reports of a sale of howitzers to Libya a lie.",
            "sale: - > Libya | howitzers | - | denied | modality=denied",
        ),
        (
            "Spain bans sale of ammunition to Chad",
            "sale: Spain > Chad | ammunition | - | prohibited",
        ),
        (
            "Kenya to buy howitzers from Italy, lawmaker says",
            "sale: Italy > Kenya | howitzers | - | announced",
        ),
        (
            "Talks between Paris and Tunis on the sale of two Rafale jets have collapsed.",
            "sale: France > Tunisia | Rafale | cancelled | - | ordered=2",
        ),
        (
            "Kenya denied negotiating with Rome about helicopters.",
            "sale: Italy > Kenya | helicopters | negotiated | denied | modality=denied",
        ),
        (
            "No talks are being held with Paris on the purchase of Rafales, the Libyan army said.",
            "sale: France > Libya | Rafale | negotiated | denied | modality=denied",
        ),
        (
            "Libya’s talks with Italy on howitzers about to be retired came to nothing.",
            "sale: Italy > Libya | howitzers | cancelled | -",
        ),
        (
            "It is unclear whether Italy has sold howitzers to Libya.",
            "sale: Italy > Libya | howitzers | considered | feared | modality=possible",
        ),
        (
            "Kenya’s request for howitzers from Italy is under review.",
            "supply: Italy > Kenya | howitzers | requested | requested | modality=requested",
        ),
        (
            "The patrol boats are a gift from Italy to Kenya.",
            "donation: Italy > Kenya | patrol boats | delivered | delivered",
        ),
        (
            "Kenya has accepted a letter of offer for four M777 howitzers.",
            "sale: United States > Kenya | M777 | contracted | contracted | ordered=4",
        ),
        (
            "A board approved a possible Foreign Military Sale to the Government of Kenya of 40 M777 howitzers.",
            "sale: United States > Kenya | M777 | authorised | agreed | ordered=40",
        ),
        (
            "Libya dismissed talk of a deal with Italy for howitzers.",
            "sale: Italy > Libya | howitzers | agreed | denied | modality=denied",
        ),
        (
            "Moscow denied reports of a sale of S-400 missiles to Libya.",
            "sale: Russia > Libya | S-400 | contracted | denied | modality=denied",
        ),
        (
            "Libya’s order for four howitzers from Italy is proceeding on schedule.",
            "sale: Italy > Libya | howitzers | contracted | contracted | ordered=4",
        ),
        (
            "Italy’s planned sale of four howitzers to Libya angered Tunisia.",
            "sale: Italy > Libya | howitzers | - | announced | ordered=4",
        ),
        (
            "Kongsberg received an order from Kenya for ten M777 howitzers.",
            "sale: Kongsberg > Kenya | M777 | contracted | contracted | ordered=10",
        ),
        (
            "Lawmakers may block the sale of howitzers to Libya.",
            "sale: - > Libya | howitzers | - | -",
        ),
        (
            "Lawmakers voted to block the sale of howitzers to Libya.",
            "sale: - > Libya | howitzers | - | prohibited",
        ),
        (
            "Malta’s cabinet approved a ban on the sale of howitzers to Libya.",
            "sale: Malta > Libya | howitzers | - | prohibited",
        ),
        (
            "“We will send you ten howitzers,” Italian Defence Minister Elio Conti told the Maltese parliament.",
            "supply: Italy > Malta | howitzers | - | announced | modality=planned | ordered=10",
        ),
    ],
)
def test_a_leg(text: str, leg: str) -> None:
    assert legs(text) == [leg]


@pytest.mark.parametrize(
    "text",
    [
        "Italy lifted its ban on the sale of howitzers to Malta.",
        "The robber had a Glock pistol that he had bought in May.",
        "Ryanair has ordered 30 A350 jets from Airbus.",
        "The United States and Russia held talks about missiles.",
    ],
)
def test_no_leg(text: str) -> None:
    assert legs(text) == []
