"""Giant articles are compared in part: a story opens in seconds, whatever was put into the store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.model.collation import Brief, LedgerUnion
from sayso.model.finding import spans_of
from sayso.model.ids import with_id
from sayso.model.ledger import By, Caveat
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span

CODE = "compared_in_part"
# A long report has 100,000 characters; no article has so many records.
MOST_CHARACTERS = 200_000
MOST_RECORDS = 1_000
# So many characters before and after the words of a record stay: quotation marks and what else stands around them.
_AROUND = 300
_BY = By(extractor="desk", version="1")


def lightened(ledger: Ledger) -> Ledger:
    """The ledger itself, or of a giant article what can be compared in seconds, and a Caveat ``compared_in_part``.

    That are the first `MOST_RECORDS` records, and of the text the first `MOST_CHARACTERS` and what stands
    around those records: the rest is blank, so that offsets stay what they are.
    """
    article = ledger.article
    length = len(article.text)
    if length <= MOST_CHARACTERS and len(ledger.records) <= MOST_RECORDS:
        return ledger
    records = ledger.records
    if len(records) > MOST_RECORDS:
        records = tuple(sorted(records, key=_place)[:MOST_RECORDS])
    kept = list(_stretches(spans_of(records), length))
    shown = sum(last - first for first, last in kept)
    detail = (
        f"{len(records):,} of {len(ledger.records):,} records and {shown:,} of {length:,} characters "
        "are compared; its own page has all"
    )
    caveat = Caveat(
        id="", article=article.id, spans=(), code=CODE, detail=detail, about=article.id, by=_BY
    )
    within = _Within(kept)
    return msgspec.structs.replace(
        ledger,
        article=msgspec.structs.replace(article, text=_blanked(article.text, kept)),
        mentions=tuple(one for one in ledger.mentions if within.holds(one.span)),
        declared=tuple(
            one for one in ledger.declared if one.span is None or within.holds(one.span)
        ),
        records=(*records, with_id(caveat)),
    )


def made_whole(brief: Brief, articles: Mapping[str, Article]) -> Brief:
    """The brief with these articles, by their ids, in place of their beginnings."""
    return msgspec.structs.replace(
        brief,
        records=tuple(
            articles.get(one.id, one) if isinstance(one, Article) else one for one in brief.records
        ),
    )


def _place(record: LedgerUnion) -> tuple[int, str]:
    """Where a record begins, as far as it stands in the text; then its id."""
    return min((span.start for span in record.spans if span.part == "text"), default=0), record.id


def _stretches(spans: Iterable[Span], length: int) -> Iterator[tuple[int, int]]:
    """What of a text of that length stays, in its order, apart from each other."""
    first, last = 0, min(MOST_CHARACTERS, length)
    for start, end in sorted((one.start, one.end) for one in spans if one.part == "text"):
        if start - _AROUND > last:
            yield first, last
            first = start - _AROUND
        last = max(last, min(end + _AROUND, length))
    yield first, last


def _blanked(text: str, kept: Iterable[tuple[int, int]]) -> str:
    """The text with blanks between what is kept, and nothing behind it."""
    pieces: list[str] = []
    at = 0
    for first, last in kept:
        pieces += (" " * (first - at), text[first:last])
        at = last
    return "".join(pieces)


class _Within:
    """Whether words stand in one of some stretches, which are in their order."""

    def __init__(self, kept: Iterable[tuple[int, int]]) -> None:
        self._firsts, self._lasts = zip(*kept, strict=True)

    def holds(self, span: Span) -> bool:
        """Words of other parts than the text always do."""
        if span.part != "text":
            return True
        at = bisect_right(self._firsts, span.start) - 1
        return at >= 0 and span.end <= self._lasts[at]
