"""A Reading: what extractors get of one article. Frozen and plain; never printed."""

from __future__ import annotations

from typing import NamedTuple

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
    declared: tuple[Party, ...] = ()
    caveats: tuple[Caveat, ...] = ()


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What extraction gives of one article, and all that collation sees of it."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    declared: tuple[Party, ...] = ()
    records: tuple[LedgerUnion, ...] = ()
