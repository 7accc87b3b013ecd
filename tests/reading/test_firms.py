"""Companies that no book knows: short names, appositions; and people whom the model takes for bodies."""

from __future__ import annotations

import pytest

from casting import Scene


def actors(text: str) -> dict[str, tuple[str, str]]:
    """By the words of each mention, the type and the name of its actor."""
    return {
        mention.span.text: (mention.actor.type, mention.actor.name)
        for mention in Scene(text).cast.mentions
        if mention.actor
    }


def test_a_company_is_known_by_its_name_without_the_legal_form() -> None:
    found = actors("Torvald Shipping Ltd. sold two tankers. Torvald Shipping will buy three.")
    assert found["Torvald Shipping"] == ("company", "Torvald Shipping Ltd")


def test_a_family_name_of_the_article_is_no_short_name() -> None:
    found = actors("Brenner Holding was founded by Klara Brenner. Brenner said she would retire.")
    assert found["Brenner"] == ("person", "Klara Brenner")


@pytest.mark.parametrize("noun", ["airline", "retailer"])
def test_a_noun_in_apposition_tells_what_a_name_is(noun: str) -> None:
    kind, name = actors(f"Workers of Nordskies, the Lisbon {noun}, went home.")["Nordskies"]
    assert (kind, name) == ("company", "Nordskies")


@pytest.mark.parametrize("name", ["T. S. Torres", "Maria Wetmore"])
def test_somebody_by_initials_or_given_name_is_a_person(name: str) -> None:
    assert actors(f"{name} won the race for mayor.")[name] == ("person", name)


def test_a_company_of_the_book_is_known_by_its_name_without_the_noun() -> None:
    found = actors("Barrick Gold shut a pit. Workers of Barrick went home.")
    assert found["Barrick"] == ("company", "Barrick Gold")


def test_an_office_of_a_companys_short_name_is_of_that_company() -> None:
    scene = Scene("Yarrow Holding sold a mill. Yarrow chairman Ana Lund said no.")
    assert scene.actor("Ana Lund").sector == "BUS"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Fans of Dinamo Minsk went home.", "Dinamo Minsk", "BLR"),
        ("Fans of Real Madrid went home.", "Real Madrid", "ESP"),
    ],
)
def test_a_club_is_called_by_its_town(text: str, name: str, country: str) -> None:
    found = Scene(text).actor(name)
    assert (found.type, found.country) == ("organisation", country)


def test_the_ending_of_a_family_name_tells_a_person() -> None:
    found = actors(
        "Ana Torres met Torvenko on Sunday. The talks of Torvenko and Gazprom were short."
    )
    assert found["Torvenko"] == ("person", "Torvenko")
    assert found["Gazprom"] == ("company", "Gazprom")
