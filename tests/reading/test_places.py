"""Where places are: states and coordinates where the text decides, else the name alone."""

from __future__ import annotations

import pytest

from casting import Scene, books
from sayso.model.text import Place
from sayso.reading.en.names.places import locate


def place(text: str, words: str) -> Place:
    [found] = [m.place for m in Scene(text).cast.mentions if m.place and m.span.text == words]
    return found


@pytest.mark.parametrize(
    ("name", "countries", "within", "country", "exact"),
    [
        ("Birmingham", ("GBR",), None, "GBR", True),
        ("Birmingham", ("USA",), None, "USA", False),
        ("Birmingham", (), None, None, False),
        ("Athens", ("USA",), "US-GA", "USA", True),
        ("Tripoli", ("LBN",), None, "LBN", True),
        ("Tripoli", ("LBN", "LBY"), None, None, False),
        ("Alberta", (), None, "CAN", False),
        ("West", (), None, None, False),
        ("Victoria", (), None, None, False),
        ("Nowhere at all", ("USA",), None, None, False),
    ],
)
def test_the_text_decides(
    name: str, countries: tuple[str, ...], within: str | None, country: str | None, exact: bool
) -> None:
    found = locate(name, countries, books(), within)
    assert (found.country, found.lat is not None) == (country, exact)


def test_the_city_that_everybody_means_needs_no_state() -> None:
    assert locate("Paris", ("USA",), books()).country == "FRA"


def test_a_region_after_a_comma_decides() -> None:
    found = place("A bridge fell in Portland, Maine, on Monday.", "Portland")
    assert found.country == "USA"
    assert found.lat is not None
    assert 43 < found.lat < 44


def test_a_capital_that_somebody_comes_from_is_a_place() -> None:
    scene = Scene("The minister flew from Lima to Bergen. Peru said so.")
    assert scene.mentions("place") == ["Lima", "Bergen"]


@pytest.mark.parametrize("end", [" — ", ", March 3 (Andina) - ", ", 3 March 2021. "])
def test_the_capital_of_a_dateline_is_where_it_was_written(end: str) -> None:
    text = f"LIMA{end}The port is shut.\nLima gave no reason."
    assert place(text, "LIMA").country == "PER"
    assert [m.span.text for m in Scene(text).cast.mentions if m.actor][-1] == "Lima"


def test_the_capital_of_a_union_speaks_for_it() -> None:
    assert Scene("Brussels warned the makers.").who("Brussels") == "European Union"
    assert Scene("They met in Brussels.").mentions("place") == ["Brussels"]


def test_where_the_article_speaks_of_the_state_too_its_capital_is_a_place() -> None:
    scene = Scene("Brussels warned the makers. The Belgian minister wept.")
    assert scene.mentions("place") == ["Brussels"]


@pytest.mark.parametrize(
    "text", ["A suburb of Damascus was shelled.", "The Kampala lawyer wept on Monday."]
)
def test_a_capital_is_a_place_where_its_parts_and_people_are_told(text: str) -> None:
    assert len(Scene(text).mentions("place")) == 1
