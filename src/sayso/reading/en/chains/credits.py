"""Sources that an article names outside of its sentences: datelines, credit tags, bylines.

"SEOUL, June 21 (Kyodo) —" and a byline's agency stand for the whole article; a tag in brackets that
cleaning cut ("… release via Interfax") stands for the paragraph that it closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.books.entered import Naming
from sayso.books.library import Books
from sayso.books.wording import words_of
from sayso.model.text import NEWSROOMS, Actor, Article, Party, Span, actor_id
from sayso.reading.en.datelines import dateline_source

_BYLINE = re.compile(r"\b(?:via|by|from|credit:|source:)\s+", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"[(\[](?:source|credit|attribution|via):?\s(?P<source>[^()\[\]\n]{2,60})[)\]]", re.IGNORECASE
)
# "… she said. Source: Reuters", at the end of a paragraph.
_AT_END = re.compile(
    r"(?<=[.!?”\"’] )(?:source|credit|via):\s(?P<source>[^()\n]{2,60})$",
    re.IGNORECASE | re.MULTILINE,
)
# A tag that is nothing but a name: "… he said (Reuters)."
_BARE = re.compile(r"[(\[](?P<source>[^()\[\]\n]{2,40})[)\]](?=[.!?]?[”\"’]?(?:\s|$))")
# A last line that names the source of it all: "Source: Reuters"; a last word in brackets: "(Delvane)".
_LAST_LINE = re.compile(
    r"^(?:source|credit|via):\s(?P<source>[^()\n]{2,40})\s*\Z", re.IGNORECASE | re.MULTILINE
)
_LAST_WORD = re.compile(r"[.!?”\"’]\s*\((?P<source>[A-Z][\w.-]+(?: [A-Z][\w.-]+)?)\)\s*\Z")
# "… he told a news conference. — AFP"
_SIGNED = re.compile(r"[.!?”\"’]\s*[—–-]{1,2}\s?(?P<source>[A-Z][\w./ -]{1,30})\s*\Z")
_REPORTING = re.compile(
    r"^\W*(?:with |additional |some )*(?:reporting|inputs?|material|files?) (?:by|from) .{2,80}$",
    re.IGNORECASE | re.MULTILINE,
)
# "(Translated from Amharic by Horn Wire)", "Translation: BBC Monitoring", a line of its own or the last words.
_TRANSLATED = re.compile(
    r"[(\[]?\btranslat(?:ed|ion)\b(?: from(?: the)? [A-Z]\w+)?(?: by| for|:)\s"
    r"(?P<source>[A-Z][^()\[\]\n]{1,50}?)[)\].]*\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# What follows the author's name in a byline: "By Mira Solen, Corvane", "By Mira Solen | Northern Wire".
_BEHIND = re.compile(
    r"^(?i:by)\s+[^,|/]+?\s*(?P<mark>[,|/])\s*(?P<source>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})\s*$"
)
_WHOLE = frozenset({"byline", "credit", "dateline", "agency"})
_TAG = frozenset({"attribution_tag"})
_LONGEST_BYLINE = 120  # characters; a longer piece is no credit


class Credit(NamedTuple):
    """A source that is credited for the text of [start, end), with the words that say so."""

    start: int
    end: int
    party: Party
    span: Span
    actor: Actor


def find_credits(article: Article, books: Books) -> tuple[Credit, ...]:
    """All credits, those of a paragraph before those of the whole article."""
    tagged = [*_tags(article, books), *_inline(article, books), *_bare(article, books)]
    whole = [
        *_datelines(article, books),
        *_bylines(article, books),
        *_reporting(article, books),
        *_last(article, books),
    ]
    return (*tagged, *whole)


def _tags(article: Article, books: Books) -> Iterator[Credit]:
    for number, piece in enumerate(article.dropped):
        if piece.reason not in _TAG or piece.at is None:
            continue
        start = article.text.rfind("\n", 0, piece.at) + 1
        part = f"dropped/{number}"
        found = list(_carriers(piece.text, books))
        after_via = [hit for hit in found if _BYLINE.search(piece.text, 0, hit[0])]
        for low, high, actor in (after_via or found)[:1]:
            span = article.span(low, high, part)
            yield Credit(start, piece.at + 1, _party(actor, span), span, actor)


def _inline(article: Article, books: Books) -> Iterator[Credit]:
    """Reads "(Source: Reuters)", "Source: Reuters" in the text itself, for the paragraph that it closes."""
    tags = (*_IN_BRACKETS.finditer(article.text), *_AT_END.finditer(article.text))
    for match in tags:
        start = article.text.rfind("\n", 0, match.start("source")) + 1
        for low, high, actor in list(_carriers(match.group("source"), books))[:1]:
            at = match.start("source")
            span = article.span(at + low, at + high)
            yield Credit(start, match.start(), _party(actor, span), span, actor)


def _bare(article: Article, books: Books) -> Iterator[Credit]:
    """Reads "(Reuters)" at the end of a sentence, for its paragraph so far; not "the agency X (X)".

    Of "(dpa/AFP)", where all are known, the first stands for them.
    """
    for match in _BARE.finditer(article.text):
        source = match.group("source")
        start = article.text.rfind("\n", 0, match.start()) + 1
        before = {actor.id for _, _, actor in _carriers(article.text[start : match.start()], books)}
        parts = [list(_carriers(part, books)) for part in source.split("/")]
        named = [part[0] for part in parts if part]
        whole = sum(high - low for low, high, _ in named) + len(parts) - 1 == len(source)
        if whole and not before & {actor.id for _, _, actor in named}:
            _, high, actor = named[0]
            at = match.start("source")
            span = article.span(at, at + high)
            yield Credit(start, match.start(), _party(actor, span), span, actor)


def _reporting(article: Article, books: Books) -> Iterator[Credit]:
    """Reads "With reporting by X", a line of its own, for the whole article."""
    for match in _REPORTING.finditer(article.text):
        for low, high, actor in list(_carriers(match.group(), books))[:1]:
            if actor.name != article.outlet:
                span = article.span(match.start() + low, match.start() + high)
                yield Credit(0, len(article.text), _party(actor, span), span, actor)


def _last(article: Article, books: Books) -> Iterator[Credit]:
    """The source that ends an article, for all of it; a name that no book knows is an agency's."""
    translated = _TRANSLATED.search(article.text)
    if translated is not None:
        name = translated.group("source")
        if any(_carriers(name, books)) or not books.roles.wires.isdisjoint(name.casefold().split()):
            yield from _named(article, books, *translated.span("source"), 0)
    for match in (_LAST_LINE.search(article.text), _LAST_WORD.search(article.text)):
        if match is not None:
            yield from _named(article, books, *match.span("source"), 0)
    signed = _SIGNED.search(article.text)
    if signed is not None and any(_carriers(signed.group("source"), books)):
        yield from _named(article, books, *signed.span("source"), 0)


