"""Words and thresholds by which collation compares accounts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from sayso.books.entries import Entry, Names
from sayso.books.load import read_book
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
    besides_time_share: float
    stem_letters: int


class Dismissals(Entry, frozen=True, kw_only=True):
    """Words by which somebody denies what he only names; `accounts.toml` says what each list is."""

    rejecting: Names
    naming: Names
    untrue: Names
    things: frozenset[str]
    pronouns: frozenset[str]
    papers: Names
    any_paper: frozenset[str]


class AccountBook(msgspec.Struct, frozen=True, eq=False):
    """What collation knows of one language, with the thresholds. A book equals itself alone."""

    limits: Thresholds
    broader: Mapping[str, frozenset[str]]
    rule_nouns: frozenset[str]
    barring_nouns: frozenset[str]
    function_words: frozenset[str]
    possessives: tuple[str, ...]
    endings: tuple[str, ...]
    negations: frozenset[str]
    lacking: frozenset[str]
    first_person: frozenset[str]
    firm: frozenset[str]
    soft: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]
    short_of: frozenset[str]
    occasions: Mapping[str, tuple[str, ...]]
    published: tuple[str, ...]
    presence: tuple[str, ...]
    telling: tuple[str, ...]
    newsroom_people: frozenset[str]
    documents: frozenset[str]
    pieces: frozenset[str]
    dismissals: Dismissals
    articles: frozenset[str]
    phrase_words: frozenset[str]
    topics: frozenset[str]
    numbers: NumberBook


class _Words(Entry, frozen=True, kw_only=True):
    words: str  # parted by white space


class _Listed(Entry, frozen=True, kw_only=True):
    words: Names


class _Documents(_Listed, frozen=True, kw_only=True):
    pieces: Names


class _Suffixes(Entry, frozen=True, kw_only=True):
    possessive: Names
    endings: Names


class _Certainty(Entry, frozen=True, kw_only=True):
    firm: str
    soft: str


class _Bounding(Entry, frozen=True, kw_only=True):
    until: str
    since: str
    short_of: str


class _Presence(Entry, frozen=True, kw_only=True):
    phrases: Names
    telling: Names
    people: frozenset[str]


class _Phrases(Entry, frozen=True, kw_only=True):
    articles: Names
    joining: Names
    topics: Names


class _Accounts(Entry, frozen=True, kw_only=True):
    source: str
    function_words: _Words
    suffixes: _Suffixes
    negations: _Words
    lacking: _Words
    first_person: _Words
    certainty: _Certainty
    bounding: _Bounding
    occasions: dict[str, Names]
    published: _Listed
    presence: _Presence
    documents: _Documents
    dismissals: Dismissals
    rules: _Words
    barring: _Words
    phrases: _Phrases


@cache
def load_accounts(language: str = "en") -> AccountBook:
    """The account book of a language; BookError where an entry is broken, or a threshold is missing."""
    book = read_book(language, "accounts", _Accounts)
    raw = tomllib.loads(files("sayso.books").joinpath("collation.toml").read_text("utf-8"))
    broader = raw.pop("broader", {})
    try:
        limits = msgspec.convert(raw, Thresholds)
    except msgspec.ValidationError as error:
        raise BookError(f"collation.toml: {error}") from error
    return AccountBook(
        limits=limits,
        broader={kind: frozenset(kinds) for kind, kinds in broader.items()},
        rule_nouns=frozenset(book.rules.words.split()),
        barring_nouns=frozenset(book.barring.words.split()),
        function_words=frozenset(book.function_words.words.split()),
        possessives=book.suffixes.possessive,
        endings=book.suffixes.endings,
        negations=frozenset(book.negations.words.split()),
        lacking=frozenset(book.lacking.words.split()),
        first_person=frozenset(book.first_person.words.split()),
        firm=frozenset(book.certainty.firm.split()),
        soft=frozenset(book.certainty.soft.split()),
        until=frozenset(book.bounding.until.split()),
        since=frozenset(book.bounding.since.split()),
        short_of=frozenset(book.bounding.short_of.split()),
        occasions=book.occasions,
        published=book.published.words,
        presence=book.presence.phrases,
        telling=book.presence.telling,
        newsroom_people=book.presence.people,
        documents=frozenset(book.documents.words),
        pieces=frozenset(book.documents.pieces),
        dismissals=book.dismissals,
        articles=frozenset(book.phrases.articles),
        phrase_words=frozenset((*book.phrases.articles, *book.phrases.joining)),
        topics=frozenset(book.phrases.topics),
        numbers=load_numbers(language),
    )
