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
