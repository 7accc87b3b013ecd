"""The say-so matrix by portions: a long story has more cells than a browser can show at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.briefs.page import Page
from sayso.briefs.say_so import Column, Group, Row, group_articles, row_of, rows_of
from sayso.desk.tables import PageLinks
from sayso.model.collation import Claim

_MOST_CELLS, _FEWEST_ROWS = 4_000, 10
_MOST_ALONE = 100

Turn = Callable[[int, int], PageLinks]


class Alone(NamedTuple):
    """The row of a claim that one article alone tells, with that article."""

    row: Row
    column: Column


class Matrix(NamedTuple):
    """Some rows of the matrix, and where the others are.

    Of many rows only those articles have columns that take part in the rows shown; `silent` is how many others there
    are. `links` are of the rows of claims that several articles tell. `alone` are the first claims that one article
    alone tells, and `more` is how many others there are.
    """

    groups: tuple[Group, ...]
    silent: int
    shared: tuple[Row, ...]
    links: PageLinks
    alone: tuple[Alone, ...]
    more: int


def matrix_portion(page: Page, turn: Turn) -> Matrix:
    """The portion of the matrix that `turn` chooses, of so many rows by so many at a time."""
    groups = group_articles(page)
    columns = {one.article: one for group in groups for one in group.columns}
    shared, alone = rows_of(page)
    size = max(_FEWEST_ROWS, _MOST_CELLS // max(1, len(columns)))
    links = turn(len(shared), size)
    claims = shared[links.first : links.first + size]
    shown = groups if links.pages == 1 else _taking_part(groups, claims)
    return Matrix(
        groups=shown,
        silent=len(columns) - sum(len(group.columns) for group in shown),
        shared=tuple(row_of(page, claim, shown) for claim in claims),
        links=links,
        alone=tuple(
            Alone(row_of(page, claim, (Group("", (column,)),)), column)
            for claim in alone[:_MOST_ALONE]
            for column in [columns[claim.articles[0]]]
        ),
        more=max(0, len(alone) - _MOST_ALONE),
    )


def _taking_part(groups: Sequence[Group], claims: Sequence[Claim]) -> tuple[Group, ...]:
    """The groups with those articles alone that tell or deny one of the claims."""
    telling = {article for claim in claims for article in claim.articles}
    telling |= {
        path.article for claim in claims for origin in claim.denials for path in origin.paths
    }
    left = (
        group._replace(columns=tuple(one for one in group.columns if one.article in telling))
        for group in groups
    )
    return tuple(group for group in left if group.columns)
