"""Names of what is no actor, and places told by the words of their names."""

from __future__ import annotations

import pytest

from casting import Scene


def named(text: str) -> list[str]:
    """What the text's mentions of actors and places are written as."""
    return [m.span.text for m in Scene(text).cast.mentions if m.actor or m.place]


@pytest.mark.parametrize(
    "text",
    [
        "Hurricane Lorna killed nine people.",
        "The tanker Silver Lorna sank.",
        "The Clean Harbours Act is old.",
        "The Treaty of Bamako is old.",
        "The Bamako accords are old.",
        "They signed the Convention on the Rights of Sailors.",
        "Operation Blue Lantern began.",
        "She won the Prix Lorna.",
        "She won the Silver Lantern Prize.",
        "He sells Lorna handsets.",
    ],
)
def test_things_are_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fish swim in the Bay of Lorna.", ["Bay of Lorna"]),
        ("They met on Anders Lund Street.", ["Anders Lund Street"]),
        ("Fish swim in Lake Torsby.", ["Lake Torsby"]),
        ("Japan's Secrets Act is old.", ["Japan"]),
        ("The Danish Harbours Act is old.", ["Danish"]),
    ],
)
def test_places_are_told_by_their_words_and_states_stay(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_that_goes_on_after_a_place_is_a_bodys() -> None:
    assert named("The Torsby River Liberation Army split.") == ["Torsby River Liberation Army"]
