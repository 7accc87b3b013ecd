"""Passages of a text, and the words in them that were asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.text import Article
from sayso.search.passages import Passage, marked_spans, passages_of
from sayso.stores.asking import Phrase, Term

FILLER = "Nothing of the kind is told in this sentence, which is only long. " * 8


def an_article(text: str, title: str | None = None) -> Article:
    return Article(id="article_x", text_sha256="", title=title, text=text)


def asked(*terms: str) -> tuple[Term, ...]:
    return tuple(
        Term((Phrase(tuple(term.rstrip("*").split()), open=term.endswith("*")),)) for term in terms
    )


def shown(passages: tuple[Passage, ...]) -> list[list[str]]:
    return [[mark.text for mark in passage.marks] for passage in passages]


def test_the_passages_with_the_most_terms_in_the_order_of_the_text() -> None:
    text = (
        f"{FILLER}The cod is here. {FILLER}\n{FILLER}The cod and the net. {FILLER}\n"
        f"A net. {FILLER}\nNet. {FILLER}"
    )
    found = passages_of(an_article(text, "On cod"), asked("cod", "net"))
    assert [passage.span.part for passage in found] == ["title", "text", "text", "text"]
    assert shown(found) == [["cod"], ["cod"], ["cod", "net"], ["net"]]
    assert all(len(passage.span.text) < 300 for passage in found)


def test_marks_are_phrases_beginnings_and_other_spellings() -> None:
    article = an_article("The ferry, FERRIES and Café-Quay; quay café.")
    assert shown(passages_of(article, asked("ferr*", "cafe quay"))) == [
        ["ferry", "FERRIES", "Café-Quay"]
    ]


def test_a_wrapped_line_ends_no_passage() -> None:
    text = f"{FILLER}\n\nThe cod went\nsouth with the net.\nA new paragraph. {FILLER}"
    [passage] = passages_of(an_article(text), asked("cod", "south"))
    assert passage.span.text == "The cod went\nsouth with the net."


def test_spans_stay_whole() -> None:
    article = an_article("He said the cod, the old cod, is gone.")
    [passage] = marked_spans(article, [article.span(8, 28)], asked("cod"))
    assert passage.span.text == "the cod, the old cod"
    assert [(mark.start, mark.end) for mark in passage.marks] == [(12, 15), (25, 28)]


@given(st.text(alphabet="ab é\n.製\u0301-_", max_size=400))
def test_marks_lie_in_their_passages_whatever_the_text(text: str) -> None:
    for passage in passages_of(an_article(text), asked("a", "b a", "e*", "製")):
        ends = [
            passage.span.start,
            *(at for mark in passage.marks for at in (mark.start, mark.end)),
            passage.span.end,
        ]
        assert ends == sorted(ends)
