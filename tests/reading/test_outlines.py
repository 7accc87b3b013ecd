"""Where the name of a person begins and ends."""

from __future__ import annotations

import pytest

from casting import Scene


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ohio Senator Jill Carver spoke. Carver left.", ["Jill Carver"]),
        ("Minister Jill Carver Warns of a flood. She warns of another.", ["Jill Carver"]),
        ("Crooked Carver Walks. Jill Carver is a crooked lawyer.", ["Jill Carver"]),
        ("Jill Carver/Corvane took the photo. Jill Carver left.", ["Jill Carver"]),
        ("The reporter Monday declined to say more.", []),
        ("They met the judge. Is that all?", []),
        (
            "Jill Carver, Ambassador Extraordinary and Plenipotentiary of Peru, spoke.",
            ["Jill Carver"],
        ),
        ("The Torreses and the Carvers are friends.", []),
        ("Luis Vega, Jr. met Raul Soto.", ["Luis Vega", "Raul Soto"]),
    ],
)
def test_names_of_people(text: str, people: list[str]) -> None:
    assert Scene(text).people() == people


def test_a_title_tells_which_of_two_bearers_is_meant() -> None:
    scene = Scene("General Omar Haddad spoke. Captain Tariq Haddad wept. Captain Haddad then left.")
    assert scene.who("Captain Haddad") == "Tariq Haddad"
    assert len(scene.people()) == 2


def test_a_last_given_name_alone_is_its_bearer_where_families_come_first() -> None:
    scene = Scene("Nguyen Van Hai, a lawyer, flew home. Hai will resign.")
    assert scene.who("Hai", 1) == "Nguyen Van Hai"
