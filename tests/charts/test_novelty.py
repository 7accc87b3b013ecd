from __future__ import annotations

import pytest

from charts.facts import STYLES, assert_sound, rows, texts
from sayso.charts.novelty import Addition, novelty
from sayso.charts.style import MOST_ROWS, Style

ARTICLES = (
    Addition("1", "Northern Ledger", new=5, repeated=2, bare=1),
    Addition("2", "2_rewrite.txt", new=0, repeated=4, bare=4),
    Addition("3", "", new=0, repeated=0, bare=0),
)


@pytest.mark.parametrize("style", STYLES)
def test_bars_are_as_long_as_the_claims_they_stand_for(style: Style) -> None:
    chart = novelty(ARTICLES, style)
    assert_sound(chart)
    bars = {(row["article"], row["from"], row["to"]) for row in rows(chart) if "claims" in row}
    assert bars == {("1", 0, 5), ("1", 5, 7), ("2", 0, 4)}
    assert chart.words == (
        "1 Northern Ledger: 5 new, 2 told by others, 1 without a source",
        "2 2_rewrite.txt: 0 new, 4 told by others, 4 without a source",
        "3: no claims",
    )
    assert "5 new, 2 told by others, 1 without a source" in texts(chart)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", [1, 40])
def test_one_article_and_forty_are_drawn(number: int, style: Style) -> None:
    some = [Addition(str(n), "The Herald of Fish " * 9, n, 3, 1) for n in range(number)]
    chart = novelty(some, style)
    assert_sound(chart)
    assert f"0 {some[0].outlet}".strip() in {row.get("told") for row in rows(chart)}


def test_of_many_articles_the_last_are_drawn_and_the_title_says_so() -> None:
    chart = novelty([Addition(str(n), "", n, 3, 1) for n in range(1_234)], Style())
    assert len(chart.words) == MOST_ROWS
    assert chart.words[-1].startswith("1233")
    assert chart.title.endswith(f"the last {MOST_ROWS} of 1,234")


def test_files_that_begin_with_their_labels_are_named_once() -> None:
    files = [Addition("001", "001_wire.txt", 1, 0, 0), Addition("002", "002_page.html", 1, 0, 0)]
    assert novelty(files, Style()).words == (
        "001_wire.txt: 1 new, 0 told by others",
        "002_page.html: 1 new, 0 told by others",
    )
