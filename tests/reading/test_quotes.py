"""Quotation marks: every style, over paragraphs, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.en.quotations.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” she said.", ["“We are ready,”"]),
        ('"We are ready," she said, "and able."', ['"We are ready,"', '"and able."']),
        ("«Non», a-t-il dit.", ["«Non»"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("'We are ready,' she said.", ["'We are ready,'"]),
        ("‘It’s late,’ he said.", ["‘It’s late,’"]),
        ("''Old typewriters,'' he said.", ["''Old typewriters,''"]),
        ("``Old typewriters,'' he said.", ["``Old typewriters,''"]),
        ("“We are ready, “she said.", ["“We are ready, “"]),  # a mark that was turned round
        ("The “midnight rules “set today and “no more”.", ["“midnight rules “", "“no more”"]),
        ("“He said, “No.””", ["“He said, “No.”"]),
    ],
)
def test_every_style_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The miners' union doesn't know the owners' plans.",
        "It was the fashion of the '80s, wasn't it?",
        "The bridge is 40' long and 8' wide.",
        "Rock 'n roll won't die.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_plural_possessive_does_not_close_a_quotation() -> None:
    assert quoted("'The miners' union has won,' he said.") == ["'The miners' union has won,'"]


def test_two_fragments_that_end_in_s_are_two() -> None:
    text = "a risk of 'grave losses' and 'further steps' if the dam breaks"
    assert quoted(text) == ["'grave losses'", "'further steps'"]


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    assert quoted(text) == ["“He told me ‘never again’ and left,”"]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    first, second = find_quotes("“We waited for a week.\n“Nobody came,” he said.")
    assert first.closed
    assert second.continued
    assert second.closed


def test_a_quotation_that_nothing_closes_is_not_closed() -> None:
    (quote,) = find_quotes("She said: “We waited for a week.\nNobody came.")
    assert not quote.closed


@given(st.text(alphabet="ab s.,\n\"'“”‘’«»„`", max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quote in find_quotes(text):
        assert end <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
        end = quote.end
