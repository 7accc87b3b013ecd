"""Origin trees beside the say-so matrix: those of its first claims, and of the one that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sayso.briefs.origin_tree import draw_tree
from sayso.briefs.say_so import Row, row_of
from sayso.charts.tree import Tree
from sayso.desk.told import Told
from sayso.model.collation import Claim

# A page grows by some kilobytes with each; a tree of more articles has its own page.
_FIRST = 4
_MOST_ARTICLES = 60


class Grown(NamedTuple):
    """The tree of a claim, None where it is too large to stand beside others; `unfolded` if it is shown at once."""

    row: Row
    place: str
    tree: Tree | None
    unfolded: bool


def trees_beside(told: Told, rows: Sequence[Row], chosen: str | None) -> tuple[Grown, ...]:
    """The trees of the first rows, and before them that of the claim with the number which was `chosen`.

    Unfolded is the chosen one, else the first.
    """
    wanted = [one for one in told.page.claims if str(told.page.numbers[one.id]) == chosen]
    first = [row.claim for row in rows[:_FIRST] if row.claim not in wanted]
    return tuple(_grown(told, one, unfolded=not at) for at, one in enumerate((*wanted, *first)))


def _grown(told: Told, claim: Claim, *, unfolded: bool) -> Grown:
    tree = None
    if len(claim.articles) <= _MOST_ARTICLES:
        places = {article: f"/article/{article}" for article in claim.articles}
        tree = draw_tree(told.page, claim, places)
    return Grown(row_of(told.page, claim, ()), told.claim_place(claim), tree, unfolded)
