"""The evidence in its context."""

from __future__ import annotations

from sayso.audits.context import REACH, context_of, words_of
from sayso.model.text import Article, Span

TEXT = "One two.\n\nThree four " + "word " * 200 + "five six."


def article(title: str | None = None) -> Article:
    return Article(id="article_a", text_sha256="", text=TEXT, title=title)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(article="article_a", start=start, end=start + len(words), text=words)


def test_evidence_stands_in_brackets_with_whole_words_around() -> None:
    told = context_of(article(), [span("two"), span("Three")])
    assert told.startswith("One [two]. [Three] four word word")
    assert told.endswith(" word")
    assert len(told) <= len("One [two]. [Three]") + REACH + len("word")


def test_what_is_far_apart_is_joined_by_dots() -> None:
    told = context_of(article(), [span("five"), span("One")])
    assert told.startswith("[One] two. Three")
    assert told.endswith("word [five] six.")
    assert " … " in told


def test_evidence_of_the_title_is_told_apart() -> None:
    title = Span(article="article_a", part="title", start=0, end=4, text="News")
    assert context_of(article("News"), [title]) == "title: [News]"
    assert words_of([title, span("two.\n\nThree")]) == "News … two. Three"
