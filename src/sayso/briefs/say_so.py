"""The say-so matrix: claims down, articles across, and articles that rest on one origin side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from sayso.briefs.labels import where_from
from sayso.briefs.numbers import origins
from sayso.briefs.order import speaker_of
from sayso.briefs.page import Page
from sayso.briefs.telling import claim_words, evidence
from sayso.collate.wording import FIRM
from sayso.model.collation import Claim, ClaimRecord, OriginPath
from sayso.model.ledger import Statement
from sayso.model.text import Span

Stance = Literal["affirms", "softens", "denies", "silent"]
MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("affirms", "●", "tells it"),
    ("softens", "◐", "tells it less firmly than another, or doubts it"),
    ("denies", "✕", "has it denied"),
    ("silent", "·", "does not tell it"),
)
_SIGNS = {stance: sign for stance, sign, _ in MEANINGS}
_WAYS = {
    "named": "says how it knows",
    "recovered": "left its source out; quoted words prove it",
    "not_named": "how it knows is not told",
}


class Column(NamedTuple):
    """An article: its label in the brief, and where it came out."""

    article: str
    label: str
    outlet: str


class Group(NamedTuple):
    """Articles that rest mainly on one origin; `name` is the origin's, empty where none is named."""

    name: str
    columns: tuple[Column, ...]


class Cell(NamedTuple):
    """What one article does with one claim, in a sign and in words; `span` is where it does."""

    stance: Stance
    sign: str
    words: str
    hidden: bool = False
    span: Span | None = None


class Row(NamedTuple):
    """A claim with the cells of each group. `origins` counts as docs/origins.md says."""

    claim: Claim
    number: int
    who: str
    text: str
    origins: str
    cells: tuple[tuple[Cell, ...], ...]


class SaySo(NamedTuple):
    """The matrix: claims of several articles, and those that one article alone tells."""

    groups: tuple[Group, ...]
    shared: tuple[Row, ...]
    alone: tuple[Row, ...]


def say_so(page: Page) -> SaySo:
    """The matrix of a brief. A statement that draws a red line stands in that line's row."""
    groups = group_articles(page)
    shared, alone = rows_of(page)
    return SaySo(
        groups=groups,
        shared=tuple(row_of(page, claim, groups) for claim in shared),
        alone=tuple(row_of(page, claim, groups) for claim in alone),
    )


def rows_of(page: Page) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims with a row of their own: those that several articles tell, and those of one alone."""
    told = [claim for claim in page.claims if page.line_of(claim) is None]
    shared = tuple(claim for claim in told if len(claim.articles) > 1)
    return shared, tuple(claim for claim in told if len(claim.articles) == 1)


def group_articles(page: Page) -> tuple[Group, ...]:
    """Articles by the origin that most of their claims go back to, the largest group first.

    What several articles tell decides, else all that the article tells; of origins that are alike in that,
    the one that most articles have.
    """
    names: dict[str, str] = {}
    spread: dict[str, set[str]] = {}
    own: dict[str, Counter[str]] = {}
    shared: dict[str, Counter[str]] = {}
    for claim in page.claims:
        for origin in claim.origins:
            if origin.party is None:
                continue
            key = origin.party.actor or page.name(origin.party).casefold()
            names.setdefault(key, page.name(origin.party))
            for path in origin.paths:
                spread.setdefault(key, set()).add(path.article)
                own.setdefault(path.article, Counter())[key] += 1
                if len(claim.articles) > 1:
                    shared.setdefault(path.article, Counter())[key] += 1

    def main(article: str) -> str:
        counts = shared.get(article) or own.get(article) or Counter()
        rank = {key: (-number, -len(spread[key]), names[key]) for key, number in counts.items()}
        return min(rank, key=lambda key: rank[key], default="")

    found: dict[str, list[Column]] = {}
    for one in page.brief.articles:
        column = Column(one.article, page.labels[one.article], where_from(one))
        found.setdefault(main(one.article), []).append(column)
    order = sorted(found, key=lambda key: (not key, -len(found[key]), names.get(key, "")))
    return tuple(Group(names.get(key, ""), tuple(found[key])) for key in order)


def row_of(page: Page, claim: Claim, groups: Sequence[Group]) -> Row:
    """The row of one claim, with a cell for each article of these groups."""
    speaker = speaker_of(claim)
    parties = [origin.party for origin in claim.origins if origin.party]
    who = page.name(speaker) if speaker else ", ".join(dict.fromkeys(map(page.name, parties)))
    cells, unread = _cells(page, claim), page.unread
    return Row(
        claim=claim,
        number=page.numbers[claim.id],
        who=who or "no source named",
        text=claim_words(page, claim),
        origins=origins(claim),
        cells=tuple(
            tuple(
                cells.get(column.article, _UNREAD if column.article in unread else _SILENT)
                for column in group.columns
            )
            for group in groups
        ),
    )


_SILENT = Cell("silent", _SIGNS["silent"], "does not tell it")
_UNREAD = Cell("silent", "–", "is in a language that is not read")


def _cells(page: Page, claim: Claim) -> Mapping[str, Cell]:
    soft = _soft(claim)
    ways = {path.article: path for origin in claim.origins for path in origin.paths}
    denying = {path.article: path for origin in claim.denials for path in origin.paths}
    return {
        article: _cell(
            page, claim, article, ways.get(article), denying.get(article), article in soft
        )
        for article in {*claim.articles, *denying}
    }


def _cell(
    page: Page,
    claim: Claim,
    article: str,
    path: OriginPath | None,
    denial: OriginPath | None,
    soft: bool,
) -> Cell:
    told = page.told_in(claim, article) if article in claim.articles else []
    doubted = any(
        record.modality == "doubted"
        or (isinstance(record, Statement) and record.force == "doubting")
        for record in told
    )
    refused = bool(told) and all(record.modality == "denied" for record in told)
    stance: Stance = "softens" if soft or doubted else "affirms"
    if refused or (denial is not None and path is None):
        stance = "denies"
    words = [meaning for name, _, meaning in MEANINGS if name == stance]
    if path is not None and stance != "denies":
        words += [_WAYS[path.way], *_through(page, path)]
    both = denial is not None and stance != "denies"
    if both:
        words.append("and has it denied")
    sign = _SIGNS[stance] + (_SIGNS["denies"] if both else "")
    return Cell(
        stance,
        sign,
        "; ".join(words),
        hidden=path is not None and path.way != "named",
        span=next(iter(_place(told, path, denial)), None),
    )


def _through(page: Page, path: OriginPath) -> Iterator[str]:
    names = [page.name(link.party) for link in path.chain[:-1] if link.party is not None]
    if names:
        yield f"through {', '.join(dict.fromkeys(names))}"


def _place(
    told: Iterable[ClaimRecord], path: OriginPath | None, denial: OriginPath | None
) -> Iterator[Span]:
    for one in (path, denial):
        if one is not None:
            yield from one.evidence
    for record in told:
        yield from evidence(record)


def _soft(claim: Claim) -> frozenset[str]:
    """The articles whose words are less firm than another's."""
    return frozenset(
        article
        for difference in claim.differences
        if difference.field == "certainty"
        for value in difference.values
        if value.value != FIRM
        for article in value.articles
    )
