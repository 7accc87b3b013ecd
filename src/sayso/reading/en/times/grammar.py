"""The grammar of times: the classes of words that the book gives, and all rules compiled over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import NamedTuple

from sayso.books.numbers import NumberBook, load_numbers
from sayso.books.times import TimeBook, load_times
from sayso.model.text import When
from sayso.reading.en.phrases import Phrases
from sayso.reading.en.times.clock import CLOCK_RULES
from sayso.reading.en.times.distances import DISTANCE_RULES
from sayso.reading.en.times.explicit import explicit_rules
from sayso.reading.en.times.lengths import LENGTH_RULES, reference
from sayso.reading.en.times.parts import PART_RULES
from sayso.reading.en.times.periods import PERIOD_RULES
from sayso.reading.en.times.relative import RELATIVE_RULES
from sayso.reading.en.times.rules import AFTER_DAY, Context, Found, Kind, Rule
from sayso.reading.en.times.runs import RUN_RULES
from sayso.reading.en.times.sets import SET_RULES
from sayso.reading.en.times.years import YEAR_RULES
from sayso.reading.en.words import CLOCK, CODE, DOM, NUM, ORD, YEAR

# What a time may have before it, as TIMEX3 takes it in: "nearly two months", "the end of March".
_ABOUT = (
    "((more|less|fewer) than | at (least|most) | (up|close) to | an estimated"
    " | as (many|long|much|little|few) as | (well)? APPROXIMATE | another)"
    " (?= (NUMERIC|ARTICLE|half|VAGUE|VAGUEOF|COUPLE) $)"
)
_PART_OF = (
    "((the)? (very)? (end|beginning|start|middle|close|rest|remainder|turn|course|dawn|eve|height) of (the)?"
    " | (the)? (early|late|mid) (HYPHEN|in|on)? (the)? | (much)? (later|earlier) (in|on)? ) (?= . $)"
)


class Grammar(NamedTuple):
    """The rules, where any of them matches, and what may widen a time of a kind to its left."""

    phrases: Phrases
    anywhere: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Rule], ...]
    widening: Mapping[Kind, re.Pattern[str]]


@cache
def load_grammar() -> Grammar:
    """The grammar of English times; the same each time."""
    book, numbers = load_times(), load_numbers()
    rules = (
        *RUN_RULES,
        *explicit_rules(book),
        *PERIOD_RULES,
        *YEAR_RULES,
        *RELATIVE_RULES,
        *DISTANCE_RULES,
        *PART_RULES,
        *LENGTH_RULES,
        *SET_RULES,
        *CLOCK_RULES,
        *(
            Rule(
                f"(?<!too|as) {phrase} (?!after|before|that|as)",
                "reference",
                partial(_reference, value),
            )
            for phrase, value in book.references.items()
        ),
        Rule("in (?P<span>the past) (?!ANYUNIT|NUMERIC|VAGUE|COUPLE|ARTICLE)", "reference", _past),
        Rule("in (?P<span>(the)? (near|foreseeable|distant)? future)", "reference", _future),
        Rule(
            "(was|were|had|has|have|is|are) (?P<span>once) (?!ARTICLE|again|more)",
            "reference",
            _past,
        ),
    )
    sources = [*(rule.pattern for rule in rules), _ABOUT, _PART_OF]
    phrases = Phrases(sources, _classes(book, numbers))
    part_of = phrases.compile(_PART_OF)
    about = phrases.compile(_ABOUT)
    return Grammar(
        phrases,
        phrases.any_of(rule.pattern for rule in rules),
        tuple((phrases.compile(rule.pattern), rule) for rule in rules),
        {"date": part_of, "feast": part_of, "duration": about, "distance": about},
    )


def _reference(value: str, _found: Found, context: Context) -> When:
    return reference(value, context)


def _past(_found: Found, context: Context) -> When:
    return reference("PAST_REF", context)


def _future(_found: Found, context: Context) -> When:
    return reference("FUTURE_REF", context)


def _classes(book: TimeBook, numbers: NumberBook) -> dict[str, Iterable[str]]:
    units, plurals = set(book.singular), set(book.plural)
    long = {name for name, unit in book.singular.items() if not unit.code.startswith("T")}
    return {
        "MONTH": book.months,
        "WEEKDAY": book.weekdays,
        "WEEKDAYS": sorted(book.weekday_plurals),
        "SEASON": book.seasons,
        "DAYPART": book.dayparts,
        "DAYPARTS": sorted(f"{name}s" for name in book.dayparts),
        "DECADENAME": book.decades,
        "HOUR": book.hours,
        "DAYWORD": book.days,
        "UNIT": sorted(units),
        "UNITS": sorted(plurals),
        "ANYUNIT": sorted(units | plurals),
        "LONGDAY": sorted(long),
        "LONGUNIT": sorted(long - {"day"}),
        "PARTUNIT": sorted((units | plurals) - {"quarter", "quarters"}),
        "DAYNUM": (DOM, ORD),
        "NUMERIC": (DOM, NUM, YEAR),
        "YEARNUM": (DOM, NUM, YEAR),
        "FOUR": (YEAR, NUM),
        "TIMELIKE": (CLOCK, DOM, NUM),
        "ORDINAL": (ORD, *numbers.ordinals),
        "ARTICLE": sorted(numbers.articles),
        "VAGUE": sorted(book.vague),
        "VAGUEOF": sorted(book.vague_of),
        "COUPLE": ("couple",),
        "APPROXIMATE": sorted(book.approximate),
        "CONSECUTIVE": sorted(book.consecutive),
        "OLDLONG": ("old", "olds", "long"),
        "ADVERB": book.adverbs,
        "LASTING": book.lasting,
        "HOWOFTEN": book.times,
        "NAMEDBY": sorted(book.named_by),
        "FRAME": sorted(book.frames),
        "CONTEXTUAL": sorted(book.contextual - {"that"}),
        "THISLAST": ("this", "last", "next"),
        "LASTTHIS": ("this", "last"),
        "NEAR": ("this", "last", "next", "coming", "upcoming"),
        "MOVING": ("last", "past", "this", "that", "next", "coming", "upcoming"),
        "BEFOREAFTER": ("before", "after", "earlier", "later"),
        "AGOEARLIER": ("ago", "earlier"),
        "LATER": sorted(book.later),
        "ZONE": sorted({*book.zones, *book.shared_zones}),
        "CITY": book.city_zones,
        "WEEKSPAN": ("week", "weekend"),
        "JOINT": ("and", "or", "to", "through"),
        "QUARTER": (CODE,),
        "FISCAL": (CODE,),
        "AFTER_DAY": AFTER_DAY,
        "BC": ("bc", "bce", "b.c."),
    }
