"""Times in English text, as TIMEX3 understands them (ISO-TimeML; TimeML annotation guidelines 1.2.1).

Words are lexed, patterns of words find the longest time at each place, and each is resolved in text
order against the day of publication and the time last named. What they do not settle stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from sayso.books.numbers import load_numbers
from sayso.books.times import load_times
from sayso.model.reading import Sentence, Token
from sayso.model.text import When
from sayso.reading.en.times.calendar import as_timezone
from sayso.reading.en.times.grammar import Grammar, load_grammar
from sayso.reading.en.times.join import joined_items
from sayso.reading.en.times.lexing import Lexed, Lexer
from sayso.reading.en.times.rules import Context, Found, Item, Rule
from sayso.reading.en.times.tense import Tenses
from sayso.reading.en.times.timex import YEARS
from sayso.reading.en.words import Word

# The time last named is forgotten after so many line breaks.
_MEMORY = 2
# A modifier ("the first half of") has at most so many words.
_MODIFIER = 6


def find_times(
    text: str,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    published: When | None,
    lexed: Lexed | None = None,
) -> tuple[tuple[int, int, When], ...]:
    """The times of a text: start and end offset and the time, in text order, never overlapping.

    Times like "on Friday" are resolved against `published` (None: they stay open). `tokens` and
    `sentences` tell tense and names; without them (empty tuples) words alone decide.
    `lexed` is what a Lexer gave for the same text, where the caller has it.
    """
    book = load_times()
    numbers = load_numbers()
    lexed = Lexer().of(text) if lexed is None else lexed
    words, letters = lexed.timed, lexed.letters
    grammar = load_grammar()
    tenses = Tenses(tokens, sentences, book)
    moment = _local(published)
    context = Context(moment[0], moment[1], None, None, book, numbers, tenses)
    found: list[tuple[int, int, When]] = []
    free = 0
    for item, when in joined_items(tuple(_items(lexed, grammar, context)), words, context):
        first = _widened(item, letters, free, grammar)
        start, end = words[first].start, words[item.last - 1].end
        found.append((start, end, msgspec.structs.replace(when, text=text[start:end])))
        free = item.last
    return tuple(found)


def _local(published: When | None) -> tuple[date | None, datetime | None]:
    """The day of publication where it was written, and its time; None for what is not known."""
    if published is None or published.start is None:
        return None, None
    if published.precision not in ("day", "instant", None) or len(published.start) < 10:
        return None, None
    moment = datetime.fromisoformat(published.start)
    if moment.year not in YEARS:
        return None, None
    if moment.tzinfo is not None and published.zone:
        moment = moment.astimezone(as_timezone(published.zone))
    return moment.date(), moment if published.precision == "instant" else None


def _items(lexed: Lexed, grammar: Grammar, context: Context) -> Iterator[Item]:
    """The longest time at each place that resolves, left to right."""
    words, letters, breaks, stops = lexed.timed, lexed.letters, lexed.breaks, lexed.stops
    reference, line, stop = None, 0, -1
    free = 0
    for index, rules in lexed.places:
        if index < free:
            continue
        if bisect_right(breaks, index) - line >= _MEMORY:
            reference = None
        near = reference if bisect_right(stops, index) == stop else None
        seen = context._replace(reference=reference, near=near)
        item = _item_at(words, letters, index, [grammar.rules[n] for n in rules], seen)
        if item is None:
            continue
        yield item
        free = item.last
        if item.is_place and isinstance(item.value, When):
            reference = item.value
            line, stop = bisect_right(breaks, free - 1), bisect_right(stops, free - 1)


def _item_at(
    words: Sequence[Word],
    letters: str,
    index: int,
    rules: Sequence[tuple[re.Pattern[str], Rule]],
    context: Context,
) -> Item | None:
    matches = [(match, rule) for pattern, rule in rules if (match := pattern.match(letters, index))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        found = Found(words, match)
        value = rule.resolve(found, context)
        if value is not None:
            return Item(*found.limits(), rule.kind, value)
    return None


def _widened(item: Item, letters: str, free: int, grammar: Grammar) -> int:
    """The index of the item's first word, with "nearly", "the end of", "early" and the like before it."""
    pattern = grammar.widening.get(item.kind)
    start = max(free, item.first - _MODIFIER)
    match = pattern.search(letters[start : item.first + 1]) if pattern else None
    return start + match.start() if match else item.first
