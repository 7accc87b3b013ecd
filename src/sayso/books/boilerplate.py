"""What pages put around an article: phrases of menus, widgets, comment boxes, credits, with what they head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from sayso.books.load import read_book
from sayso.errors import BookError

Where = Literal["any", "edge"]
Takes = Literal["line", "next", "list", "rest"]


class Phrase(NamedTuple):
    """Why a line that matches is cut, and what goes with it.

    `where` is ``edge`` for words that stand in articles too: they count only before the first paragraph of
    prose and after the last one. `takes` is ``next`` where the line below belongs to it (a title), ``list``
    where the lines below it do that are no prose, and ``rest`` where at the end of a page all that
    follows does. `sentence` allows a pattern to match a full sentence.
    """

    reason: str
    where: Where
    takes: Takes
    sentence: bool


class Boilerplate(NamedTuple):
    """The phrases of one language, in lower case without the punctuation at their ends."""

    whole: dict[str, Phrase]
    patterns: tuple[tuple[re.Pattern[str], Phrase], ...]
    credits: re.Pattern[str]
    tag_labels: frozenset[str]
    byline: re.Pattern[str]
    not_authors: frozenset[str]
    dateline_words: frozenset[str]
    sent: frozenset[str]
    update: re.Pattern[str]

    def find(self, line: str) -> Phrase | None:
        """The phrase that a whole line is. What opens with a quotation mark is somebody's words."""
        words = plain(line)
        if (phrase := self.whole.get(words)) is not None:
            return phrase
        if _QUOTED.match(line):
            return None
        sentence = bool(_SENTENCE.search(line))
        for form, phrase in self.patterns:
            if (phrase.sentence or not sentence) and form.fullmatch(words):
                return phrase
        return None

    def is_credit(self, line: str) -> bool:
        """If a whole line says whose picture stood there; a sentence does not."""
        words = plain(line)
        if _QUOTED.match(line) or _SENTENCE.search(line):
            return False
        return self.credits.fullmatch(words) is not None


class _Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    reason: str
    source: str
    where: Where = "any"
    takes: Takes = "line"
    sentence: bool = False
    lines: tuple[str, ...]


class _Credits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    source: str
    lines: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    source: str
    byline: tuple[str, ...]
    not_authors: tuple[str, ...]
    dateline: tuple[str, ...]
    sent: tuple[str, ...]
    update: tuple[str, ...]
    tags: tuple[str, ...]


class _Book(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    phrases: tuple[_Group, ...]
    credits: _Credits
    words: _Words


_ENDS = re.compile(r"^(?:(?!©)[\W_])+|[\W_]+$")
_QUOTED = re.compile(r"\s*[\"“”„«‘']")
# Four words and a full stop: too much for a label.
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S+(?<=[.!?])[\"”»’')\]]*\s*$")


def plain(line: str) -> str:
    """A line as the book writes it: lower case, single spaces, no marks or punctuation at its ends.

    >>> plain("  Share   this: ")
    'share this'
    """
    return _ENDS.sub("", " ".join(line.split())).casefold()


@cache
def load_boilerplate(language: str = "en") -> Boilerplate:
    """The book of a language; BookError where an entry is broken or two groups hold the same line.

    In the book ``*`` stands for any words and ``#`` for a number.
    """
    book = read_book(language, "boilerplate", _Book)
    whole: dict[str, Phrase] = {}
    patterns: list[tuple[re.Pattern[str], Phrase]] = []
    for group in book.phrases:
        phrase = Phrase(group.reason, group.where, group.takes, group.sentence)
        for line in group.lines:
            example = line.replace("*", "x").replace("#", "1")
            if example != plain(example) or line in whole:
                raise BookError(f"{language}/boilerplate.toml: {line!r}: not plain, or there twice")
            if example == line:
                whole[line] = phrase
        if wild := [line for line in group.lines if "*" in line or "#" in line]:
            patterns.append((_patterns(wild), phrase))
    words = book.words
    return Boilerplate(
        whole=whole,
        patterns=tuple(patterns),
        credits=_patterns(book.credits.lines),
        tag_labels=frozenset(words.tags),
        byline=re.compile(rf"(?:{'|'.join(map(re.escape, words.byline))})\s+(?=\S)", re.IGNORECASE),
        not_authors=frozenset(words.not_authors),
        dateline_words=frozenset(words.dateline),
        sent=frozenset(words.sent),
        update=re.compile(rf"\b(?:{'|'.join(map(re.escape, words.update))})\b", re.IGNORECASE),
    )


def _patterns(lines: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, lines)), re.DOTALL)


def _pattern(line: str) -> str:
    """A star behind a letter stands also for nothing, any other one for some words."""
    stars = {"*": ".+", "#": r"\d[\d,.]*"}
    return "".join(
        ".*" if c == "*" and before.isalnum() else stars.get(c, re.escape(c))
        for before, c in zip(" " + line, line, strict=False)
    )
