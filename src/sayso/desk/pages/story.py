"""A story: its brief, the say-so matrix, where its accounts differ, and who stands behind each claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from litestar import get
from litestar.params import FromPath
from litestar.response import Response

from sayso.briefs.charting import charts_of
from sayso.briefs.compose import compose
from sayso.briefs.figures import SECTIONS
from sayso.briefs.html import slug
from sayso.briefs.page import Page
from sayso.briefs.say_so import MEANINGS, Row
from sayso.briefs.sections import (
    articles,
    changes,
    differences,
    doubts,
    in_short,
    redlines,
    sayers,
    statements,
    timeline,
    transfers,
)
from sayso.briefs.sheet import Entry, Section, Sheet
from sayso.charts.picture import can_draw
from sayso.charts.style import Chart, Style
from sayso.desk.drawing.differing import contrasts
from sayso.desk.drawing.legs import draw_chains
from sayso.desk.drawing.portions import matrix_portion
from sayso.desk.drawing.trees import Grown, trees_beside
from sayso.desk.giants import CODE
from sayso.desk.showing import KEPT, Asked, OurDesk, with_query
from sayso.desk.tables import page_links
from sayso.desk.told import Told, changed
from sayso.desk.words import day_of
from sayso.errors import UsageError

# The order of the page; what the brief has beside comes before its statements.
_FIRST = (in_short.TITLE, changes.TITLE, sayers.TITLE, redlines.TITLE, transfers.TITLE)
_LAST = (timeline.TITLE, articles.TITLE, statements.TITLE, doubts.TITLE)
# A page has so many differences and, of each section, so many entries; the others are a click away.
_DIFFERENCES = 25
_MOST_BLOCKS = 150
# What asks for the origin tree of a claim, by its number.
_TREE = "origins"


class AsOf(NamedTuple):
    """The days of which the story can be told: those on which its articles came out."""

    day: str | None
    since: str | None
    days: tuple[str, ...]
    undated: int


class Shown(NamedTuple):
    """A section as the page has it: `more` parts of it are shown when `whole` is asked for."""

    section: Section
    more: int
    whole: str


@get("/story/{story:str}", opt=KEPT, sync_to_thread=True)
def show_story(request: Asked, desk: OurDesk, story: FromPath[str]) -> Response[bytes]:
    """The whole story, as of a day if one is asked for, and what has changed since another."""
    latest = desk.library.told(story)
    day = day_of(request.query_params.get("as_of"))
    since = day_of(request.query_params.get("since"))
    told = desk.library.told(story, day) if day else latest
    if latest is None:
        raise UsageError(f"no story {story} is here")
    as_of = _as_of(latest, day, since)
    if told is None:
        return desk.show(request, "too_early.html", [], story=latest.story, as_of=as_of)
    if since:
        told = changed(told, desk.library.told(story, since), since)
    return desk.show(
        request,
        "story.html",
        [told.brief],
        title=told.story.title,
        **_context(request, told, as_of),
    )


def _context(request: Asked, told: Told, as_of: AsOf) -> dict[str, Any]:
    sheet = compose(told.brief)
    page = told.page
    found = contrasts(page)
    differing = page_links(request, len(found), _DIFFERENCES, "differences")
    whole = request.query_params.get("whole")
    sections = [_portion(one, whole) for one in _ordered(sheet, different=bool(found))]
    shown = [one.section for one in sections]
    matrix = matrix_portion(page, lambda total, size: page_links(request, total, size, "claims"))
    trees = trees_beside(told, matrix.shared, request.query_params.get(_TREE))
    return {
        "told": told,
        "sheet": sheet,
        "sections": sections,
        "matrix": matrix,
        "trees": trees,
        "tree_places": _tree_places(request, matrix.shared, trees),
        "meanings": MEANINGS,
        "contrasts": found[differing.first : differing.first + _DIFFERENCES],
        "differing": differing,
        "chains": draw_chains(page),
        "figures": _figures(page) if can_draw() else {},
        "as_of": as_of,
        "in_part": [one for one in told.brief.caveats if one.code == CODE],
        "clean": f"/story/{told.story.id}",
        "claim_places": {**told.claim_pages, **told_here(shown)},
        "claim_pages": told.claim_pages,
        "by_label": told.article_places,
    }


def _figures(page: Page) -> dict[str, Chart]:
    """The charts by the section that tells the same in words."""
    return {SECTIONS[chart.name]: chart for chart in charts_of(page, Style(titled=False))}


def _tree_places(request: Asked, rows: Sequence[Row], trees: Sequence[Grown]) -> Mapping[int, str]:
    """Where the origin tree of each row is, by the claim's number: here, or a request away."""
    here = {one.row.number for one in trees}
    places = {}
    for row in rows:
        way = "" if row.number in here else with_query(request, {_TREE: str(row.number)})
        places[row.number] = f"{way}#origins-{row.number}"
    return places


def told_here(sections: Sequence[Section]) -> Mapping[int, str]:
    """The claims with an entry on the page, by number: where that is."""
    return {
        int(block.mark): f"#claim-{block.mark}"
        for section in sections
        for block in section.blocks
        if isinstance(block, Entry) and block.kind == "claim"
    }


def _ordered(sheet: Sheet, *, different: bool) -> list[Section]:
    """The sections as the page has them; differences also where only statements differ."""
    held = {section.title: section for section in sheet.sections}
    held.pop(differences.TITLE, None)
    if different:
        held[differences.TITLE] = Section(differences.TITLE, "", ())
    between = [title for title in held if title not in {*_FIRST, *_LAST}]
    return [held[title] for title in (*_FIRST, *between, *_LAST) if title in held]


def _portion(section: Section, whole: str | None) -> Shown:
    """The section, or its beginning where it is long and not asked for as a whole."""
    number, place = len(section.blocks), slug(section.title)
    if number <= _MOST_BLOCKS or place == whole:
        return Shown(section, 0, "")
    begun = section._replace(blocks=section.blocks[:_MOST_BLOCKS])
    return Shown(begun, number - _MOST_BLOCKS, place)


def _as_of(latest: Told, day: str | None, since: str | None) -> AsOf:
    starts = [one.published.start if one.published else None for one in latest.brief.articles]
    days = tuple(sorted({start[:10] for start in starts if start}))
    return AsOf(day, since, days, sum(start is None for start in starts))


HANDLERS = (show_story,)
