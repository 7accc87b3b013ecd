"""The sample disputes: complete, readable, and what their list says they are."""

from __future__ import annotations

import json
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from sayso import samples
from sayso.errors import UsageError

KINDS = ("wire", "reprint", "rewrite", "translated", "padded", "page")


class _Paragraphs(HTMLParser):
    """The text of the <p> elements."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "p"

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)


def _by_kind() -> dict[str, Path]:
    (dispute,) = samples.disputes()
    first = samples.paths(dispute)[0]
    listed = tomllib.loads((first.parent / "dispute.toml").read_text(encoding="utf-8"))
    return {entry["kind"]: first.parent / entry["file"] for entry in listed["articles"]}


def _paragraphs(path: Path) -> list[str]:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        parser = _Paragraphs()
        parser.feed(raw)
        return parser.found
    if path.suffix == ".jsonl":
        raw = json.loads(raw)["text"]
    return [block for block in raw.split("\n\n") if block.strip()]


def test_every_listed_article_is_there_and_nothing_else() -> None:
    for dispute in samples.disputes():
        files = samples.paths(dispute)
        on_disk = {path.name for path in files[0].parent.iterdir()} - {"dispute.toml"}
        assert {path.name for path in files} == on_disk
        assert len(files) == len(on_disk)


def test_the_dispute_has_one_article_of_each_kind_in_order() -> None:
    assert tuple(_by_kind()) == KINDS


def test_a_dispute_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="seoul_moscow"):
        samples.paths("../seoul_moscow")


@pytest.mark.parametrize("kind", KINDS)
def test_articles_have_the_length_of_news(kind: str) -> None:
    words = " ".join(_paragraphs(_by_kind()[kind])).split()
    assert 200 <= len(words) <= 450


def test_the_reprint_is_the_wire_with_paragraphs_left_out() -> None:
    articles = _by_kind()
    wire = _paragraphs(articles["wire"])
    reprint = [text for text in _paragraphs(articles["reprint"]) if len(text) > 60]
    for paragraph in reprint:
        assert max(fuzz.ratio(paragraph, other) for other in wire) > 95
    # The headline and one paragraph of the body are the wire's own.
    assert len(reprint) == len(wire) - 2


def test_only_some_articles_name_the_agencies() -> None:
    named = {
        kind: set(re.findall(r"TASS|Yonhap|Corvane", path.read_text(encoding="utf-8")))
        for kind, path in _by_kind().items()
    }
    assert named["wire"] == {"TASS", "Yonhap", "Corvane"} == named["reprint"]
    assert named["rewrite"] == set() == named["padded"]
    assert named["translated"] == {"TASS"}


def test_the_translation_renders_the_quotation_in_other_words() -> None:
    articles = _by_kind()
    quoted = {
        kind: re.findall("“([^”]+)”", " ".join(_paragraphs(articles[kind])))
        for kind in ("wire", "translated")
    }
    wire, other = max(quoted["wire"], key=len), max(quoted["translated"], key=len)
    assert "South Korea" in wire
    assert "South Korea" in other
    assert fuzz.ratio(wire, other) < 60


def test_the_page_has_its_headline_glued_to_a_menu_word() -> None:
    lines = _by_kind()["page"].read_text(encoding="utf-8").splitlines()
    headline = next(line for line in lines if line.startswith("Russia cautions"))
    assert f"World{headline}" in lines
    assert lines.index("Leave a comment") > lines.index(headline)
