"""Transfers that nouns tell: sales, orders and talks, what holds them up or ends them, and what is denied of them."""

from __future__ import annotations

import pytest

from golden.deals import read
from golden.legs import tell_leg
from loaded import loaded
from sayso.extractors.transfers import extract


def legs(text: str) -> list[str]:
    return [tell_leg(one) for one in extract(read(loaded(), text))]


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
            "The Senate voted down a bid to block the sale of howitzers to Malta.",
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
    ],
)
def test_a_leg(text: str, leg: str) -> None:
    assert legs(text) == [leg]


def test_a_rule_that_is_lifted_is_no_deal() -> None:
    assert legs("Italy lifted its ban on the sale of howitzers to Malta.") == []
