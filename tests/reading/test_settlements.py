"""Names that the model takes for people or bodies, and that are places or ships."""

from __future__ import annotations

import pytest

from casting import Scene


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Near Ayn Harrub, one strike hit a truck. Ayn Harrub has no water.", "Ayn Harrub"),
        ("Fighting went on in Zarrubah on Monday. Zarrubah has no water.", "Zarrubah"),
        ("The town of Karvenna fell. Karvenna was burning, he said.", "Karvenna"),
    ],
)
def test_what_people_are_in_is_a_place_everywhere(text: str, place: str) -> None:
    scene = Scene(text)
    assert scene.people() == []
    assert scene.mentions("place").count(place) == 2


def test_a_person_in_whose_view_something_is_stays_a_person() -> None:
    scene = Scene("Minister Ana Torres spoke. In Torres's view it was late. Torres left.")
    assert scene.people() == ["Ana Torres"]
    assert "Torres" not in scene.mentions("place")


@pytest.mark.parametrize(
    "text",
    [
        "The crew of the USS Halvorsen rescued two men. Halvorsen left the bay on Monday.",
        "They sailed to the Halvorsen. Halvorsen left the bay on Monday.",
    ],
)
def test_a_ship_is_no_person(text: str) -> None:
    assert Scene(text).people() == []


def test_a_name_that_two_people_bear_is_no_place() -> None:
    scene = Scene("General Omar Haddad met Captain Tariq Haddad. Haddad told him to wait.")
    assert scene.mentions("place") == []


def test_a_given_name_that_is_a_large_town_is_a_place_where_something_is_in_it() -> None:
    scene = Scene("Dockers in Rosario went home. The Argentine port was shut.")
    assert scene.mentions("place") == ["Rosario"]
    assert scene.people() == []


def test_the_see_of_a_bishop_is_no_part_of_the_name() -> None:
    scene = Scene("Bishop Anders Holt of Kisumu wept.")
    assert scene.mentions("place") == ["Kisumu"]
