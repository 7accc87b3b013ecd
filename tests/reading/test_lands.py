"""Whose officer somebody is, and whose organ is meant, where no state stands beside the name."""

from __future__ import annotations

import pytest

from casting import Scene
from sayso.model.text import Actor


def actor(text: str, name: str) -> Actor:
    """The one actor of a text that has this name, or bears it too."""
    [found] = [a for a in Scene(text).cast.actors if name in (a.name, *a.names)]
    return found


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Fish Minister Ana Lund met Peru's farmers.", "Ana Lund", "PER", "GOV"),
        ("Fish Minister Ana Lund met Peru's and Chile's farmers.", "Ana Lund", None, "GOV"),
        (
            "LIMA (Andina) - Peru will buy boats from Chile, Fish Minister Ana Lund said.",
            "Ana Lund",
            "PER",
            "GOV",
        ),
        (
            "BOGOTA (Andina) - Peru will buy boats from Chile, Fish Minister Ana Lund said.",
            "Ana Lund",
            None,
            "GOV",
        ),
        (
            "Peru wants boats that Chile builds. Fish Minister Ana Lund said her country could pay.",
            "Ana Lund",
            "PER",
            "GOV",
        ),
        (
            "Peru met Chile's terms. Chile hesitated. Fish Minister Ana Lund met Chile's farmers.",
            "Ana Lund",
            None,
            "GOV",
        ),
        ("Governor Ana Lund of Queensland resigned.", "Ana Lund", "AUS", "GOV"),
        ("Ontario Premier Ana Lund resigned.", "Ana Lund", "CAN", "GOV"),
        (
            "The Danish envoy left. Envoy Ana Lund wrote to Peru and Chile.",
            "Ana Lund",
            "DNK",
            "GOV",
        ),
        (
            "Energy Minister Ana Lund flew to Kenya. Peru's energy minister, Raul Quispe, stayed.",
            "Ana Lund",
            None,
            "GOV",
        ),
        ("Peter Lund of the Bank of Peru resigned.", "Peter Lund", "PER", "GOV"),
        ("Sen. Ana Lund (D-Oregon) resigned.", "Ana Lund", "USA", "LEG"),
        ("Gen. Ana Lund, head of Peru's dams, resigned.", "Ana Lund", "PER", "MIL"),
        (
            "Peru's energy minister called his Chilean counterpart, Ana Lund.",
            "Ana Lund",
            "CHL",
            "GOV",
        ),
        ("An aide, Ana Lund, resigned.", "Ana Lund", None, None),
        ("The Welsh leader Ana Lund resigned.", "Ana Lund", "GBR", "GOV"),
        ("Peru was calm. Judge Ana Lund resigned.", "Ana Lund", "PER", "JUD"),
        ("Peru was calm. A judge, Ana Lund, resigned.", "Ana Lund", None, "JUD"),
        ("Peru was calm. Opposition leader Ana Lund resigned.", "Ana Lund", "PER", "OPP"),
        ("Peru's Ana Lund met Chile's farmers.", "Ana Lund", "PER", None),
        ("Ontario's premier, Ana Lund, resigned.", "Ana Lund", "CAN", "GOV"),
        ("UNICEF sent tents. Its spokesman, Peter Lund, spoke.", "Peter Lund", None, "IGO"),
        ("UNICEF met Boeing. Its spokesman, Peter Lund, spoke.", "Peter Lund", None, None),
        ("Peter Lund, spokesman for the rebels, spoke.", "Peter Lund", None, "REB"),
        ("Maria Torres was named energy minister of Peru.", "Maria Torres", "PER", "GOV"),
        ("Maria Torres has resigned as energy minister of Peru.", "Maria Torres", "PER", "GOV"),
        ("Maria Torres has named a new fish minister of Peru.", "Maria Torres", None, None),
        (
            "The fish ministers of Peru and Chile met. His Chilean colleague, Ana Lund, left.",
            "Ana Lund",
            "CHL",
            "GOV",
        ),
        ("He met his Chilean colleague, Ana Lund.", "Ana Lund", "CHL", None),
    ],
)
def test_officers(text: str, name: str, country: str | None, sector: str | None) -> None:
    found = actor(text, name)
    assert (found.type, found.country, found.sector) == ("person", country, sector)


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Congress met at night.", "Congress", "US Congress"),
        ("Chile's Congress met. Congress voted.", "Congress", "Parliament of Chile"),
        ("Congress must agree to sell Bahrain frigates.", "Congress", "US Congress"),
        ("Chile built frigates. Congress paid.", "Congress", "Parliament of Chile"),
        ("Chile was calm. The Supreme Court met.", "Supreme Court", "Supreme Court of Chile"),
        (
            "The Obama administration met.",
            "Obama administration",
            "Government of the United States",
        ),
        ("The Welsh government met.", "Welsh government", "Welsh government"),
        ("The Harbour Lamp Union (HLU) met. The HLU voted.", "HLU", "Harbour Lamp Union"),
    ],
)
def test_organs_and_short_forms(text: str, written: str, name: str) -> None:
    mentions = [m for m in Scene(text).cast.mentions if m.span.text == written and m.actor]
    assert mentions
    assert mentions[-1].actor is not None
    assert mentions[-1].actor.name == name


def test_a_rank_between_an_office_and_a_name_is_nobody() -> None:
    text = "Peru's army spokesman Col. Ana Lund met Chile's police chief Brig. Gen. Ole Berg."
    assert [a.name for a in Scene(text).cast.actors if a.type == "person"] == [
        "Ana Lund",
        "Ole Berg",
    ]
    assert (actor(text, "Ana Lund").country, actor(text, "Ana Lund").sector) == ("PER", "MIL")


def test_another_name_of_somebody() -> None:
    text = (
        "Mohamed Hamdan Dagalo, better known as Hemedti, spoke. Hemedti said that Dagalo was well."
    )
    assert "Hemedti" in actor(text, "Mohamed Hamdan Dagalo").names
    assert len(Scene(text).cast.actors) == 1


def test_a_family_name_of_two_people_is_no_place() -> None:
    text = "Ana Moreno met Ole Moreno. The council said Moreno would not travel to Lima."
    assert not [m for m in Scene(text).cast.mentions if m.span.text == "Moreno" and m.place]


def test_two_states_leave_a_bare_organ_open() -> None:
    text = "Chile and Peru were calm. The Supreme Court met."
    assert "Supreme Court of Chile" not in [a.name for a in Scene(text).cast.actors]


@pytest.mark.parametrize(
    ("text", "type_", "country"),
    [
        ("Fires burn in Georgia and Alabama.", "place", "USA"),
        ("A train left Savannah, Georgia.", "place", "USA"),
        ("Georgia and Armenia signed.", "state", "GEO"),
        ("Tbilisi is wet. Georgia signed.", "state", "GEO"),
    ],
)
def test_georgia(text: str, type_: str, country: str) -> None:
    [mention] = [m for m in Scene(text).cast.mentions if m.span.text == "Georgia"]
    who = mention.actor or mention.place
    assert who is not None
    assert (mention.actor.type if mention.actor else "place", who.country) == (type_, country)


def test_a_capital_that_is_a_given_name_tells_no_state() -> None:
    text = "Public Prosecutor Erik Lund and the lawyer Sofia Brandt clashed."
    assert actor(text, "Erik Lund").country is None


def test_an_officer_of_an_organ_is_of_the_state_that_it_sits_in() -> None:
    text = "The deputy head of the presidential administration in Astana, Ana Lund, said no."
    assert actor(text, "Ana Lund").country == "KAZ"
