"""The sample disputes: complete, readable, and what their lists say they are."""

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

KINDS = {
    "santiago_lima": ("wire", "reprint", "rewrite", "translated", "blog", "page"),
    "seoul_moscow": ("wire", "reprint", "rewrite", "translated", "padded", "page"),
}
# What the wire says that its reprint leaves out: the headline and one paragraph of a page, or of a
# text in which the headline is kept.
CUT = {"santiago_lima": 1, "seoul_moscow": 2}
ARTICLES = [(dispute, kind) for dispute, kinds in KINDS.items() for kind in kinds]


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


def by_kind(dispute: str) -> dict[str, Path]:
    folder = samples.paths(dispute)[0].parent
    listed = tomllib.loads((folder / "dispute.toml").read_text(encoding="utf-8"))
    return {entry["kind"]: folder / entry["file"] for entry in listed["articles"]}


def paragraphs(path: Path) -> list[str]:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        parser = _Paragraphs()
        parser.feed(raw)
        return parser.found
    if path.suffix == ".jsonl":
        raw = json.loads(raw)["text"]
    return [block for block in raw.split("\n\n") if block.strip()]


def longest_quotation(path: Path) -> str:
    quotations: list[str] = re.findall("“([^”]+)”", " ".join(paragraphs(path)))
    return max(quotations, key=len)


def test_these_are_the_disputes() -> None:
    assert samples.disputes() == tuple(KINDS)
    invented = [name for name in samples.disputes() if samples.title(name).endswith("(invented)")]
    assert invented == ["santiago_lima"]


@pytest.mark.parametrize("dispute", KINDS)
def test_every_listed_article_is_there_and_nothing_else(dispute: str) -> None:
    files = samples.paths(dispute)
    on_disk = {path.name for path in files[0].parent.iterdir()} - {"dispute.toml"}
    assert {path.name for path in files} == on_disk
    assert len(files) == len(on_disk)


@pytest.mark.parametrize("dispute", KINDS)
def test_a_dispute_has_one_article_of_each_kind_in_order(dispute: str) -> None:
    assert tuple(by_kind(dispute)) == KINDS[dispute]


def test_a_dispute_that_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="seoul_moscow"):
        samples.paths("../seoul_moscow")


@pytest.mark.parametrize(("dispute", "kind"), ARTICLES)
def test_articles_have_the_length_of_news(dispute: str, kind: str) -> None:
    words = " ".join(paragraphs(by_kind(dispute)[kind])).split()
    assert 200 <= len(words) <= 450


@pytest.mark.parametrize("dispute", KINDS)
def test_the_reprint_is_the_wire_with_paragraphs_left_out(dispute: str) -> None:
    articles = by_kind(dispute)
    wire = paragraphs(articles["wire"])
    reprint = [text for text in paragraphs(articles["reprint"]) if len(text) > 60]
    for paragraph in reprint:
        assert max(fuzz.partial_ratio(paragraph, other) for other in wire) > 95
    assert len(reprint) == len(wire) - CUT[dispute]


@pytest.mark.parametrize(
    ("dispute", "kind", "agencies"),
    [
        ("seoul_moscow", "wire", {"TASS", "Yonhap", "Corvane"}),
        ("seoul_moscow", "reprint", {"TASS", "Yonhap", "Corvane"}),
        ("seoul_moscow", "rewrite", set()),
        ("seoul_moscow", "translated", {"TASS"}),
        ("seoul_moscow", "padded", set()),
        ("santiago_lima", "wire", {"Corvane"}),
        ("santiago_lima", "reprint", {"Corvane"}),
        ("santiago_lima", "rewrite", set()),
        ("santiago_lima", "translated", {"Mirador"}),
        ("santiago_lima", "blog", set()),
        ("santiago_lima", "page", set()),
    ],
)
def test_only_some_articles_name_the_agencies(dispute: str, kind: str, agencies: set[str]) -> None:
    text = by_kind(dispute)[kind].read_text(encoding="utf-8")
    assert set(re.findall(r"TASS|Yonhap|Corvane|Mirador", text)) == agencies


@pytest.mark.parametrize("dispute", KINDS)
def test_the_translation_renders_the_quotation_in_other_words(dispute: str) -> None:
    articles = by_kind(dispute)
    wire, other = (longest_quotation(articles[kind]) for kind in ("wire", "translated"))
    assert fuzz.ratio(wire, other) < 70
    assert not any(words in wire for words in re.findall(r"(?:\S+ ){5}\S+", other))


def test_the_page_has_its_headline_glued_to_a_menu_word() -> None:
    lines = by_kind("seoul_moscow")["page"].read_text(encoding="utf-8").splitlines()
    headline = next(line for line in lines if line.startswith("Russia cautions"))
    assert f"World{headline}" in lines
    assert lines.index("Leave a comment") > lines.index(headline)


def test_the_invented_dispute_says_that_it_is_invented() -> None:
    folder = samples.paths("santiago_lima")[0].parent
    listed = tomllib.loads((folder / "dispute.toml").read_text(encoding="utf-8"))
    assert "invented" in listed["title"]
    for path in samples.paths("santiago_lima"):
        text = path.read_text(encoding="utf-8")
        assert "Putin" not in text
        assert not re.search(r"\b20(1[5-9]|2\d)\b", text)
