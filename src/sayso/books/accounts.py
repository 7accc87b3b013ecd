"""Words and thresholds by which collation compares accounts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from sayso.books.numbers import NumberBook, load_numbers
from sayso.errors import BookError


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The thresholds of collation; `collation.toml` says what each one means."""

    measured: str
    quote_words: int
    quote_share: float
    long_quote_words: int
    quote_ratio: float
    quote_ratio_words: int
    same_wording_ratio: float
    rendering_ratio: float
    same_speaker_share: float
    same_speaker_words: int
    same_newsroom_words: int
    same_speaker_long_share: float
    same_speaker_long_words: int
    same_speaker_meaning: float
    no_speaker_meaning: float
    other_speaker_jaccard: float
    other_speaker_share: float
    other_speaker_words: int
    other_speaker_meaning: float
    other_speaker_shared: int
    negation_words: int
    crowd: int
    occasion_gap_days: int
    reprint_share: float
    reprint_run: int
    reprint_runs: int
    unnamed_source_share: float
    slot_word_share: float
    stem_letters: int


class AccountBook(msgspec.Struct, frozen=True, eq=False):
    """What collation knows of one language, with the thresholds. A book equals itself alone."""

    limits: Thresholds
    broader: Mapping[str, frozenset[str]]
    rule_nouns: frozenset[str]
    function_words: frozenset[str]
    possessives: tuple[str, ...]
    endings: tuple[str, ...]
    negations: frozenset[str]
    lacking: frozenset[str]
    first_person: frozenset[str]
    firm: frozenset[str]
    soft: frozenset[str]
    occasions: Mapping[str, tuple[str, ...]]
    published: tuple[str, ...]
    presence: tuple[str, ...]
    telling: tuple[str, ...]
    newsroom_people: frozenset[str]
    documents: frozenset[str]
    numbers: NumberBook


@cache
def load_accounts(language: str = "en") -> AccountBook:
    """The account book of a language; BookError where a threshold is missing or is not a number."""
    folder = files("sayso.books")
    words: dict[str, Any] = tomllib.loads(
        folder.joinpath(language, "accounts.toml").read_text("utf-8")
    )
    raw = tomllib.loads(folder.joinpath("collation.toml").read_text("utf-8"))
    broader = raw.pop("broader", {})
    try:
        limits = msgspec.convert(raw, Thresholds)
    except msgspec.ValidationError as error:
        raise BookError(f"collation.toml: {error}") from error
    return AccountBook(
        limits=limits,
        broader={kind: frozenset(kinds) for kind, kinds in broader.items()},
        rule_nouns=frozenset(words["rules"]["words"].split()),
        function_words=frozenset(words["function_words"]["words"].split()),
        possessives=tuple(words["suffixes"]["possessive"]),
        endings=tuple(words["suffixes"]["endings"]),
        negations=frozenset(words["negations"]["words"].split()),
        lacking=frozenset(words["lacking"]["words"].split()),
        first_person=frozenset(words["first_person"]["words"].split()),
        firm=frozenset(words["certainty"]["firm"].split()),
        soft=frozenset(words["certainty"]["soft"].split()),
        occasions={kind: tuple(nouns) for kind, nouns in words["occasions"].items()},
        published=tuple(words["published"]["words"]),
        presence=tuple(words["presence"]["phrases"]),
        telling=tuple(words["presence"]["telling"]),
        newsroom_people=frozenset(words["presence"]["people"]),
        documents=frozenset(words["documents"]["words"]),
        numbers=load_numbers(language),
    )
