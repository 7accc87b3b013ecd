"""What no text may do to whoever looks at it."""

from __future__ import annotations

import unicodedata

import pytest

from sayso.neutral import as_cell, neutral, styled


def test_every_control_but_the_blank_ones_is_shown() -> None:
    controls = [chr(code) for code in range(0x2100) if unicodedata.category(chr(code)) == "Cc"]
    assert len(controls) == 65
    kept = "".join(one for one in controls if neutral(one) == one)
    assert kept == "\t\n\r"


def test_what_turns_letters_around_is_shown_and_what_only_marks_them_stays() -> None:
    assert neutral("a\u202eb\u2066c\u2069d\u200fe") == "a\ufffdb\ufffdc\ufffdd\u200fe"


def test_colours_stay_where_they_are_wanted_and_nothing_else_of_a_terminal() -> None:
    text = "\x1b[1mBold\x1b[0m \x1b[2J \x1b]0;title\x07 \x1b[31;8mhidden"
    assert styled(text) == "\x1b[1mBold\x1b[0m \ufffd[2J \ufffd]0;title\ufffd \ufffd[31;8mhidden"
    assert "\x1b" not in neutral(text)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert as_cell(f"{start}1+1").startswith("'")
    assert as_cell(f"1{start}") == f"1{start}".replace("\r", " ")
