"""What an article brings that others do not: claims that it alone tells, or tells before the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.collate.doubts import BY
from sayso.model.collation import Claim, ClaimRecord, Origin, OriginPath
from sayso.model.ids import with_id
from sayso.model.ledger import Caveat, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span

# A full stop, a blank and a capital or a quotation: good enough for an article's first sentence.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?][”\"’']?\s+(?=[^\W\d_a-z]|[“\"])")


def published_at(ledgers: Iterable[Ledger]) -> Mapping[str, str | None]:
    """The day or instant (ISO 8601) at which each article was published; None where none is told."""
    return {
        ledger.article.id: ledger.article.published.start if ledger.article.published else None
        for ledger in ledgers
    }


def is_new(claim: Claim, article: str, published: Mapping[str, str | None]) -> bool:
    """True for a claim that the article alone tells, or tells first where all who tell it are dated."""
    if claim.articles == (article,):
        return True
    mine = published[article]
    others = (published[key] for key in claim.articles if key != article)
    return mine is not None and all(other is not None and mine < other for other in others)


def nothing_new(ledgers: Sequence[Ledger], claims: Iterable[Claim]) -> tuple[Caveat, ...]:
    """`no_new_information`: beyond its first sentence an article brings nothing that others do not.

    A new statement counts where it is put to somebody by name or quotes somebody, any other new claim always;
    so does one whom the article alone names for or against a known claim, and a further occasion. An article
    that shares no claim with another one, or tells one of those first, repeats nobody, and gets no Caveat.
    """
    published = published_at(ledgers)
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in claim.articles:
            own[key].append(claim)
    return tuple(
        _caveat(ledger.article, own[ledger.article.id])
        for ledger in ledgers
        if _repeats(ledger.article.id, own[ledger.article.id], published)
        and not _brings(ledger.article, own[ledger.article.id], published)
    )


def _repeats(article: str, own: Sequence[Claim], published: Mapping[str, str | None]) -> bool:
    """Whether it shares claims with others, and tells none of them first."""
    shared = [claim for claim in own if len(claim.articles) > 1]
    return bool(shared) and not any(is_new(claim, article, published) for claim in shared)


def _brings(article: Article, own: Sequence[Claim], published: Mapping[str, str | None]) -> bool:
    first = _SENTENCE_END.search(article.text)
    end = first.start() if first else len(article.text)
    return any(
        _reaffirms(claim, article.id)
        or any(
            span.part == "text" and span.start > end
            for span in _news(claim, article.id, is_new(claim, article.id, published))
        )
        for claim in own
    )


def _reaffirms(claim: Claim, article: str) -> bool:
    """True where the article alone shows that it was said on a further occasion."""
    occasions = claim.occasions or ()
    return len(occasions) > 1 and any(
        {span.article for span in occasion.spans} == {article} for occasion in occasions
    )


def _news(claim: Claim, article: str, new: bool) -> Iterator[Span]:
    """The article's words for what is new: a claim, or one whom it alone names for or against it."""
    for origin in (*claim.origins, *claim.denials):
        named = origin.party is not None and origin.party.actor is not None
        alone = {path.article for path in origin.paths if _names(path)} == {article}
        told = named or (origin.party is not None and _is_quoted(claim.record))
        if (named and alone) or (new and (told or claim.about != "statement")):
            yield from _evidence(origin, article)


def _is_quoted(record: ClaimRecord) -> bool:
    return isinstance(record, Statement) and record.form != "indirect"


def _names(path: OriginPath) -> bool:
    """Whether an article tells by name who said it."""
    last = path.chain[-1].party if path.chain else None
    return last is not None and last.actor is not None


def _evidence(origin: Origin, article: str) -> Iterator[Span]:
    return (span for path in origin.paths if path.article == article for span in path.evidence)


def _caveat(article: Article, claims: Sequence[Claim]) -> Caveat:
    words = (
        span
        for claim in claims
        for origin in (*claim.origins, *claim.denials)
        for span in _evidence(origin, article.id)
    )
    spans = {(span.part, span.start, span.end): span for span in words}
    detail = (
        "beyond its first sentence it brings nothing from anybody named that others do not tell"
    )
    return with_id(
        Caveat(
            id="",
            article=article.id,
            spans=tuple(spans[key] for key in sorted(spans)),
            code="no_new_information",
            detail=detail,
            about=article.id,
            by=BY,
        )
    )
