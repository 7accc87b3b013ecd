"""Briefs as Markdown: the golden page, the same words as the text, and no markup but ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from briefs.dispute import dispute
from briefs.hostile import hostile
from collate.ledgers import collated
from sayso.briefs import make_briefs
from sayso.briefs.compose import compose
from sayso.briefs.markdown import escape, render
from sayso.briefs.sheet import Entry, plain

GOLDEN = Path(__file__).parent / "herring.md"
OURS = {"text", "strong_open", "strong_close", "em_open", "em_close", "softbreak"}


def test_the_golden_page() -> None:
    [brief] = make_briefs(collated(dispute()))
    assert render(brief) == GOLDEN.read_text("utf-8")


def test_nothing_in_the_words_is_markup() -> None:
    brief = hostile()
    tokens = MarkdownIt("commonmark").enable("table").parse(render(brief))
    assert not [token for token in tokens if token.type in {"html_block", "fence", "code_block"}]
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= OURS | {"text_special"}
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1


def test_the_words_are_those_of_the_sheet() -> None:
    brief = hostile()
    tokens = MarkdownIt("commonmark").enable("table").parse(render(brief))
    told = [
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    for section in compose(brief).sections:
        for block in section.blocks:
            for line in block.lines if isinstance(block, Entry) else ():
                words = " ".join(f"{line.lead}{plain(line.words)}".split())
                assert any(one.endswith(words) for one in told), words


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("1. a list", r"1\. a list"),
        ("in 1. a place", "in 1. a place"),
        ("- a list", r"\- a list"),
        ("from A to B - and back", "from A to B - and back"),
        ("at 10:21 UTC", "at 10:21 UTC"),
        ("<b> & [x](y)", r"\<b\> \& \[x\](y)"),
        ("a@b.example", r"a\@b.example"),
        ("https://x.example", r"https\://x.example"),
        ("two\nlines  here", "two lines here"),
    ],
)
def test_escape(words: str, escaped: str) -> None:
    assert escape(words) == escaped
