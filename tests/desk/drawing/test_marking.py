"""Marked words: the text stays whole, marks lie within each other, every record has its number once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.briefs.marks import Text
from sayso.desk.drawing.marking import Closed, Gap, Noted, Opened, Refs, marked
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


def test_of_a_paragraph_without_end_what_is_not_shown_is_counted() -> None:
    text = f"{'sand ' * 1_000_000}{WORDS}{'water ' * 1_000_000}"
    at = text.index(WORDS)
    own = Span(article="a", start=at, end=at + len(WORDS), text=WORDS)
    pieces = marked(text, "text", [Noted(1, "statement", (own,))], [])
    shown = [piece.text for piece in pieces if isinstance(piece, Text)]
    left_out = sum(piece.left_out for piece in pieces if isinstance(piece, Gap))
    assert WORDS in shown
    assert sum(map(len, shown)) + left_out == len(text)
    assert sum(map(len, shown)) < 200_000
    assert text.startswith(shown[0])
    assert text.endswith(shown[-1])
