"""A Reading: what extractors get of one article. Frozen and plain; never printed."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from sayso.model.collation import LedgerUnion
from sayso.model.ledger import Act, Caveat, Form, Link, Modality
from sayso.model.text import Actor, Article, Mention, Party, Span, When


class Token(NamedTuple):
    """A token: offsets in the article's text, Universal POS, Penn tag, dependency and head (index)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


class Sentence(NamedTuple):
    """A sentence: offsets in the text, its tokens [first, last), its paragraph, and if it is a heading."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    heading: bool


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One act of speech, writing, thought or intention, with its chain from the outlet to the origin."""

    form: Form
    act: Act
    speaker: Party | None
    addressees: tuple[Party, ...] = ()
    cue: Span | None
    content: tuple[Span, ...]
    chain: tuple[Link, ...]
    occasion: str | None = None
    modality: Modality = "asserted"
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    caveats: tuple[tuple[str, str], ...] = ()


ArgumentRole = Literal[
    "agent",
    "patient",
    "goal",
    "source",
    "benefit",
    "via",
    "place",
    "under",
    "with",
    "of",
    "about",
    "against",
    "as",
    "between",
    "purpose",
]
Tense = Literal["past", "present", "future", "none"]


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """One argument of a predicate: its role, its words, and who it is where it can act or speak."""

    role: ArgumentRole
    span: Span
    head: str
    party: Party


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """A verb or noun that says what happens, with its arguments.

    `senses` are those that the books give the word in this frame, as ``book:sense``. `attribution` and
    `condition` are indexes into the Reading: whose words it stands in, and of which condition it is part.
    `clause` covers the words of the predicate with all its arguments.
    """

    lemma: str
    noun: bool
    senses: tuple[str, ...]
    trigger: Span
    arguments: tuple[Argument, ...]
    negated: bool
    modality: Modality
    tense: Tense
    when: When | None
    attribution: int | None
    condition: int | None
    sentence: int
    clause: Span


class Conditional(msgspec.Struct, frozen=True, kw_only=True):
    """If this, then that: the words of the condition and of what is to follow from it.

    `marker` is what makes it a condition ("if", an inverted "should"), None where a subject stands for
    the condition ("such a step would …"). `attribution` is an index into the Reading.
    """

    marker: Span | None
    condition: tuple[Span, ...]
    consequence: tuple[Span, ...]
    attribution: int | None
    sentence: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article as language: tokens, sentences, mentions, actors and attributions.

    `actors` are those that the article names, known to the books or not. `declared` are the sources that
    the article names anywhere (agencies, outlets, speakers of credits). Spans lie in the article's parts.
    """

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    conditions: tuple[Conditional, ...] = ()
    declared: tuple[Party, ...] = ()
    caveats: tuple[Caveat, ...] = ()


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What extraction gives of one article, and all that collation sees of it."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    declared: tuple[Party, ...] = ()
    records: tuple[LedgerUnion, ...] = ()
