"""The book of constructions: how its patterns are written."""

from __future__ import annotations

import re

import pytest

from sayso.books.deal_frames import load_deal_frames, pattern_of
from sayso.errors import BookError

LISTS = {"buy": ("buy", "snap up"), "det": ("a", "the")}
BUY = "P0 has~have.s bought~buy.d W3 from~from.0 P5 "


@pytest.mark.parametrize(
    ("pattern", "row"),
    [
        ("{R} @buy!past {W} from {S}", BUY),
        ("{R} @buy!did {W} from|off {S}", "P0 snaps~snap.s up~up.0 W3 off~off.0 P5 "),
        ("{R} @buy!ahead {W}", "P0 will~will.0 buy~buy.0 W3 "),
        ("{R} @buy!ahead {W}", "P0 is~be.d buying~buy.g W3 "),
        ("{R} @buy!may {W}", "P0 may~may.0 snap~snap.0 up~up.0 W3 "),
        ("{R} have ..2 deal for @det? {W}", "P0 has~have.s its~its.0 big~big.0 deal~deal.0 for~for.0 W3 "),
        ("{R} buy:d {AW}", "P0 bought~buy.d WA3 "),
    ],
)  # fmt: skip
def test_a_pattern_finds_its_row(pattern: str, row: str) -> None:
    found = re.search(pattern_of(pattern, LISTS), row)
    assert found is not None
    assert found.end() == len(row)


@pytest.mark.parametrize("row", ["P0 buys~buy.s W3 ", "P0 bought~buy.d WA3 from~from.0 P5 "])
def test_forms_and_adjectives_count(row: str) -> None:
    assert re.search(pattern_of("{R} buy:d {W} for {S}", LISTS), row) is None


def test_an_unknown_tense_is_an_error() -> None:
    with pytest.raises(BookError):
        pattern_of("{R} @buy!once {W}", LISTS)


def test_every_construction_names_a_weapon_and_somebody() -> None:
    for one in load_deal_frames().frames:
        names = set(one.pattern.groupindex)
        assert "W" in names
        assert names & {"S", "R", "X"}
