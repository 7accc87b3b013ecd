"""Times in English text, as TIMEX3 understands them (ISO-TimeML; TimeML annotation guidelines 1.2.1).

Words are lexed, patterns of words find the longest time at each place, and each is resolved in text
order against the day of publication and the time last named. What they do not settle stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

import msgspec

from sayso.books.numbers import NumberBook, load_numbers
from sayso.books.times import TimeBook, load_times
from sayso.model.reading import Sentence, Token
from sayso.model.text import When
from sayso.reading.en import words as lexer
from sayso.reading.en.phrases import Phrases
from sayso.reading.en.times_calendar import as_timezone
from sayso.reading.en.times_clock import CLOCK_RULES
from sayso.reading.en.times_explicit import explicit_rules
from sayso.reading.en.times_join import join_items
from sayso.reading.en.times_lengths import LENGTH_RULES, reference
from sayso.reading.en.times_relative import RELATIVE_RULES
from sayso.reading.en.times_rules import Context, Found, Item, Rule, Value
from sayso.reading.en.times_tense import Tenses
from sayso.reading.en.times_years import YEAR_RULES
from sayso.reading.en.words import Word, lex

# A context is forgotten after so many line breaks.
_MEMORY = 2


class Grammar(NamedTuple):
    """The rules of times, compiled: patterns by the letter they can start with."""

    phrases: Phrases
    rules: tuple[tuple[re.Pattern[str], Rule], ...]
    widen: tuple[tuple[str, re.Pattern[str]], ...]


def find_times(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    published: When | None,
) -> tuple[tuple[int, int, When], ...]:
    """The times of a text: start and end offset and the time, in text order, never overlapping.

    Times like "on Friday" are resolved against `published` (None: they stay open). `tokens` and
    `sentences` tell tense and names; without them (empty tuples) words alone decide.
    """
    numbers, book = load_numbers(), load_times()
    words = tuple(_named(lex(text, numbers), tokens, book))
    grammar = _grammar()
    letters = grammar.phrases.encode(words)
    context = Context(
        _local_day(published), published, None, book, numbers, Tenses(tokens, sentences, book)
    )
    items = join_items(list(_items(words, letters, grammar, context)), words, letters, context)
    found = []
    for item in items:
        first = _widened(item, letters, grammar)
        start, end = words[first].start, words[item.last - 1].end
        when = msgspec.structs.replace(item.value, text=text[start:end])
        found.append((start, end, when))
    return tuple(found)