def _bylines(article: Article, books: Books) -> Iterator[Credit]:
    for number, piece in enumerate(article.dropped):
        if piece.reason not in _WHOLE or len(piece.text) > _LONGEST_BYLINE:
            continue
        part = f"dropped/{number}"
        known = list(_carriers(piece.text, books))
        for low, high, actor in known:
            if actor.type == "agency" and actor.name != article.outlet:
                span = article.span(low, high, part)
                yield Credit(0, len(article.text), _party(actor, span), span, actor)
                break
        behind = _BEHIND.search(piece.text) if piece.reason == "byline" and not known else None
        if behind is not None and _is_wire(behind, books):
            yield from _named(article, books, *behind.span("source"), 0, part)


def _is_wire(behind: re.Match[str], books: Books) -> bool:
    """Whether a name behind an author's is an agency's: parted by a stroke, or by a comma and one as such.

    After a comma there may be an office or a town as well: one word that is neither is an agency's.
    """
    words = behind.group("source").casefold().split()
    if not books.roles.wires.isdisjoint(words):
        return True
    if any(word in books.roles.writers for word in words) or books.cities.find(behind["source"]):
        return False
    return behind["mark"] != "," or len(words) == 1


def _datelines(article: Article, books: Books) -> Iterator[Credit]:
    """The source in the dateline of the first paragraph; one that no book knows is an agency."""
    first = article.text[: (article.text.find("\n") + 1) or None]
    found = dateline_source(first)
    if found is None:
        return
    yield from _named(article, books, *found, found[1])


def _named(
    article: Article, books: Books, start: int, end: int, first: int, part: str = "text"
) -> Iterator[Credit]:
    """The agency named at these offsets of a part, for all that follows `first`; an unknown name is one."""
    name = article.part(part)[start:end].strip()
    others = list(books.names.find(name, words_of(name)))
    wire = not books.roles.wires.isdisjoint(name.casefold().split())
    if others and not wire and not any(True for _ in _carriers(name, books)):
        return
    if any(letter.isdigit() for letter in name) or name == article.outlet:
        return
    sector = books.roles.sectors.types.get("agency")
    unknown = Actor(id=actor_id(name, None), type="agency", name=name, names=(name,), sector=sector)
    carriers = (hit for part in name.split("/") for hit in _carriers(part, books))
    actor = next((known for _, _, known in carriers), unknown)
    span = article.span(start, start + len(name), part)
    yield Credit(first, len(article.text), _party(actor, span), span, actor)


def _carriers(text: str, books: Books) -> Iterator[tuple[int, int, Actor]]:
    """The agencies and outlets of the books that a short text names."""
    for hit in books.names.find(text, words_of(text)):
        known = hit.value
        if isinstance(known, Naming) and known.actor.type in NEWSROOMS:
            yield hit.start, hit.end, known.actor


def _party(actor: Actor, span: Span) -> Party:
    return Party(name=span.text, resolved=actor.name, actor=actor.id, span=span)
