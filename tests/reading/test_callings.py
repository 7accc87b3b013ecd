"""A state and a calling that tell more of the person named before: "The Kenyan runner", "The Peruvian"."""

from __future__ import annotations

import pytest

from casting import Scene
from sayso.model.text import Actor


def actor(text: str, name: str) -> Actor:
    """The one actor of a text of this name."""
    return Scene(text).actor(name)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Maria Quispe won the race on Sunday. The Peruvian lawyer thanked no one.", "PER"),
        ("Maria Quispe won the race on Sunday. The Peruvian, who trains in Cusco, wept.", "PER"),
        ("Maria Quispe met Minister Eva Holt on Sunday. The Peruvian lawyer thanked no one.", None),
        ("Maria Quispe won the race on Sunday. The Peruvian president wept.", None),
        ("Maria Quispe won the race on Sunday. The Peruvian lawyer Eva Holt wept.", None),
        ("Maria Quispe won the race on Sunday. A Peruvian lawyer wept.", None),
    ],
)
def test_a_calling_tells_the_state_of_the_one_person_before(text: str, country: str | None) -> None:
    assert actor(text, "Maria Quispe").country == country


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Peru's health minister, General Ana Lund, said no.", "PER", "GOV"),
        ("The town's police commander, Superintendent Ana Lund, said no.", None, "COP"),
    ],
)
def test_an_office_before_a_title_is_the_same_persons(
    text: str, country: str | None, sector: str
) -> None:
    found = actor(text, "Ana Lund")
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Ana Lund, head of the bakers' union, said no.", "LAB"),
        ("Ana Lund, head of the shipowners' chamber, said no.", "BUS"),
        ("Ana Lund, director of a hospital, said no.", "MED"),
        ("Ana Lund, head of the thing, said no.", None),
    ],
)
def test_what_an_office_serves_tells_its_sector(text: str, sector: str | None) -> None:
    assert actor(text, "Ana Lund").sector == sector


def test_somebodys_deputy_is_no_legislator() -> None:
    text = "Ana Lund, chief executive of Torvald Bank, left. Lund's deputy, Eva Holt, takes over."
    assert actor(text, "Eva Holt").sector == "BUS"
    assert actor("Her deputy, Eva Holt, takes over.", "Eva Holt").sector is None


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("President Ana Lund said no.", None, "GOV"),
        ("The choir's president, Ana Lund, said no.", None, None),
        ("The mayor of Bergen met her counterpart in Oulu, Ana Lund.", "FIN", "GOV"),
        ("The fish ministers of Peru and Chile met. Peru's Ana Lund said no.", "PER", "GOV"),
        ("A surgeon there, Dr. Ana Lund, said no.", None, "MED"),
    ],
)
def test_an_office_is_told_by_its_title_its_place_or_its_peers(
    text: str, country: str | None, sector: str | None
) -> None:
    found = actor(text, "Ana Lund")
    assert (found.country, found.sector) == (country, sector)


def test_a_colleague_of_a_state_is_who_holds_the_office_there() -> None:
    scene = Scene(
        "French Health Minister Ana Lund met Spanish Health Minister Eva Holt. "
        "The French minister said no. Her Spanish colleague said that it was late."
    )
    assert scene.who("Her Spanish colleague") == "Eva Holt"


def test_a_calling_points_back_to_whom_it_tells_more_of() -> None:
    scene = Scene("Maria Quispe won the prize on Monday. The Peruvian novelist thanked no one.")
    assert scene.who("The Peruvian novelist") == "Maria Quispe"
