"""Quantities: money, measures, shares, counts; and numbers that are none of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.en.quantities.finder import find_quantities
from sayso.reading.language import LanguageModel

Row = tuple[str, float | None, str | None]


def without_tokens(text: str) -> list[Row]:
    return [(text[start:end], q.value, q.unit) for start, end, q in find_quantities(text, (), ())]


@pytest.fixture(scope="module")
def model() -> LanguageModel:
    return LanguageModel(None)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It cost $4.5bn in all.", "$4.5bn", 4.5e9, "USD"),
        ("It cost nearly 7 billion yen.", "nearly 7 billion yen", 7e9, "JPY"),
        ("A fine of €250,000 was paid.", "€250,000", 250_000, "EUR"),
        ("They asked for A$30 million.", "A$30 million", 30e6, "AUD"),
        ("The fee is three Kuwaiti dinars.", "three Kuwaiti dinars", 3, "KWD"),
        ("He owed millions of rubles.", "millions of rubles", None, "RUB"),
        ("A $90-million dam was planned.", "$90-million", 90e6, "USD"),
        ("Turnout was 61.5 percent.", "61.5 percent", 61.5, "percent"),
        ("Turnout was about 40%.", "about 40%", 40, "percent"),
        ("It rose by 10 to 15 per cent.", "10 to 15 per cent", None, "percent"),
        ("The range is 900 kilometres.", "900 kilometres", 900, "km"),
        ("It stands 80m from the gate.", "80m", 80, "m"),
        ("A 40-mile road was built.", "40-mile", 40, "mi"),
        ("It holds 12 tonnes.", "12 tonnes", 12, "t"),
        ("They lost 700 square miles.", "700 square miles", 700, "mi2"),
        ("Two hundred and ten trucks came.", "Two hundred and ten trucks", 210, "truck"),
        ("Half a dozen goats fled.", "Half a dozen goats", 6, "goat"),
        ("Dozens of goats fled.", "Dozens of goats", None, "goat"),
        ("A few thousand goats fled.", "A few thousand goats", None, "goat"),
        ("A loan of 70-million-euro size.", "70-million-euro", 70e6, "EUR"),
        ("Rates rose 40 basis points.", "40 basis points", 40, "basis point"),
        ("Two-thirds of them left.", "Two-thirds", 0.6667, "fraction"),
        ("Three quarters of it burned.", "Three quarters", 0.75, "fraction"),
        ("A 2 1/2-ton lorry came.", "2 1/2-ton", 2.5, "t"),
        ("They paid 3½ million euros.", "3½ million euros", 3_500_000, "EUR"),
        ("It rose 1-3/4 percent.", "1-3/4 percent", 1.75, "percent"),
        ("Between 20 and 30 goats fled.", "Between 20 and 30 goats", None, "goat"),
        ("About 20-30 goats fled.", "About 20-30 goats", None, "goat"),
    ],
)
def test_number_and_unit(text: str, words: str, value: float | None, unit: str) -> None:
    assert without_tokens(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The navy bought 24 patrol boats and a dozen heavy trucks.",
            [("24 patrol boats", 24, "boat"), ("a dozen heavy trucks", 12, "truck")],
        ),
        ("Nearly 2m people fled the delta.", [("Nearly 2m people", 2e6, "people")]),
        ("A 15-member panel will decide.", [("15-member", 15, "member")]),
        ("The blast killed at least 30.", [("at least 30", 30, None)]),
        ("They flew 11 C-17 transports.", [("11 C-17 transports", 11, "transport")]),
        (
            "They lost 40 shore-to-ship rockets and 6 Merkava 4 tanks.",
            [("40 shore-to-ship rockets", 40, "rocket"), ("6 Merkava 4 tanks", 6, "tank")],
        ),
        ("Some 5-10 aircraft are lost each year.", [("Some 5-10 aircraft", None, "aircraft")]),
        ("They sold 12 second-hand buses.", [("12 second-hand buses", 12, "bus")]),
        ("Scores of villagers were hurt.", [("Scores of villagers", None, "villager")]),
    ],
)
def test_what_is_counted_is_the_head_of_the_noun_phrase(
    model: LanguageModel, text: str, wanted: list[Row]
) -> None:
    found = find_quantities(text, *model.parse(text))
    assert [(text[start:end], q.value, q.unit) for start, end, q in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2021, three years ago, at 9 a.m., he left.",
        "Article 51 and Resolution 1441 were read.",
        "Resolutions 1441, 1483 and 1511 were read.",
        "Executive Order 9981 was signed.",
        "They voted 3-to-1.",
        "They won 3-1.",
        "The T-90 and the Su-35 were shown.",
        "Ann Lee, 42, of Leeds won.",
        "See note [7] and line 12/30.",
        "1. The first point.",
        "It lies at 33° north.",
        "No one came and one of them knew.",
        "He came second.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert without_tokens(text) == []


def test_times_may_be_handed_in() -> None:
    text = "In 1800 seconds it was over."
    assert find_quantities(text, (), (), ()) != find_quantities(text, (), ())


PIECES = st.sampled_from(
    [
        *[
            "$",
            "US",
            "3",
            "4.5",
            "million",
            "bn",
            "of",
            "dozens",
            "to",
            "-",
            "%",
            "km",
            "two",
            "hundred",
            "and",
            "a",
            "few",
            "thousand",
            "tanks",
        ],
        *["no", ",", ".", "m", "half", "\n"],
    ]
)


@settings(max_examples=120)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join)))
def test_quantities_lie_in_the_text_in_order(text: str) -> None:
    free = 0
    for start, end, _ in find_quantities(text, (), ()):
        assert free <= start < end <= len(text)
        free = end


def test_a_bare_sign_is_not_decided_where_the_text_marks_one_of_its_owners() -> None:
    assert without_tokens("It paid $4 million.") == [("$4 million", 4e6, "USD")]
    marked = without_tokens("It paid $4 million, or US$3 million.")
    assert [unit for _, _, unit in marked] == ["dollar", "USD"]


def test_a_number_behind_a_name_is_part_of_it(model: LanguageModel) -> None:
    text = "The ship joined Task Force 50 in the Gulf."
    assert find_quantities(text, *model.parse(text)) == ()
