"""What a store is asked in words, and what it answers."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.model.ledger import Statement
from sayso.model.text import Article

Among = Literal["articles", "statements"]


class Phrase(msgspec.Struct, frozen=True):
    """Words that stand one after another, as `sayso.model.words` writes them.

    `open`: the last one may go on, so that "missil" is met by "missile".
    """

    words: tuple[str, ...]
    open: bool = False


class Term(msgspec.Struct, frozen=True):
    """Phrases of which one is enough: a word and the spellings that it may have."""

    phrases: tuple[Phrase, ...]


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched: all `terms` and nothing of `without` in the words of one article or statement.

    `who` are words of which each stands in the name or role of somebody whom an article names, or of one
    party of a statement; `outlet` are words of an outlet's name. `since` and `until` (ISO dates, both
    inclusive) ask for what can be told to lie between them: the record's own days, else those of the
    publication. At least one term is needed.
    """

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()
    who: tuple[Term, ...] = ()
    outlet: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """An article that was found, or a statement with its article."""

    article: Article
    statement: Statement | None = None


class Hits(msgspec.Struct, frozen=True, kw_only=True):
    """One page of what was found, the best first, of `ranked` hits.

    `more`: there are others, which the store took in before those that are ranked.
    """

    hits: tuple[Hit, ...]
    ranked: int
    more: bool
