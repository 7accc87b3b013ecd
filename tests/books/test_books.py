"""The books: entries are checked at load, agree with the packages that hold the same facts, load fast."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pycountry
import pytest
from babel import Locale

from sayso.books import accounts, load, senses
from sayso.books.accounts import load_accounts
from sayso.books.actors import load_actors
from sayso.books.cues import load_cues, load_words
from sayso.books.entries import Agencies, Outlets, People, States
from sayso.books.entries_weapons import Weapons
from sayso.books.load import parse_book, read_book
from sayso.books.numbers import load_numbers
from sayso.books.places import load_cities
from sayso.books.quantities import load_quantities
from sayso.books.roles import load_roles
from sayso.books.senses import load_senses
from sayso.books.weapons import load_weapons
from sayso.errors import BookError

_WITHDRAWN = {"SUN"}  # codes that ISO 3166-1 no longer lists, or never did
_ASSIGNED = {"XKX"}
_EN = Path(load.__file__).parent / "en"


def test_states_are_those_of_iso_3166() -> None:
    for state in read_book("en", "states", States).states:
        if state.code in _WITHDRAWN | _ASSIGNED:
            continue
        listed = pycountry.countries.get(alpha_3=state.code)
        assert listed is not None, state.code
        assert listed.alpha_2 == state.alpha2


def test_every_state_bears_the_name_that_cldr_gives_it() -> None:
    territories = Locale("en").territories
    for state in read_book("en", "states", States).states:
        if state.code in _WITHDRAWN:
            continue
        name = territories[state.alpha2].replace("’", "'").replace(" & ", " and ")
        if "(" in name or " - " in name or " SAR " in name:
            continue
        assert name.replace("St. ", "Saint ") in (state.name, *state.names) or name in state.names


def test_all_of_iso_3166_is_there_and_territories_belong_to_a_state() -> None:
    states = read_book("en", "states", States).states
    codes = {state.code for state in states}
    assert len(codes) == len(states)
    assert codes - _WITHDRAWN - _ASSIGNED == {c.alpha_3 for c in pycountry.countries}
    owners = {state.of for state in states if state.of}
    assert owners <= {state.code for state in states if state.of is None}
    members = {state.code for state in states if state.of is None} - {"ATA", "ESH"}
    assert len(members - _WITHDRAWN - _ASSIGNED - {"VAT", "PSE", "TWN"}) == 193


@pytest.mark.parametrize(
    ("shape", "name", "field", "least"),
    [
        (People, "people", "people", 500),
        (Agencies, "agencies", "agencies", 120),
        (Outlets, "outlets", "outlets", 200),
        (Weapons, "weapons", "weapons", 300),
    ],
)
def test_no_entry_twice_and_each_with_a_source(
    shape: type[People], name: str, field: str, least: int
) -> None:
    entries = getattr(read_book("en", name, shape), field)
    assert len(entries) >= least
    names = [entry.name for entry in entries]
    assert len(set(names)) == len(names)
    assert all(entry.source.strip() for entry in entries)


def test_two_agencies_of_one_owner_are_known_to_be() -> None:
    book = load_actors()
    owners = {actor.name: actor.owner for actor in book.by_id.values() if actor.type == "agency"}
    assert owners["RIA Novosti"] == owners["Sputnik"] == "Rossiya Segodnya"


def test_no_two_actors_share_a_name() -> None:
    """But for names that the language shares out by capitals, or that two states' people share."""
    seen: dict[str, str] = {}
    shared = []
    for name, naming in load_actors().namings:
        if naming.manner == "people":
            continue
        if seen.setdefault(name, naming.actor.id) != naming.actor.id:
            shared.append(name)
    assert shared == []


def test_seats_of_power_are_the_organ_that_the_pattern_gives() -> None:
    book = load_actors()
    organ = book.office("foreign ministry", "USA")
    assert organ.name == "State Department"
    assert book.kind_of(organ) == "foreign ministry"
    assert book.kind_of(book.office("defence ministry", "CHL")) == "defence ministry"
    assert book.kind_of(book.states["CHL"]) is None


def test_weapons_have_categories_and_plurals() -> None:
    book = load_weapons()
    assert book.nouns["cruise", "missiles"].category == "cruise_missile"
    assert book.nouns["torpedoes",].category == "torpedo"
    assert book.nouns["batteries",].weak


def test_roles_point_back_only_to_classes_that_exist() -> None:
    book = load_roles()
    classes = {noun.class_ for noun in book.nouns.values()}
    assert all(set(back.classes) <= classes for back in book.back.values())
    kinds = load_actors().offices
    assert all(set(back.offices) <= set(kinds) for back in book.back.values())


def test_a_broken_entry_is_named() -> None:
    with pytest.raises(BookError, match="agencies"):
        parse_book('agencies = [{ name = "Meridian" }]', Agencies)
    with pytest.raises(BookError, match="country"):
        parse_book('agencies = [{ name = "M", country = "Peru", source = "m" }]', Agencies)
    with pytest.raises(BookError, match="colour"):
        parse_book('agencies = [{ name = "M", source = "m", colour = "red" }]', Agencies)
    with pytest.raises(BookError):
        parse_book("agencies = [", Agencies)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "cues",
            'frames = ["clause", "quote"]',
            'frames = ["cause"]',
            r"'cause'.*verbs\[0\].frames",
        ),
        ("cues", "[light]", "[lights]", "lights"),
        ("words", "[stopped]", "[stops]", "stops"),
        ("numbers", "dozen = 12", 'dozen = "12"', r"int.*scales"),
        ("quantities", "signs", "signed", "signed"),
        ("accounts", "firm = ", "solid = ", "solid.*certainty"),
        ("senses/events", "verbs = ", "verb = ", r"verb.*sense\[\d+\]"),
    ],
)
def test_a_broken_book_names_its_file_and_entry(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    shutil.copytree(_EN, tmp_path / "en")
    shutil.copy(_EN.parent / "collation.toml", tmp_path)
    broken = tmp_path / "en" / f"{name}.toml"
    text = broken.read_text("utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), "utf-8")
    for module in (load, senses, accounts):
        monkeypatch.setattr(module, "files", lambda _: tmp_path)
    loaders: dict[str, Callable[[], object]] = {
        "cues": load_cues,
        "words": load_words,
        "numbers": load_numbers.__wrapped__,
        "quantities": load_quantities.__wrapped__,
        "accounts": load_accounts.__wrapped__,
        "senses/events": load_senses,
    }
    with pytest.raises(BookError, match=f"en/{name}.toml: .*{told}"):
        loaders[name]()


def test_a_missing_book_is_named() -> None:
    with pytest.raises(BookError, match="xx/states"):
        read_book("xx", "states", States)


def test_cities_are_found_by_other_names_and_without_accents() -> None:
    cities = load_cities()
    assert cities.find("Lodz")[0].place.country == "POL"
    assert cities.find("Saigon")[0].place.country == "VNM"
    assert len(cities.find("Valencia")) > 1
    assert cities.find("Nowhere at all") == ()
