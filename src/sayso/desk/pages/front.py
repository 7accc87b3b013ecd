"""The first page: stories by activity and novelty, red lines that stand, and where articles are dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from litestar import get
from litestar.response import Response

from sayso import samples
from sayso.briefs.numbers import articles_told, plural
from sayso.briefs.page import when_text
from sayso.collate.stories import unread
from sayso.desk.heads import heads_of
from sayso.desk.showing import KEPT_AS_TOLD, Asked, OurDesk
from sayso.desk.standing import Standing, standing_lines
from sayso.desk.tables import page_links
from sayso.desk.told import Told
from sayso.model.collation import BriefArticle, Story
from sayso.model.text import Article

_ON_A_PAGE = 20
_MOST_LINES = 8
_ORDERS = (("activity", "activity"), ("novelty", "what the newest article adds"))


class Figure(NamedTuple):
    """A number and what it counts."""

    number: str
    what: str


class Row(NamedTuple):
    """A story on the first page; `figures` are there where it has been compared."""

    story: Story
    facts: str
    outlets: str
    told: bool
    figures: tuple[Figure, ...]


@get("/", opt=KEPT_AS_TOLD, sync_to_thread=True)
def front(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The stories, the latest first."""
    shelf = desk.library.shelf()
    order = "novelty" if request.query_params.get("by") == "novelty" else "activity"
    told = desk.library.quick()
    stories = list(shelf.stories)
    if order == "novelty":
        stories.sort(key=lambda story: _novelty(told.get(story.id)) or 0.0, reverse=True)
    links = page_links(request, len(stories), _ON_A_PAGE)
    shown = stories[links.first : links.first + _ON_A_PAGE]
    members = [article for story in shown for article in story.articles]
    articles = {one.id: one for one in heads_of(desk.library.store, members)}
    return desk.show(
        request,
        "front.html",
        shown,
        shelf=shelf,
        order=order,
        orders=_ORDERS,
        rows=[_row(story, told.get(story.id), articles) for story in shown],
        number=len(shelf.story_of),
        standing=_standing(told, stories),
        links=links,
        limit=f"{desk.settings.max_upload_bytes // 1_000_000} MB",
        samples=[samples.title(name) for name in samples.disputes()],
    )


def _row(story: Story, told: Told | None, articles: Mapping[str, Article]) -> Row:
    own = [articles[key] for key in story.articles if key in articles]
    outlets = sorted({article.outlet for article in own if article.outlet})
    dates = [when_text(when) for when in (story.first, story.last) if when]
    facts = [" to ".join(dict.fromkeys(dates)), articles_told(len(own), unread(own))]
    figures = _figures(told) if told else ()
    return Row(
        story, " · ".join(filter(None, facts)), ", ".join(outlets), told is not None, figures
    )


def _figures(told: Told) -> tuple[Figure, ...]:
    claims = told.brief.claims
    origins = {
        origin.party.actor or origin.party.name
        for c in claims
        for origin in c.origins
        if origin.party
    }
    novelty = _novelty(told)
    counted = (
        (len(claims), "claim"),
        (len(origins), "named origin"),
        (len(told.brief.redlines), "red line"),
        (len(told.brief.differences), "difference"),
    )
    found = [_counted(number, what) for number, what in counted if number or what == "claim"]
    if novelty is not None:
        found.append(Figure(f"{novelty:.0%}", "new in the newest article"))
    return tuple(found)


def _counted(number: int, what: str) -> Figure:
    return Figure(f"{number:,}", plural(number, what).partition(" ")[2])


def _novelty(told: Told | None) -> float | None:
    """The share of the newest dated article's claims that no earlier one has; None where nothing tells."""
    dated = [one for one in told.brief.articles if _day(one)] if told else []
    return max(dated, key=lambda one: (_day(one), one.article)).new_share if dated else None


def _day(article: BriefArticle) -> str:
    return (article.published.start if article.published else None) or ""


def _standing(told: Mapping[str, Told], stories: Sequence[Story]) -> list[Standing]:
    found = [
        line for story in stories if story.id in told for line in standing_lines(told[story.id])
    ]
    return found[:_MOST_LINES]


HANDLERS = (front,)
