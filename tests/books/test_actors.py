"""The book of actors: sizes, sectors, territories, the names of other languages."""

from __future__ import annotations

import pytest
from babel.core import get_cldr_version

from sayso.books.actors import load_actors
from sayso.books.entries import Agencies, Offices, Outlets, People, States
from sayso.books.foreign import in_another_script, read_table
from sayso.books.library import Books
from sayso.books.load import read_book
from sayso.books.roles import load_roles
from sayso.books.sectors import load_sectors
from sayso.books.wording import words_of
from sayso.model.text import Sector

BOOKS = Books()


def named(text: str) -> list[tuple[str, str | None]]:
    """The names that the books find in a text, each with the country of its actor."""
    hits = BOOKS.names.find(text, words_of(text))
    return [(text[h.start : h.end], getattr(h.value, "actor").country) for h in hits]  # noqa: B009


def test_news_agencies_and_state_outlets_have_owners() -> None:
    agencies = read_book("en", "agencies", Agencies).agencies
    outlets = read_book("en", "outlets", Outlets).outlets
    assert len(agencies) >= 120
    assert len(agencies) + len(outlets) >= 400
    assert all(body.country for body in (*agencies, *outlets))
    assert sum(body.owner is not None for body in agencies) >= 100


def test_people_of_the_larger_states_hold_offices() -> None:
    people = read_book("en", "people", People).people
    assert len(people) >= 500
    served = {term.of for person in people for term in person.roles}
    larger = "ARG AUS BRA CAN CHN DEU EGY FRA GBR IDN IND IRN ISR ITA JPN KOR MEX NGA PAK PHL POL"
    assert set(f"{larger} PRK RUS SAU TUR UKR USA VNM ZAF BLR".split()) <= served
    assert {"NATO", "United Nations", "European Union", "IAEA"} <= served


def _earliest(date: str) -> str:
    return (date + "-01-01")[:10]


def _latest(date: str) -> str:
    return (date + "-12-31"[len(date) - 10 :])[:10] if len(date) < 10 else date


def test_no_term_ends_before_it_begins_and_none_is_of_the_future() -> None:
    for person in read_book("en", "people", People).people:
        for term in person.roles:
            if term.start and term.end:
                assert _earliest(term.start) <= _latest(term.end), person.name
            assert all(date < "2027" for date in (term.start, term.end) if date), person.name


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Япония", "JPN"),
        ("Україна", "UKR"),
        ("日本", "JPN"),
        ("美国", "USA"),
        ("اليابان", "JPN"),
        ("Польща", "POL"),
    ],
)
def test_a_state_is_found_by_its_name_in_another_script(text: str, country: str) -> None:
    assert named(f"({text})") == [(text, country)]
    assert named(f"{text}{text[-1]}") == []


def test_foreign_names_in_latin_script_are_kept_but_not_looked_for() -> None:
    japan = load_actors().states["JPN"]
    assert {"Japon", "Japón", "Япония"} <= set(japan.names)
    assert named("A grenade, Maurice said; Dominique and Chine agreed") == []


def test_the_table_of_names_is_of_the_version_of_cldr_that_is_installed() -> None:
    table = read_table()
    assert table.cldr == get_cldr_version()
    names = [name.casefold() for found in table.names.values() for name in found]
    assert len(set(names)) == len(names)
    scripts = [name for name in table.names["EGY"] if in_another_script(name)]
    assert len(scripts) >= 4


def test_a_quiet_territory_is_an_actor_that_no_text_names() -> None:
    states = read_book("en", "states", States).states
    quiet = {state.name for state in states if state.quiet}
    assert "Jersey" in quiet
    assert named("the Jersey shore and a Reunion") == []
    assert named("Greenland and Puerto Rican ports") == [
        ("Greenland", "GRL"),
        ("Puerto Rican", "PRI"),
    ]


def test_every_kind_of_organ_and_class_of_role_that_has_a_sector_exists() -> None:
    sectors = load_sectors()
    assert set(sectors.offices) == {o.kind for o in read_book("en", "offices", Offices).offices}
    classes = {noun.class_ for noun in load_roles().nouns.values()}
    assert set(sectors.classes) | sectors.serving <= classes


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Kremlin", "GOV"),
        ("Sejm", "LEG"),
        ("People's Liberation Army", "MIL"),
        ("Mossad", "SPY"),
        ("Reuters", "JRN"),
        ("Le Monde", "JRN"),
        ("NATO", "IGO"),
        ("Amnesty International", "NGO"),
        ("Airbus", "BUS"),
        ("Boko Haram", "REB"),
        ("Norway", "GOV"),
        ("Mark Milley", "MIL"),
        ("Emmanuel Macron", "GOV"),
        ("Mark Rutte", None),
    ],
)
def test_actors_of_the_books_have_the_sector_of_plover(name: str, sector: Sector | None) -> None:
    [actor] = {a.id: a for a in BOOKS.actors.by_id.values() if a.name == name}.values()
    assert actor.sector == sector


@pytest.mark.parametrize(
    ("noun", "class_", "title", "of", "sector"),
    [
        ("minister", "minister", "minister", None, "GOV"),
        ("minister", "minister", "former minister", None, "ELI"),
        ("leader", "leader", "opposition leader", None, "OPP"),
        ("leader", "leader", "leader", None, None),
        ("leader", "leader", "leader", "Norway", "GOV"),
        ("leader", "leader", "leader", "Boko Haram", "REB"),
        ("judge", "official", "judge", "Norway", "JUD"),
        ("general", "military", "general", "Norway", "MIL"),
        ("spokesman", "spokesperson", "spokesman", "Reuters", "JRN"),
    ],
)
def test_an_office_is_of_the_sector_of_its_word_its_body_or_its_noun(
    noun: str, class_: str, title: str, of: str | None, sector: Sector | None
) -> None:
    served = next((a for a in BOOKS.actors.by_id.values() if a.name == of), None)
    assert load_sectors().of_role(noun, class_, title, served) == sector
