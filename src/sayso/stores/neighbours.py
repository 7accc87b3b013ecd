"""Which articles have a term, and which are linked: asked for each article that comes.

The statements are made once for each number of what is asked for at a time: to write them anew each time
would cost more than the answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from sqlalchemy import Connection, TextClause, text

from sayso.stores.rows import plain
from sayso.stores.selecting import parted

_HOLDERS = """
SELECT * FROM (
    SELECT {0} AS asked, article, weight FROM story_terms
    WHERE term = :of{0} AND day BETWEEN :first AND :last
    ORDER BY day DESC, article DESC LIMIT :most
) AS of_{0}"""
_LINKS = """
SELECT * FROM (
    SELECT {0} AS asked, other AS near, likeness FROM story_links WHERE article = :of{0}
    ORDER BY likeness DESC, other LIMIT :most
) AS own_{0}
UNION ALL
SELECT * FROM (
    SELECT {0} AS asked, article AS near, likeness FROM story_links WHERE other = :of{0}
    ORDER BY likeness DESC, article LIMIT :most
) AS of_{0}"""
# SQLite takes 500 parts of a compound statement.
_AT_A_TIME = 100


def holders(
    connection: Connection, terms: Collection[str], first: int, last: int, most: int
) -> Mapping[str, Sequence[tuple[str, float]]]:
    """By each term the articles of these days that have it, the newest, at most so many; with its weight."""
    days = {"first": first, "last": last, "most": most}
    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for portion in parted(list(terms), _AT_A_TIME):
        asked = {f"of{at}": plain(term) for at, term in enumerate(portion)}
        rows = connection.execute(_asking(_HOLDERS, len(portion)), {**asked, **days})
        for at, article, weight in rows.all():
            found[portion[at]].append((article, weight))
    return found


def links(connection: Connection, ids: Collection[str], most: int) -> dict[str, dict[str, float]]:
    """The neighbours of each article, whichever was linked: the nearest, at most so many."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for portion in parted(sorted(ids), _AT_A_TIME):
        asked = {f"of{at}": key for at, key in enumerate(portion)}
        rows = connection.execute(_asking(_LINKS, len(portion)), {**asked, "most": most})
        for at, near, likeness in rows.all():
            found[portion[at]][near] = likeness
    return {key: _nearest(found[key], most) for key in sorted(ids)}


def _nearest(near: dict[str, float], most: int) -> dict[str, float]:
    if len(near) <= most:
        return near
    return {other: near[other] for other in sorted(near, key=lambda one: (-near[one], one))[:most]}


@cache
def _asking(part: str, number: int) -> TextClause:
    return text(" UNION ALL ".join(part.format(at) for at in range(number)))
