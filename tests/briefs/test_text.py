"""Briefs as text: the golden page, its width, and that nothing is told by colour alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from briefs.dispute import dispute
from collate.ledgers import Desk, an_actor, collated
from sayso.briefs import make_briefs
from sayso.briefs.text import render
from sayso.model.collation import Brief

GOLDEN = Path(__file__).parent / "herring.txt"
_ANSI = re.compile(r"\x1b\[\d*m")


def the_brief() -> Brief:
    [brief] = make_briefs(collated(dispute()))
    return brief


def test_the_golden_page() -> None:
    assert render(the_brief()) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    lines = render(the_brief(), width).splitlines()
    assert max(cell_len(line) for line in lines) <= width


def test_colour_adds_codes_and_no_words() -> None:
    coloured = render(the_brief(), colour=True)
    assert coloured != render(the_brief())
    assert _ANSI.sub("", coloured) == render(the_brief())


def test_every_place_leads_to_words() -> None:
    brief = the_brief()
    texts = {article.path: article.article for article in brief.articles}
    labels = {path[8:11]: article for path, article in texts.items() if path}
    held = {r.id: r.text for r in brief.records if r.__struct_config__.tag == "article"}  # type: ignore[union-attr]
    places = re.findall(r"\b(\d{3}), (\d+)-(\d+)", render(brief, 200))
    assert places
    for label, start, end in places:
        assert 0 <= int(start) < int(end) <= len(held[labels[label]])


def test_wide_letters_and_endless_words_stay_on_the_page() -> None:
    speaker = an_actor("河野" * 12, country="JPN", office="大臣" * 20)
    words = "漁業" * 60
    desk = Desk(f"x {words}", path="001.txt", title="島" * 90).said(speaker, words)
    [brief] = make_briefs(collated([desk.ledger()]))
    assert max(cell_len(line) for line in render(brief).splitlines()) <= 80


def test_many_articles_take_several_tables() -> None:
    speaker = an_actor("Vera Holm", country="DNK")
    words = "the bridge over the sound will be painted red next year"
    desks = [Desk(f"{n} {words}", path=f"{n:03}.txt").said(speaker, words) for n in range(40)]
    [brief] = make_briefs(collated([desk.ledger() for desk in desks]))
    text = render(brief)
    assert text.count(" Vera Holm   ") >= 2
    assert "039" in text
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_articles_that_report_nobody() -> None:
    [brief] = make_briefs(collated([Desk("The sea was calm.", path="calm.txt").ledger()]))
    text = render(brief)
    assert "No article reports that anybody said anything." in text
    assert "reports nobody's words" in text
    assert "No article gives a time" in text


def test_a_denial_is_told_with_who_denies() -> None:
    content = "the northern ferry was sold to a bank last winter"
    first = Desk(f"Ek said {content}.", path="1.txt").said(
        an_actor("Lars Ek", country="SWE"), content
    )
    second = Desk(f"Holm denied that {content}.", path="2.txt")
    second.said(an_actor("Vera Holm", country="DNK"), content, modality="denied")
    [brief] = make_briefs(collated([first.ledger(), second.ledger()]))
    text = render(brief)
    assert "denied by Vera Holm" in text
    assert "Vera Holm, who denies" in text
    assert "no denial" not in text
