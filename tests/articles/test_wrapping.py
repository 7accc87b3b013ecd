"""Hard-wrapped text is put together; text with lines of its own stays."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from sayso.articles.wrapping import unwrap

HARBOUR = (
    "The harbour of Lisvane was closed on Tuesday after three tug boats had broken loose in the night, "
    "and the council said that it would stay closed until the owners had been found and heard."
)
MASTER = (
    "“We have called them all week,” said the harbour master, Ida Brandt, who has held the office for "
    "eleven years. “Nobody has answered, and nobody has paid, and the boats are still out there.”"
)
PARAGRAPHS = (HARBOUR, MASTER, HARBOUR, MASTER)


def test_a_wrapped_text_gets_its_paragraphs_back() -> None:
    for width in (60, 72, 80, 100):
        text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
        assert unwrap(text) == "\n\n".join(PARAGRAPHS)
        assert unwrap(text.replace("\n", "\r\n")) == "\n\n".join(PARAGRAPHS)


def test_a_headline_and_a_list_keep_their_lines() -> None:
    body = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    text = f"Harbour closed\n\n{body}\n\nHome\nWorld\nSport"
    assert unwrap(text).split("\n\n") == ["Harbour closed", *PARAGRAPHS, "Home\nWorld\nSport"]


def test_a_text_of_long_lines_is_left_alone() -> None:
    text = "\n".join(PARAGRAPHS)
    assert unwrap(text) == text


def test_short_lines_are_left_alone() -> None:
    text = "One line.\nAnother line that is a little longer than it.\n\nA third."
    assert unwrap(text) == text


@given(st.text(alphabet="ab \n\r\t.", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert unwrap(text).split() == text.split()
