"""The book of weapons: size, categories, and what each name needs around it."""

from __future__ import annotations

from collections import Counter

import pytest

from sayso.books.actors import load_actors
from sayso.books.entries_weapons import Weapons
from sayso.books.load import read_book
from sayso.books.weapons import load_weapons

BOOK = load_weapons()


def test_there_are_weapons_of_every_kind_with_maker_and_country() -> None:
    entries = read_book("en", "weapons", Weapons).weapons
    assert len(entries) >= 300
    kinds = Counter(entry.category for entry in entries)
    wanted = "air_defence anti_ship anti_tank artillery ballistic_missile bomb cruise_missile drone"
    wanted += " fighter bomber helicopter radar small_arms submarine tank warship armoured_vehicle"
    assert all(kinds[kind] >= 5 for kind in wanted.split()), kinds
    assert sum(bool(entry.makers) for entry in entries) >= 0.95 * len(entries)
    states = load_actors().states
    assert all(entry.country in states for entry in entries)


def test_no_two_weapons_share_a_name() -> None:
    names = Counter(name for name, _ in BOOK.namings)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "system", "needs"),
    [
        ("Fulcrum", "MiG-29", "neighbour"),
        ("SA-10", "S-300", "nothing"),
        ("Bear", "Tu-95", "neighbour"),
        ("Javelin", "Javelin", "weapons"),
        ("FGM-148", "Javelin", "nothing"),
        ("Delta-class", "Delta IV-class", "weapons"),
    ],
)
def test_a_name_needs_what_its_words_make_necessary(name: str, system: str, needs: str) -> None:
    found = dict(BOOK.namings)[name]
    assert (found.ref.name, found.needs) == (system, needs)
