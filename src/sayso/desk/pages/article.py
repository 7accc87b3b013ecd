"""An article: its words with every record where it stands, what was cut, its sources, what only it adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.listing import head_of
from sayso.briefs.numbers import counted
from sayso.briefs.telling import claim_words, evidence
from sayso.desk.drawing.marking import Noted, Piece, marked
from sayso.desk.library import Told
from sayso.desk.showing import KEPT, Asked, Desk, OurDesk
from sayso.desk.words import short
from sayso.errors import UsageError
from sayso.model.collation import BriefArticle, Claim, ClaimRecord, LedgerUnion
from sayso.model.ids import kind_of
from sayso.model.ledger import Caveat
from sayso.model.text import Article, Party, Span


class Beside(NamedTuple):
    """A record beside the text."""

    id: str
    noted: Noted
    head: str
    modality: str
    chain: tuple[str, ...]
    claim: Claim | None
    figures: str


class Cut(NamedTuple):
    """A piece that cleaning cut, and why."""

    reason: str
    pieces: tuple[Piece, ...]


@get("/article/{article:str}", opt=KEPT, sync_to_thread=True)
def show_article(request: Asked, desk: OurDesk, article: FromPath[str]) -> Response[bytes]:
    """One article with its records."""
    story = desk.library.shelf().story_of.get(article)
    told = desk.library.told(story.id) if story else None
    if told is None:
        raise UsageError(f"no article {article} is here")
    one = _brief_article(told, article)
    held = told.articles[article]
    records = _records(desk, article)
    return desk.show(
        request,
        "article.html",
        records,
        title=held.title or told.page.labels[article],
        **_context(told, one, held, records),
    )


def _records(desk: Desk, article: str) -> list[Article | LedgerUnion]:
    ledger = desk.library.ledger(article)
    if ledger is None:
        raise UsageError(f"no article {article} is here any more")
    return [ledger.article, *ledger.records]


def _context(
    told: Told, one: BriefArticle, article: Article, records: Sequence[Article | LedgerUnion]
) -> dict[str, Any]:
    ordered = _ordered(r for r in records if not isinstance(r, Caveat | Article))
    beside = [_beside(told, number, record) for number, record in enumerate(ordered, 1)]
    noted = [record.noted for record in beside]
    cited = told.cited.get(article.id, ())
    return {
        "told": told,
        "article": article,
        "label": told.page.labels[article.id],
        "one": one,
        "heading": marked(article.title or "", "title", noted, cited),
        "words_of": lambda claim: short(claim_words(told.page, claim), 110),
        "text": marked(article.text, "text", noted, cited),
        "cuts": _cuts(article, noted, cited),
        "beside": beside,
        "kinds": _kinds(noted),
        "declared": _names(told, one.declared),
        "left_out": _names(told, one.left_out),
        "adds": [claim for claim in told.page.claims if claim.articles == (article.id,)],
        "doubts": [caveat for caveat in told.brief.caveats if caveat.article == article.id],
        "others": [other for other in told.brief.articles if other.article != article.id],
    }


def _brief_article(told: Told, article: str) -> BriefArticle:
    return next(one for one in told.brief.articles if one.article == article)


def _ordered(records: Iterable[ClaimRecord]) -> list[ClaimRecord]:
    """Records by where they stand: the title's first, what was cut last."""
    parts = {"title": 0, "text": 1}

    def place(record: ClaimRecord) -> tuple[int, int, str]:
        first = min(evidence(record), key=lambda s: (parts.get(s.part, 2), s.start))
        return parts.get(first.part, 2), first.start, record.id

    return sorted(records, key=place)


def _beside(told: Told, number: int, record: ClaimRecord) -> Beside:
    claim = told.claim_of.get(record.id)
    links = [told.page.name(link.party) if link.party else "somebody" for link in record.chain]
    return Beside(
        id=record.id,
        noted=Noted(number, kind_of(record), evidence(record)),
        head=head_of(record),
        modality=record.modality,
        chain=tuple(link for i, link in enumerate(links) if i == 0 or links[i - 1] != link),
        claim=claim,
        figures=counted(claim, len(told.brief.articles)) if claim else "",
    )


def _cuts(article: Article, noted: Sequence[Noted], cited: Sequence[Span]) -> list[Cut]:
    return [
        Cut(one.reason, marked(one.text, f"dropped/{number}", noted, cited))
        for number, one in enumerate(article.dropped)
    ]


def _kinds(noted: Sequence[Noted]) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for one in noted:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _names(told: Told, parties: Sequence[Party]) -> list[str]:
    return list(dict.fromkeys(told.page.name(party) for party in parties))


HANDLERS = (show_article,)
