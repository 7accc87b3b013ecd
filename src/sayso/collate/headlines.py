"""Headlines that their own text does not bear out: it denies them, tells them as possible, gives another number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.doubts import BY
from sayso.collate.marked import marked
from sayso.collate.parties import Parties
from sayso.collate.tellings import Telling
from sayso.collate.words import Word, stems_of
from sayso.model.ids import with_id
from sayso.model.ledger import Caveat, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span

# Where a sentence ends: good enough for words that are counted.
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’']*(?=\s|$)|(?=\n)|$)")
_ASKS = frozenset("?:")
_LEAST = 3  # content words of a headline that can be compared
_WORDS = 2  # of the headline in a sentence that denies one of them


class _Said(NamedTuple):
    """A sentence of the text: its stems, its numbers, the stems that it denies, and whether it is firm."""

    span: Span
    stems: frozenset[str]
    numbers: frozenset[str]
    denies: frozenset[str]
    firm: bool


def against_their_text(
    ledgers: Sequence[Ledger], tellings: Sequence[Telling], parties: Parties, book: AccountBook
) -> tuple[Caveat, ...]:
    """`headline_against_text` for each headline that tells more, or other, than any sentence below it."""
    found = []
    by_article: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.statement.article].append(telling)
    for ledger in ledgers:
        article = ledger.article
        own = by_article[article.id]
        if not article.title:
            continue
        words = marked(ledger).timeless(article.span(0, len(article.title), "title"), book)
        if words and not _is_open(ledger, words, book):
            doubt = _doubt(ledger, words, own, parties, book)
            if doubt is not None:
                found.append(_caveat(article, *doubt))
    return tuple(found)


def _is_open(ledger: Ledger, words: Sequence[Word], book: AccountBook) -> bool:
    """Whether a headline asks, tells whose words it has, denies, or leaves open what it tells."""
    loose = book.soft | book.negations | book.lacking
    attributed = any(
        isinstance(record, Statement) and any(span.part == "title" for span in record.content)
        for record in ledger.records
    )
    title = ledger.article.title or ""
    return (
        attributed
        or bool(_ASKS.intersection(title))
        or any(word.folded in loose for word in words)
        or len(stems_of(words)) < _LEAST
    )


def _doubt(
    ledger: Ledger,
    words: Sequence[Word],
    tellings: Sequence[Telling],
    parties: Parties,
    book: AccountBook,
) -> tuple[str, Span] | None:
    """What the text makes of the headline, and its sentence; None where it bears it out, or tells nothing of it."""
    numbers = _numbers(words)
    title = stems_of(words) - numbers
    body = list(_sentences(ledger, tellings, book))
    ours = {
        span.start
        for telling in tellings
        if telling.first_person and _may_speak_for(telling, ledger.article.title or "", parties)
        for span in telling.evidence
    }
    for stem in sorted(title):
        told = [one for one in body if stem in one.stems]
        if told and all(stem in one.denies for one in told):
            for one in told:
                inside = any(one.span.start <= start < one.span.end for start in ours)
                if inside or len(title & one.stems) >= _WORDS:
                    return "the text tells it only as denied", one.span
    same = [
        one for one in body if len(title & one.stems) >= book.limits.besides_time_share * len(title)
    ]
    if same and not any(one.firm and not one.denies & title for one in same):
        return "the text tells it only as possible or denied", same[0].span
    if (
        same
        and numbers
        and not any(numbers & one.numbers for one in body)
        and not _stands(numbers, ledger)
    ):
        other = next((one for one in same if len(one.numbers) == len(numbers)), None)
        if other is not None:
            return "the text gives another number", other.span
    return None


def _may_speak_for(telling: Telling, title: str, parties: Parties) -> bool:
    """Whether the speaker's state stands in the headline, or is not known."""
    actor = parties.actor(telling.statement.speaker)
    return actor is None or actor.country is None or parties.state(actor.country) in title


def _sentences(ledger: Ledger, tellings: Sequence[Telling], book: AccountBook) -> Iterator[_Said]:
    article, around = ledger.article, marked(ledger)
    weak = [
        span
        for telling in tellings
        if telling.denied or telling.statement.modality in {"possible", "hypothetical", "feared"}
        for span in telling.evidence
    ]
    for match in _SENTENCE.finditer(article.text):
        span = article.span(match.start(), match.end())
        words = around.timeless(span, book)
        if not words:
            continue
        soft = any(word.folded in book.soft for word in words)
        denies = frozenset(_denied(words, book))
        yield _Said(
            span=span,
            stems=stems_of(words),
            numbers=_numbers(words),
            denies=denies,
            firm=not soft and not _inside(span, weak),
        )


def _numbers(words: Sequence[Word]) -> frozenset[str]:
    """The whole numbers among some words; "3bn" may be written otherwise."""
    return frozenset(word.stem for word in words if word.stem and word.stem.isdigit())


def _stands(numbers: Collection[str], ledger: Ledger) -> bool:
    """Whether a number stands in the text in any sense, as of a year."""
    return any(number in ledger.article.text for number in numbers)


def _denied(words: Sequence[Word], book: AccountBook) -> Iterator[str]:
    """The stems next behind a negation."""
    waiting = False
    for word in words:
        if word.folded in book.negations:
            waiting = True
        elif waiting and word.stem is not None:
            yield word.stem
            waiting = False


def _inside(span: Span, weak: Collection[Span]) -> bool:
    return any(
        one.part == span.part and one.start < span.end and span.start < one.end for one in weak
    )


def _caveat(article: Article, detail: str, words: Span) -> Caveat:
    title = article.title or ""
    return with_id(
        Caveat(
            id="",
            article=article.id,
            spans=(article.span(0, len(title), "title"), words),
            code="headline_against_text",
            detail=f"its headline is not borne out: {detail}",
            about=article.id,
            by=BY,
        )
    )
