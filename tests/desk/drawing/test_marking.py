"""Marked words: the text stays whole, marks lie within each other, every record has its number once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.briefs.marks import Text
from sayso.desk.drawing.marking import (
    PORTION,
    Closed,
    Noted,
    Opened,
    Refs,
    marked,
    portion_of,
    window,
)
from sayso.model.text import Span

WORDS = "The harbour is closed, the mayor said on Monday."
KINDS = st.sampled_from(["statement", "event", "redline"])
PLACES = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))).filter(
    lambda place: place[0] < place[1]
)


def span(start: int, end: int) -> Span:
    return Span(article="a", start=start, end=end, text=WORDS[start:end])


@given(st.lists(st.tuples(KINDS, st.lists(PLACES, min_size=1, max_size=3)), max_size=5))
def test_the_text_stays_whole_and_every_record_is_numbered_once(
    records: list[tuple[str, list[tuple[int, int]]]],
) -> None:
    noted = [
        Noted(number, kind, tuple(span(*place) for place in places))
        for number, (kind, places) in enumerate(records, 1)
    ]
    pieces = marked(WORDS, "text", noted, [])
    assert "".join(piece.text for piece in pieces if isinstance(piece, Text)) == WORDS
    told = [one.number for piece in pieces if isinstance(piece, Refs) for one in piece.noted]
    assert sorted(told) == list(range(1, len(noted) + 1))
    opened: list[str] = []
    for piece in pieces:
        if isinstance(piece, Opened):
            opened.append(piece.tag)
        elif isinstance(piece, Closed):
            assert opened.pop() == piece.tag
    assert opened == []
    ids = [piece.id for piece in pieces if isinstance(piece, Opened) and piece.id]
    assert len(ids) == len(set(ids))


def test_a_number_stands_behind_the_last_words() -> None:
    noted = [Noted(1, "statement", (span(0, 11), span(27, 36)))]
    pieces = marked(WORDS, "text", noted, [])
    [at] = [i for i, piece in enumerate(pieces) if isinstance(piece, Refs)]
    before = "".join(piece.text for piece in pieces[:at] if isinstance(piece, Text))
    assert before == WORDS[:36]


def test_words_that_are_only_cited_are_no_marks() -> None:
    [opened] = [p for p in marked(WORDS, "text", [], [span(4, 11)]) if isinstance(p, Opened)]
    assert (opened.tag, opened.id, opened.numbers) == ("span", "at-text-4-11", ())


def test_portions_of_a_paragraph_without_end_hold_all_of_it() -> None:
    text = f"{'sand ' * 30_003}{WORDS} {'water ' * 30_000}"
    at = text.index(WORDS)
    own = Span(article="a", start=at, end=at + len(WORDS), text=WORDS)
    noted = [Noted(1, "statement", (own,))]
    seen, end = [], 0
    for number in range(1, window(text, 1).portions + 1):
        shown = window(text, number)
        pieces = marked(text, "text", noted, [], shown=shown)
        told = "".join(piece.text for piece in pieces if isinstance(piece, Text))
        assert told == text[shown.first : shown.last]
        assert shown.first <= end <= shown.last < shown.first + 2 * PORTION
        assert text[shown.first - 1 : shown.first] in {"", " "}
        end = shown.last
        if any(isinstance(piece, Opened) for piece in pieces):
            seen.append(number)
    assert end == len(text)
    assert seen == [portion_of(at)]
    assert window(text, 99) == window(text, window(text, 1).portions)


@given(st.text(alphabet="ab \n", max_size=60), st.integers(0, 70), st.integers(1, 3))
def test_words_stand_in_the_portion_that_links_to_them_name(
    word: str, at: int, portion: int
) -> None:
    text = f"{'x' * at}{word}" * (PORTION * 3 // (at + len(word) + 1) + 2)
    start = min((portion - 1) * PORTION + at, len(text) - 1) if text else 0
    assert window(text, portion_of(start)).first <= start
    assert start < window(text, portion_of(start)).last or not text


def test_a_mark_that_crosses_the_border_goes_on() -> None:
    text = "x" * (3 * PORTION)
    own = Span(article="a", start=PORTION - 5, end=PORTION + 5, text="x" * 10)
    for number, behind in ((1, 0), (2, 1), (3, 0)):
        pieces = marked(text, "text", [Noted(7, "event", (own,))], [], shown=window(text, number))
        assert sum(isinstance(piece, Opened) for piece in pieces) == (number < 3)
        assert sum(isinstance(piece, Refs) for piece in pieces) == behind
