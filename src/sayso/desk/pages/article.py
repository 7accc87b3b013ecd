"""An article: its words with every record where it stands, what was cut, its sources, what only it adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.listing import head_of
from sayso.briefs.numbers import counted
from sayso.briefs.telling import claim_words, evidence
from sayso.desk.drawing.marking import Noted, Piece, marked
from sayso.desk.library import Told
from sayso.desk.showing import Asked, OurDesk
from sayso.desk.words import short
from sayso.errors import UsageError
from sayso.model.collation import BriefArticle, Claim, ClaimRecord
from sayso.model.ids import kind_of
from sayso.model.ledger import Caveat
from sayso.model.text import Article, Party, Span


class Beside(NamedTuple):
    """A record beside the text."""

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


@get("/article/{article:str}", sync_to_thread=True)
def show_article(request: Asked, desk: OurDesk, article: FromPath[str]) -> Response[bytes]:
    """One article with its records."""
    ledger = desk.library.ledger(article)
    story = desk.library.shelf().story_of.get(article)
    told = desk.library.told(story.id) if story else None
    if ledger is None or told is None:
        raise UsageError(f"no article {article} is here")
    records = _ordered(r for r in ledger.records if not isinstance(r, Caveat))
    beside = [_beside(told, number, record) for number, record in enumerate(records, 1)]
    noted = [one.noted for one in beside]
    cited = told.cited.get(article, ())
    return desk.show(
        request,
        "article.html",
        [ledger.article, *ledger.records],
        told=told,
        article=ledger.article,
        label=told.page.labels[article],
        one=next(one for one in told.brief.articles if one.article == article),
        heading=marked(ledger.article.title or "", "title", noted, cited),
        body=marked(ledger.article.text, "text", noted, cited),
        cuts=_cuts(ledger.article, noted, cited),
        beside=beside,
        kinds=_kinds(noted),
        declared=_names(told, _brief_article(told, article).declared),
        left_out=_names(told, _brief_article(told, article).left_out),
        adds=[claim for claim in told.page.claims if claim.articles == (article,)],
        doubts=[caveat for caveat in told.brief.caveats if caveat.article == article],
        words_of=lambda claim: short(claim_words(told.page, claim), 110),
        others=[one for one in told.brief.articles if one.article != article],
    )


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
