"""Bodies that no book knows, told by the words of their own names, and whose they are."""

from __future__ import annotations

import pytest

from casting import Scene
from sayso.model.text import Actor


def actor(text: str, name: str) -> Actor | None:
    """The one actor of a text that has this name."""
    return next((one for one in Scene(text).cast.actors if one.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "type_", "country", "sector"),
    [
        ("Bolmen Fisk A/S sold its boats.", "Bolmen Fisk A/S", "company", None, "BUS"),
        ("He works for Karsund Pte Ltd in Bergen.", "Karsund Pte Ltd", "company", None, "BUS"),
        (
            "The Danish Forest Agency was closed.",
            "Danish Forest Agency",
            "government",
            "DNK",
            "GOV",
        ),
        (
            "Peru's Ministry of Dams and Rivers was closed.",
            "Ministry of Dams and Rivers of Peru",
            "government",
            "PER",
            "GOV",
        ),
        (
            "The Ministry of Lighthouses in Oslo was closed.",
            "Ministry of Lighthouses of Norway",
            "government",
            "NOR",
            "GOV",
        ),
        (
            "The European Forest Agency was closed.",
            "European Forest Agency",
            "organisation",
            None,
            "IGO",
        ),
        ("The Norwegian shipper Bolmen ASA lost.", "Bolmen ASA", "company", "NOR", "BUS"),
        ("Peru's State Bank lost.", "State Bank of Peru", "government", "PER", "GOV"),
        (
            "Workers of Torsby Hospital in Peru left.",
            "Torsby Hospital",
            "organisation",
            "PER",
            "MED",
        ),
        ("Chile's ruling Copper Party lost.", "Copper Party", "organisation", "CHL", "PTY"),
        ("The opposition Copper Party lost.", "Copper Party", "organisation", None, "OPP"),
    ],
)
def test_a_name_tells_what_it_names(
    text: str, name: str, type_: str, country: str | None, sector: str
) -> None:
    found = actor(text, name)
    assert found is not None
    assert (found.type, found.country, found.sector) == (type_, country, sector)


def test_a_ministry_of_two_states_is_of_neither() -> None:
    found = actor(
        "Chile and Peru met. The Ministry of Lighthouses was closed.", "Ministry of Lighthouses"
    )
    assert found is not None
    assert (found.type, found.country, found.sector) == ("government", None, "GOV")


@pytest.mark.parametrize(
    "text",
    ["The Forest Agency was closed.", "A Danish party was held.", "The agency of Bolmen closed."],
)
def test_a_noun_without_its_state_or_its_capital_names_no_organ(text: str) -> None:
    assert [one for one in Scene(text).cast.actors if one.type == "government"] == []


def test_police_in_a_town_are_of_its_state_and_troops_in_one_are_not() -> None:
    assert actor("Police in Lima closed the road.", "Police of Peru") is not None
    assert [a.type for a in Scene("Troops in Lima closed the road.").cast.actors] == []


def test_an_organ_has_the_article_of_its_state() -> None:
    found = actor("The Dutch navy sailed.", "Armed Forces of the Netherlands")
    assert found is not None
    assert found.country == "NLD"


def test_a_noun_for_weapons_in_a_bodys_name_is_no_weapon() -> None:
    scene = Scene("Peru's Missile Agency bought bread.")
    assert scene.mentions("weapon") == []
    assert scene.actor("Missile Agency of Peru").country == "PER"


def test_a_body_may_be_called_by_two_words_and_one_noun() -> None:
    text = "Peru's Flood and Fire Relief Authority sent boats."
    assert Scene(text).actor("Flood and Fire Relief Authority of Peru").sector == "GOV"


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Chile's Episcopal Conference wept.", "Episcopal Conference", "CHL", "REL"),
        (
            "The opposition People's Justice Movement of Malawi won.",
            "People's Justice Movement of Malawi",
            "MWI",
            "OPP",
        ),
    ],
)
def test_a_body_that_is_called_by_its_kind_alone_is_its_owners(
    text: str, name: str, country: str, sector: str
) -> None:
    found = Scene(text).actor(name)
    assert (found.country, found.sector) == (country, sector)


def test_a_body_ends_before_somebody_with_a_title() -> None:
    text = "Rector Ana Lund of the University of Oulu and Archbishop Jan Holm met."
    assert Scene(text).actor("University of Oulu").country == "FIN"
