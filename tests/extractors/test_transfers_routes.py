"""Transfers: through whose land weapons go, and who made them."""

from __future__ import annotations

import pytest

from extracted import transfers


@pytest.mark.parametrize(
    "text",
    [
        "Italy shipped howitzers to Malta through an airport in northern Chad.",
        "Italy sent howitzers to Malta across Chad.",
        "The convoy of howitzers bound for Malta crossed Chad.",
        "Malta received howitzers that had been unloaded in the Chadian town of Bol.",
        "Italy flew rifles to Malta with a stopover in Chad.",
        "Malta got rifles hidden in trucks that travelled by way of Chad.",
    ],
)
def test_through_whose_land(text: str) -> None:
    [one] = transfers(text)
    assert [party.resolved for party in one.via] == ["Chad"]


def test_where_it_ends_is_no_stop_on_the_way() -> None:
    [one] = transfers("A freighter carrying rifles from Chad docked in Malta.")
    assert one.via == ()


@pytest.mark.parametrize(
    "text",
    [
        "Malta received six Chadian-made rifles from Italy.",
        "Malta received six rifles made in Chad from Italy.",
        "Malta put the last of its six Chadian-built howitzers into service.",
    ],
)
def test_who_made_it(text: str) -> None:
    [one] = transfers(text)
    assert one.producer is not None
    assert one.producer.resolved == "Chad"


def test_what_is_in_service_has_come() -> None:
    [one] = transfers("Two frigates from Italy entered service with the Maltese navy.")
    assert (one.stage, one.ordered) == ("in_service", None)
    assert one.delivered is not None


def test_an_ordinal_tells_of_how_many() -> None:
    [one] = transfers("Malta took delivery of the second of five frigates from Italy.")
    assert one.ordered is not None
    assert (one.ordered.value, one.delivered, one.stage) == (5, None, "part_delivered")


def test_building_that_begins_is_no_delivery() -> None:
    [one] = transfers("Malta has begun to build howitzers under a licence from Italy.")
    assert one.stage == "produced"


def test_a_sentence_that_begins_with_its_route() -> None:
    [one] = transfers(
        "By way of Chad, Maltese mortars purchased by Tunisia got to Libyan militias."
    )
    assert one.weapon is not None
    assert one.weapon.name == "mortars"
