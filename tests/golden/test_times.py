"""Sayso over the golden times that were written blind, and the comparison itself.

``python tests/golden/report.py times`` prints the figures, and with ``--wrong tuning`` what is behind them.
"""

from __future__ import annotations

import pytest

from golden.times import TimeCase, judge, load_times, value_f1
from sayso.model.text import Mention, When

CASES = load_times()
# Of the half that is only measured. Raise it when the figure has risen; never lower it for a rule.
FLOOR = 0.93
CASE = TimeCase(
    text="The mill shut on May 4, 1999 and for a week, now again.",
    times=(("May 4, 1999", "1999-05-04"), ("a week", "P1W|P7D"), ("now", "PRESENT_REF")),
    published="2001-05-04",
)


def given(words: str, value: str | None) -> Mention:
    start = CASE.text.index(words)
    span = CASE.article.span(start, start + len(words))
    return Mention(type="time", span=span, when=When(timex=value, text=words))


RIGHT = (given("on May 4, 1999", "1999-05-04"), given("week", "P7D"), given("now", "PRESENT_REF"))


def test_value_f1_keeps_its_floor() -> None:
    from golden.times import run

    right, total = value_f1(run())["reported"]["value F1"]
    assert right / total >= FLOOR, f"{right} of {total}"


def test_there_are_times_enough_and_the_hash_parts_them_about_evenly() -> None:
    halves = [case.half for case in CASES for _ in case.times]
    assert len(halves) >= 110
    assert 0.4 <= halves.count("reported") / len(halves) <= 0.6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40])
def test_the_words_stand_in_the_text(case: TimeCase) -> None:
    assert len(case.places) == len(case.times)


def test_right_values_count_whatever_the_ends_of_the_words() -> None:
    verdict = judge(CASE, RIGHT)
    assert verdict.right == 3
    assert value_f1([verdict])[CASE.half]["value F1"] == (6, 6)


@pytest.mark.parametrize(
    ("mentions", "counted"),
    [
        ((given("May 4, 1999", "1999"), *RIGHT[1:]), (4, 6)),
        ((given("May 4, 1999", None), *RIGHT[1:]), (4, 6)),
        (RIGHT[1:], (4, 5)),
        ((*RIGHT, given("again", "FUTURE_REF")), (6, 7)),
        ((RIGHT[0], RIGHT[2], given("a week, now", "P1W")), (6, 6)),
    ],
)
def test_what_is_wrong_missing_or_too_much_is_counted(
    mentions: tuple[Mention, ...], counted: tuple[int, int]
) -> None:
    assert value_f1([judge(CASE, mentions)])[CASE.half]["value F1"] == counted
