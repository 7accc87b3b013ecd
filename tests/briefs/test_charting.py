"""The charts of a brief tell what the brief tells."""

from __future__ import annotations

from briefs.dispute import dispute
from briefs.test_deals import the_collation
from charts.facts import assert_sound, rows
from collate.ledgers import collated
from sayso.briefs import make_briefs
from sayso.briefs.charting import (
    MOST_TREES,
    all_charts_of,
    charts_of,
    novelty_of,
    routes_of,
    timeline_of,
)
from sayso.briefs.page import Page, open_page
from sayso.briefs.say_so import say_so
from sayso.charts.style import MOST_CLAIMS, NARROW, Style

STYLE = Style()


def herring() -> Page:
    [brief] = make_briefs(collated(dispute()))
    return open_page(brief)


def test_the_timeline_has_every_time_of_the_brief() -> None:
    page = herring()
    chart = timeline_of(page, STYLE, {})
    assert chart is not None
    starts = {row["start"][:10] for row in rows(chart) if "kind" in row}
    assert starts == {one.when.start[:10] for one in page.brief.timeline if one.when.start}
    [said] = [words for words in chart.words if "mooring in Troms" in words]
    assert said.startswith("2025-05-04: [")


def test_novelty_counts_as_the_brief_does() -> None:
    page = herring()
    chart = novelty_of(page, STYLE, {})
    assert chart is not None
    new = {row["article"]: row["claims"] for row in rows(chart) if row.get("from") == 0}
    for one in page.brief.articles:
        own = [claim for claim in page.claims if one.article in claim.articles]
        if one.new_share:
            assert new[page.labels[one.article]] == round(one.new_share * len(own))


def test_the_map_has_the_legs_of_the_brief_with_their_numbers() -> None:
    [brief] = make_briefs(the_collation())
    page = open_page(brief)
    chart = routes_of(page, STYLE, {key: f"#{number}" for key, number in page.numbers.items()})
    assert chart is not None
    legs = {row["claim"]: row["href"] for row in rows(chart) if "claim" in row}
    assert legs == {page.numbers[key]: f"#{page.numbers[key]}" for key in brief.transfers}
    assert any("Norway → Chile" in words and "licence" in words for words in chart.words)


def test_for_print_the_matrix_and_the_trees_of_what_several_tell_are_there_too() -> None:
    page = herring()
    charts = {chart.name: chart for chart in all_charts_of(page)}
    for chart in charts.values():
        assert_sound(chart)
    shared = [row for row in say_so(page).shared if row.claim.origins]
    trees = {name for name in charts if name.startswith("origins-")}
    assert trees == {f"origins-{row.number}" for row in shared[:MOST_TREES]}
    drawn = {row["claim"] for row in rows(charts["say-so"]) if "stance" in row}
    assert drawn == {row.number for row in say_so(page).shared[:MOST_CLAIMS]}


def test_no_transfers_no_map() -> None:
    assert routes_of(herring(), STYLE, {}) is None


def test_every_chart_is_sound_at_any_width() -> None:
    [brief] = make_briefs(the_collation())
    for style in (STYLE, Style(width=NARROW)):
        for chart in (*charts_of(herring(), style), *charts_of(open_page(brief), style)):
            assert_sound(chart)


def test_the_same_brief_gives_the_same_charts() -> None:
    assert charts_of(herring()) == charts_of(herring())
