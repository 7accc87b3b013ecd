"""Lines are lexed apart and kept, and their words and the places of times are those of the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.books.numbers import NumberBook, load_numbers
from sayso.reading.en.times import lexing
from sayso.reading.en.times.grammar import load_grammar
from sayso.reading.en.times.lexing import Lexer
from sayso.reading.en.words import BREAK, Word, lex

# What a number or a time may go on with, were it not for a line break.
PIECES = (
    *("two", "hundred", "and", "a half", "3", "May", "Sept.", "12", ",", "2021", "the", "day", "."),
    *("before", "last", "ago", "months", "on", "may", "T", "-72", "9", "a.m.", "’s", " "),
)
BREAKS = ("\n", "\r\n", "\n\n", "\u2028", "\x85", " ", "")
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BREAKS)), max_size=30).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
KEEPS = Lexer(reuse=60)


@given(text=TEXTS)
def test_lines_apart_are_the_text(text: str) -> None:
    lexed = Lexer().of(text)
    assert tuple(lexed.words) == lex(text, load_numbers())
    grammar = load_grammar()
    assert lexed.letters == grammar.phrases.encode(lexed.timed)
    places = [at.start() for at in grammar.anywhere.finditer(lexed.letters)]
    assert lexed.places == [
        (at, tuple(n for n, (one, _) in enumerate(grammar.rules) if one.match(lexed.letters, at)))
        for at in places
    ]
    assert lexed.breaks == [at for at, word in enumerate(lexed.timed) if word.kind == BREAK]
    assert KEEPS.of(text) == lexed


def test_a_line_that_comes_again_is_not_lexed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lexed: list[str] = []

    def noted(text: str, book: NumberBook) -> tuple[Word, ...]:
        lexed.append(text)
        return lex(text, book)

    monkeypatch.setattr(lexing, "lex", noted)
    lexer = Lexer(reuse=100)
    lexer.of("On 3 May.\n\nTwo days later.")
    lexer.of("Two days later.\nOn 3 May. ")
    assert lexed == ["On 3 May.", "Two days later.", "On 3 May. "]
