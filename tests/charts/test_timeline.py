from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.facts import STYLES, assert_sound, rows, texts
from sayso.charts.style import MOST_ROWS, Style
from sayso.charts.ticks import days_to_mark
from sayso.charts.timeline import Kind, Moment, timeline, window


def moment(start: str, kind: Kind = "said", end: str | None = None, text: str = "") -> Moment:
    return Moment(kind, start, end, when=start, head=f"[1] Per Holm: {text or 'herring'}")


DATED = (
    moment("1987-01-01", "told", "1987-12-31"),
    moment("2025-05-02"),
    moment("2025-05-03", "told", "2025-05-09"),
    moment("2025-05-05", "published"),
    moment("2025-05-06T08:30:00Z", "published"),
)


@pytest.mark.parametrize("style", STYLES)
def test_every_moment_has_its_row_at_its_time(style: Style) -> None:
    chart = timeline(DATED, style)
    assert_sound(chart)
    drawn = [row for row in rows(chart) if "kind" in row]
    assert {(row["kind"], row["start"], row["end"]) for row in drawn} == {
        (one.kind, one.start, one.end or one.start) for one in DATED
    }
    assert {row["at"] for row in drawn if "at" in row} == {"2025-05-03", "2025-05-09"}
    assert chart.words[0] == "1987-01-01: [1] Per Holm: herring"


def test_what_lies_years_before_stands_at_the_edge_and_stretches_nothing() -> None:
    assert window(DATED) == (date(2025, 5, 1), date(2025, 5, 10))
    chart = timeline(DATED, Style())
    assert [row["start"] for row in rows(chart) if "kind" in row and "x" in row] == ["1987-01-01"]
    assert "earlier or later than the scale" in texts(chart)
    assert "earlier or later than the scale" not in texts(timeline(DATED[1:], Style()))


def test_one_moment_and_two_hundred_are_drawn() -> None:
    assert_sound(timeline(DATED[1:2], Style()))
    many = [moment(f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}", text=f"n {n}") for n in range(200)]
    chart = timeline(many, Style())
    assert_sound(chart)
    tops = sorted({row["y"] for row in rows(chart) if "kind" in row})
    assert len(tops) == MOST_ROWS
    assert chart.title.endswith(f"the last {MOST_ROWS} of 200")
    assert "2025-08-04" in texts(chart)
    assert min(b - a for a, b in pairwise(tops)) >= 20


def test_long_words_are_cut_and_whole_on_demand() -> None:
    words = "herring " * 60
    chart = timeline([moment("2025-05-02", text=words)], Style())
    assert texts(chart)[-2].endswith("…")
    assert any(" ".join(words.split()) in row.get("told", "") for row in rows(chart))


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(1, 400_000), st.integers(2, 6))
def test_marked_days_lie_inside_and_are_few(first: date, days: int, most: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    marked = days_to_mark(first, last, most)
    assert 0 <= len(marked) <= most
    assert list(marked) == sorted(marked)
    assert all(first <= day <= last for day in marked)
