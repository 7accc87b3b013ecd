"""Labels of articles: short, different, and no longer than ten characters."""

from __future__ import annotations

import pytest

from sayso.briefs.labels import cite_all, label_articles
from sayso.briefs.sheet import Cite, plain
from sayso.model.collation import BriefArticle
from sayso.model.text import Span


def labels(*paths: str | None) -> list[str]:
    articles = [
        BriefArticle(article=f"article_{n}", path=path, outlet=None, published=None)
        for n, path in enumerate(paths)
    ]
    return list(label_articles(articles).values())


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a/001_x.txt", "a/002_y.txt"), ["001", "002"]),
        (("1_wire.txt", "2_copy.html"), ["1", "2"]),
        (("wire.txt", "copy.txt"), ["wire", "copy"]),
        (("a/001_x.txt", "b/001_x.txt"), ["1", "2"]),
        (("a-very-long-name.txt", "b.txt"), ["1", "2"]),
        ((None, "b.txt"), ["1", "2"]),
        (("2024 review.txt", "2025 review.txt"), ["2024", "2025"]),
    ],
)
def test_labels(paths: tuple[str | None, ...], expected: list[str]) -> None:
    assert labels(*paths) == expected


def test_places_are_told_once_and_in_order() -> None:
    spans = [
        Span(article=article, part=part, start=start, end=end, text="")
        for article, part, start, end in (
            ("b", "text", 4, 8),
            ("a", "text", 12, 30),
            ("a", "text", 5, 9),
            ("a", "title", 0, 3),
            ("a", "text", 5, 9),
        )
    ]
    words = cite_all(spans, {"a": "001", "b": "002"})
    assert plain(words).replace("\u00a0", " ") == "001, 5-9 and 12-30; 001 title, 0-3; 002, 4-8"
    led_to = [word.span for word in words if isinstance(word, Cite)]
    assert [(span.article, span.start) for span in led_to] == [
        ("a", 5),
        ("a", 12),
        ("a", 0),
        ("b", 4),
    ]


def test_of_many_places_only_the_number_is_told() -> None:
    spans = [Span(article="a", start=n, end=n + 1, text="") for n in range(5)]
    words = cite_all(spans, {"a": "001"}, most=2)
    assert plain(words).replace("\u00a0", " ") == "001, 0-1 and 1-2 and 3 more"
