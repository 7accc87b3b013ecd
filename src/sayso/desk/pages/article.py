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
from sayso.desk.drawing.marking import PORTION, Noted, Piece, Window, marked, window
from sayso.desk.errands import StillComparing
from sayso.desk.showing import KEPT, Asked, Desk, OurDesk
from sayso.desk.tables import PART, PageLinks, links, numbered
from sayso.desk.told import Told
from sayso.desk.words import short
from sayso.errors import UsageError
from sayso.model.collation import Claim, ClaimRecord, Story
from sayso.model.ids import kind_of
from sayso.model.ledger import Caveat
from sayso.model.reading import Ledger
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
    """A piece that cleaning cut, and why; `more` are characters that the page does not show."""

    reason: str
    pieces: tuple[Piece, ...]
    more: int


# Of the claims that only the article tells, of its doubts and of the story's other articles, so many are listed.
_MOST_LISTED = 100


@get("/article/{article:str}", opt=KEPT, sync_to_thread=True)
def show_article(request: Asked, desk: OurDesk, article: FromPath[str]) -> Response[bytes]:
    """One article with its records."""
    story = desk.library.shelf().story_of.get(article)
    ledger = desk.library.ledger(article) if story else None
    if story is None or ledger is None:
        raise UsageError(f"no article {article} is here")
    told = _told(desk, story)
    shown = window(ledger.article.text, numbered(request, PART))
    return desk.show(
        request,
        "article.html",
        [ledger.article, *ledger.records],
        # What is shown without its story is not kept.
        status=200 if told else 202,
        title=ledger.article.title or (told.page.labels[article] if told else "Article"),
        story=story,
        links=PageLinks(
            shown.number,
            shown.portions,
            len(ledger.article.text),
            shown.first,
            *links(request, PART, shown.number, shown.portions),
        ),
        **_words(ledger, told, shown),
        **(_of_story(told, article) if told else {}),
    )


def _told(desk: Desk, story: Story) -> Told | None:
    """The article's story; None while it is still compared: the words can be read without it."""
    try:
        return desk.library.told(story.id)
    except StillComparing:
        return None


def _words(ledger: Ledger, told: Told | None, shown: Window) -> dict[str, Any]:
    """The words of an article as far as they are shown, with the records that stand there."""
    article = ledger.article
    ordered = _ordered(r for r in ledger.records if not isinstance(r, Caveat))
    every = [Noted(n, kind_of(r), evidence(r)) for n, r in enumerate(ordered, 1)]
    here = [
        (noted, record)
        for noted, record in zip(every, ordered, strict=True)
        if any(map(shown.shows, noted.spans))
    ]
    noted = [one for one, _ in here]
    cited = told.cited.get(article.id, ()) if told else ()
    return {
        "told": told,
        "article": article,
        "shown": shown,
        "heading": marked(article.title or "", "title", noted, cited),
        "text": marked(article.text, "text", noted, cited, shown=shown),
        "cuts": _cuts(article, noted, cited) if shown.number == 1 else [],
        "beside": [_beside(told, one, record) for one, record in here],
        "kinds": _kinds(noted),
        "most": _MOST_LISTED,
    }


def _of_story(told: Told, article: str) -> dict[str, Any]:
    """What its story tells of an article."""
    one = next(one for one in told.brief.articles if one.article == article)
    return {
        "label": told.page.labels[article],
        "one": one,
        "words_of": lambda claim: short(claim_words(told.page, claim), 110),
        "declared": _names(told, one.declared),
        "left_out": _names(told, one.left_out),
        "adds": [claim for claim in told.page.claims if claim.articles == (article,)],
        "doubts": [caveat for caveat in told.brief.caveats if caveat.article == article],
        "others": [other for other in told.brief.articles if other.article != article],
    }


def _ordered(records: Iterable[ClaimRecord]) -> list[ClaimRecord]:
    """Records by where they stand: the title's first, what was cut last."""
    parts = {"title": 0, "text": 1}

    def place(record: ClaimRecord) -> tuple[int, int, str]:
        first = min(evidence(record), key=lambda s: (parts.get(s.part, 2), s.start))
        return parts.get(first.part, 2), first.start, record.id

    return sorted(records, key=place)


def _beside(told: Told | None, noted: Noted, record: ClaimRecord) -> Beside:
    claim = told.claim_of.get(record.id) if told else None
    names = [_name(told, link.party) if link.party else "somebody" for link in record.chain]
    return Beside(
        id=record.id,
        noted=noted,
        head=head_of(record),
        modality=record.modality,
        chain=tuple(name for i, name in enumerate(names) if i == 0 or names[i - 1] != name),
        claim=claim,
        figures=counted(claim, told.page.reach) if told and claim else "",
    )


def _name(told: Told | None, party: Party) -> str:
    return told.page.name(party) if told else party.resolved or party.name


def _cuts(article: Article, noted: Sequence[Noted], cited: Sequence[Span]) -> list[Cut]:
    return [
        Cut(
            one.reason,
            marked(one.text, f"dropped/{number}", noted, cited, shown=window(one.text, 1)),
            max(0, len(one.text) - PORTION),
        )
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
