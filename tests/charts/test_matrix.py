from __future__ import annotations

import pytest

from charts.facts import STYLES, assert_sound, rows, texts
from sayso.charts.matrix import Cell, Group, Row, matrix
from sayso.charts.style import MOST_CLAIMS, Style

SILENT = Cell("silent", "does not tell it")
GROUPS = (Group("Sigrun Aldal", ("1", "2", "3")), Group("Per Holm", ("4",)), Group("", ("5",)))
ROWS = (
    Row(
        1,
        "Sigrun Aldal",
        "the quota was agreed in haste",
        "1 origin",
        (
            Cell("affirms", "tells it"),
            Cell("softens", "doubts it", hidden=True),
            SILENT,
            Cell("denies", "has it denied"),
            SILENT,
        ),
    ),
)


@pytest.mark.parametrize("style", STYLES)
def test_a_sign_for_each_article_under_its_origin(style: Style) -> None:
    chart = matrix(GROUPS, ROWS, style)
    assert_sound(chart)
    signs = sorted((row["x"], row["stance"]) for row in rows(chart) if "stance" in row)
    assert [stance for _, stance in signs] == ["affirms", "softens", "silent", "denies", "silent"]
    assert chart.words == (
        (
            "[1] Sigrun Aldal: the quota was agreed in haste (1 origin): "
            "1 tells it, 2 doubts it, 4 has it denied"
        ),
    )
    assert {"1", "2", "3", "4", "5", "1 origin"} <= set(texts(chart))


@pytest.mark.parametrize("number", [1, 40])
def test_one_article_and_forty_with_many_claims(number: int) -> None:
    groups = [Group(f"Spokesperson of Harbour Number {n}", (str(n),)) for n in range(number)]
    cells = (Cell("affirms", "tells it"),) * number
    many = [Row(n, "Per Holm", "herring " * 50, "1 origin", cells) for n in range(30)]
    chart = matrix(groups, many, Style())
    assert_sound(chart)
    assert len({row["claim"] for row in rows(chart) if "stance" in row}) == MOST_CLAIMS
    assert f"and {30 - MOST_CLAIMS} more" in texts(chart)
