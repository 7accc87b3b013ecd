"""Two articles side by side: the same words, what each alone tells, where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from litestar import get
from litestar.response import Response

from sayso.briefs.compare import compare
from sayso.briefs.telling import claim_words, evidence
from sayso.desk.drawing.differing import contrasts
from sayso.desk.drawing.marking import Noted, Piece, Window, marked, window
from sayso.desk.showing import KEPT, Asked, OurDesk
from sayso.desk.tables import PART, PageLinks, links, numbered
from sayso.desk.told import Told
from sayso.desk.words import short
from sayso.errors import UsageError
from sayso.model.collation import BriefArticle, Claim
from sayso.model.text import Span


class Side(NamedTuple):
    """One of the two articles, with its words marked: those of both, and those of what it alone tells."""

    one: BriefArticle
    label: str
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]
    alone: tuple[Claim, ...]


@get("/compare", opt=KEPT, sync_to_thread=True)
def show_comparison(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The comparison of ``a`` and ``b``; where one is missing, the form that asks for them."""
    given = request.query_params
    a, b, story = given.get("a", ""), given.get("b", ""), given.get("story", "")
    shelf = desk.library.shelf()
    found = shelf.story_of.get(a) or next((s for s in shelf.stories if s.id == story), None)
    told = desk.library.told(found.id) if found else None
    if told is None:
        raise UsageError("two articles of one story can be compared; none of them is here")
    if not a or not b or a == b:
        return desk.show(request, "compare_form.html", [], told=told, a=a, b=b)
    compared = compare(told.collation, a, b)
    texts = [told.articles[key].text for key in (a, b)]
    number = numbered(request, PART)
    left, right = (window(text, number) for text in texts)
    portions = max(left.portions, right.portions)
    number = min(number, portions)
    return desk.show(
        request,
        "compare.html",
        [*compared.shared, *compared.left_alone, *compared.right_alone, *compared.differences],
        told=told,
        compared=compared,
        sides=(
            _side(told, "left", a, [one for one, _ in compared.reused], compared.left_alone, left),
            _side(
                told, "right", b, [one for _, one in compared.reused], compared.right_alone, right
            ),
        ),
        shared=_by_number(told, compared.shared),
        contrasts=contrasts(told.page, compared.differences, (a, b)),
        links=PageLinks(number, portions, 0, 0, *links(request, PART, number, portions)),
        words=lambda claim: short(claim_words(told.page, claim), 200),
        claim_places=told.claim_pages,
        claim_pages=told.claim_pages,
    )


def _side(
    told: Told,
    name: str,
    article: str,
    reused: Sequence[Span],
    alone: Sequence[Claim],
    shown: Window,
) -> Side:
    held = told.articles[article]
    noted = [Noted(0, "same", tuple(reused))] if reused else []
    claims = _by_number(told, alone)
    noted += [
        Noted(told.page.numbers[claim.id], "alone", evidence(record))
        for claim in claims
        for record in told.page.told_in(claim, article)
    ]
    return Side(
        one=next(one for one in told.brief.articles if one.article == article),
        label=told.page.labels[article],
        title=marked(held.title or "", "title", noted, (), name),
        text=marked(held.text, "text", noted, (), name, shown),
        alone=claims,
    )


def _by_number(told: Told, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: told.page.numbers[claim.id]))


HANDLERS = (show_comparison,)
