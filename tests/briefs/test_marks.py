"""Marks in a text: nothing is lost, marks lie within each other, and each span has its anchor once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.briefs.marks import Close, Open, Text, anchor, mark
from sayso.model.text import Span

TEXT = "Nobody has seen the ferry since the storm."


def span(start: int, end: int) -> Span:
    return Span(article="x", start=start, end=end, text=TEXT[start:end])


bounds = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(
    lambda pair: pair[0] < pair[1]
)


@given(st.lists(bounds, max_size=12))
def test_marks_hold_the_text_and_every_anchor_once(pairs: list[tuple[int, int]]) -> None:
    pieces = mark(TEXT, [span(*pair) for pair in pairs], "a1")
    assert "".join(piece.text for piece in pieces if isinstance(piece, Text)) == TEXT
    depth = 0
    for piece in pieces:
        depth += isinstance(piece, Open) - isinstance(piece, Close)
        assert depth >= 0
    assert depth == 0
    anchors = [piece.anchor for piece in pieces if isinstance(piece, Open) and piece.anchor]
    assert sorted(anchors) == sorted({anchor(span(*pair), "a1") for pair in pairs})


@given(st.lists(bounds, max_size=12))
def test_a_place_is_marked_where_a_span_covers_it(pairs: list[tuple[int, int]]) -> None:
    covered: list[bool] = []
    depth = 0
    for piece in mark(TEXT, [span(*pair) for pair in pairs], "a1"):
        depth += isinstance(piece, Open) - isinstance(piece, Close)
        if isinstance(piece, Text):
            covered += [depth > 0] * len(piece.text)
    assert covered == [any(start <= at < end for start, end in pairs) for at in range(len(TEXT))]


def test_spans_that_cross_are_cut_where_the_first_ends() -> None:
    assert mark("abcdef", [span(0, 4), span(2, 6)], "a1") == (
        Open("a1-text-0-4"),
        Text("ab"),
        Open("a1-text-2-6"),
        Text("cd"),
        Close(),
        Close(),
        Open(None),
        Text("ef"),
        Close(),
    )
