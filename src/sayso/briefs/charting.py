"""The charts of a brief: its facts as charts take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sayso.briefs.labels import TIE, where_from
from sayso.briefs.order import speaker_of
from sayso.briefs.origin_tree import draw_tree
from sayso.briefs.page import Page, when_text
from sayso.briefs.say_so import Row as SaySoRow
from sayso.briefs.say_so import say_so
from sayso.briefs.telling import words_of
from sayso.briefs.ways import Step, find_ways, is_firm, label_of
from sayso.charts.matrix import Cell, Group, Row, matrix
from sayso.charts.novelty import Addition, novelty
from sayso.charts.routes import Leg, Stop, routes
from sayso.charts.style import Chart, Style
from sayso.charts.timeline import Moment, timeline
from sayso.charts.tree import tree_chart
from sayso.charts.world import load_world
from sayso.model.collation import BriefArticle, Claim, TimelineEntry
from sayso.model.text import Article, Party, When

# A claim's address, by its id; an article's, by its id.
Places = Mapping[str, str]
NOWHERE: Places = MappingProxyType({})
PRINT = Style()
MOST_TREES = 12


def all_charts_of(page: Page) -> tuple[Chart, ...]:
    """Every chart of a brief for print: also the matrix and the trees, which pages draw themselves."""
    table = matrix_of(page, PRINT, NOWHERE)
    trees = trees_of(page, PRINT, NOWHERE)
    return (*charts_of(page), *((table,) if table else ()), *trees)


def charts_of(page: Page, style: Style = PRINT, places: Places = NOWHERE) -> tuple[Chart, ...]:
    """The timeline, the map and what each article adds, as far as the brief has something for them."""
    made = (make(page, style, places) for make in (timeline_of, routes_of, novelty_of))
    return tuple(chart for chart in made if chart is not None)


def matrix_of(page: Page, style: Style, places: Places) -> Chart | None:
    """Claims that several articles tell, else those that one alone tells; None where there are no claims."""
    told = say_so(page)
    rows = told.shared or told.alone
    if not rows:
        return None
    groups = [Group(one.name, tuple(c.label for c in one.columns)) for one in told.groups]
    return matrix(groups, [_row(row, places) for row in rows], style)


def trees_of(page: Page, style: Style, places: Places) -> tuple[Chart, ...]:
    """The origin trees of the weightiest claims that several articles tell, at most `MOST_TREES`."""
    shared = [row.claim for row in say_so(page).shared if row.claim.origins]
    return tuple(tree_of(page, claim, style, places) for claim in shared[:MOST_TREES])


def tree_of(page: Page, claim: Claim, style: Style, places: Places) -> Chart:
    """The origin tree of one claim."""
    drawn = draw_tree(page, claim, dict(places))
    return tree_chart(drawn, page.numbers[claim.id], words_of(claim.record, page), style)


def _row(row: SaySoRow, places: Places) -> Row:
    cells = [cell for group in row.cells for cell in group]
    return Row(
        number=row.number,
        who=row.who,
        text=" ".join(row.text.split()),
        origins=row.origins.replace(TIE, " "),
        cells=tuple(Cell(cell.stance, cell.words, cell.hidden) for cell in cells),
        href=places.get(row.claim.id, ""),
    )


def timeline_of(page: Page, style: Style, places: Places) -> Chart | None:
    """What was published, said and told of, and when; None where nothing has a time."""
    moments = list(_moments(page, places))
    return timeline(moments, style) if moments else None


def routes_of(page: Page, style: Style, places: Places) -> Chart | None:
    """The legs of transfers on a map; None where no leg can be placed."""
    legs = list(_legs(page, places))
    return routes(legs, load_world(), style) if legs else None


def novelty_of(page: Page, style: Style, places: Places) -> Chart | None:
    """What each article adds."""
    return novelty([_addition(page, one, places) for one in page.brief.articles], style)


def _moments(page: Page, places: Places) -> list[Moment]:
    """Articles that came out on one day, and what one speaker said at one time, stand together."""
    found = [*_published(page, places)]
    together: dict[tuple[object, ...], list[TimelineEntry]] = {}
    claims = {claim.id: claim for claim in page.claims}
    for entry in page.brief.timeline:
        if entry.claim is not None and entry.when.start is not None:
            speaker = speaker_of(claims[entry.claim])
            who = (speaker.actor or speaker.name) if speaker else entry.claim
            key = (who, entry.when.start, entry.when.end, entry.when.precision)
            together.setdefault(key, []).append(entry)
    found += [_told(page, claims, own, places) for own in together.values()]
    return sorted(found, key=lambda one: (one.start, one.end or "", one.told))


def _published(page: Page, places: Places) -> Iterator[Moment]:
    days: dict[str, list[tuple[BriefArticle, When]]] = {}
    for one in page.brief.articles:
        if one.published is not None and one.published.start is not None:
            days.setdefault(one.published.start[:10], []).append((one, one.published))
    titles = {one.id: one.title for one in page.brief.records if isinstance(one, Article)}
    for day, own in days.items():
        first, when = own[0]
        names = [f"{page.labels[one.article]} {one.outlet or ''}".strip() for one, _ in own]
        alone = len(own) == 1
        yield Moment(
            kind="published",
            start=when.start or day if alone else day,
            end=None,
            when=when_text(when) if alone else day,
            head=f"published {', '.join(names)}",
            text=(titles[first.article] or "") if alone else "",
            href=places.get(first.article, "") if alone else "",
        )


def _told(
    page: Page, claims: Mapping[str, Claim], entries: list[TimelineEntry], places: Places
) -> Moment:
    """What was said, or what is told to have happened, with the numbers of its claims."""
    first = entries[0]
    keys = [entry.claim for entry in entries if entry.claim is not None]
    notes = " ".join(f"[{page.numbers[key]}]" for key in keys)
    said = claims[keys[0]].about == "statement"
    return Moment(
        kind="said" if said else "told",
        start=first.when.start or "",
        end=first.when.end,
        when=when_text(first.when),
        head=f"{notes} {first.text}",
        href=places.get(keys[0], ""),
    )


def _legs(page: Page, places: Places) -> Iterator[Leg]:
    """Every leg once, in the order of the ways."""
    told: set[str] = set()
    for way in find_ways(page):
        for step in way.steps:
            claim = step.claims[0]
            if claim.id not in told:
                told.add(claim.id)
                yield _leg(page, step, places)


def _leg(page: Page, step: Step, places: Places) -> Leg:
    record, claim = step.best, step.claims[0]
    return Leg(
        giver=Stop(step.supplier, _country(page, record.supplier)),
        receiver=Stop(step.recipient, _country(page, record.recipient or record.end_user)),
        weapon=step.weapon,
        status=label_of(step),
        firm=is_firm(step),
        number=page.numbers[claim.id],
        href=places.get(claim.id, ""),
    )


def _country(page: Page, party: Party | None) -> str | None:
    """The state that a party is or is of, as far as the record says."""
    actor = page.actors.get(party.actor or "") if party is not None else None
    return actor.country if actor is not None else None


def _addition(page: Page, one: BriefArticle, places: Places) -> Addition:
    own = sum(one.article in claim.articles for claim in page.claims)
    new = round((one.new_share or 0) * own)
    return Addition(
        label=page.labels[one.article],
        outlet=where_from(one),
        new=new,
        repeated=own - new,
        bare=round((one.unsourced_share or 0) * own),
        href=places.get(one.article, ""),
    )
