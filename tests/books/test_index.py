"""The index of names: longest match, capitals, plurals and the words around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.books.index import NameIndex
from sayso.books.library import Books
from sayso.books.wording import words_of

BOOKS = Books()


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in BOOKS.names.find(text, words_of(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Give us time, the US said", ["US"]),
        ("the U.S., and the U.N.", ["U.S.", "U.N."]),
        ("the Elysee and the Élysée", ["Elysee", "Élysée"]),
        ("Itar-Tass, ITAR-TASS and Tass", ["Itar-Tass", "ITAR-TASS", "Tass"]),
        ("in the Sea of Japan", ["Sea of Japan"]),
        ("roast turkey in Turkey", ["Turkey"]),
        ("T-72B3s, F-16s, S‑400 and S 300", ["T-72B3s", "F-16s", "S‑400", "S 300"]),
        ("K91 and Su-350", []),
        ("the Leopards and Javelins", ["Leopards", "Javelins"]),
        ("He was here. Washington. Post offices", ["Washington"]),
    ],
)
def test_names_are_found_as_they_are_written(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_the_longest_name_wins() -> None:
    index = NameIndex([("North", 1, False), ("North Sea", 2, False), ("Sea", 3, False)])
    text = "North Sea, North, Sea"
    assert [hit.value for hit in index.find(text, words_of(text))] == [2, 1, 3]


@given(st.text(max_size=200))
def test_any_text_has_names_in_order_and_without_overlap(text: str) -> None:
    end = 0
    for hit in BOOKS.names.find(text, words_of(text)):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
