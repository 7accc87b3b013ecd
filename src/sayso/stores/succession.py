"""Corrected versions: an article is linked to the one that stood at its address before, with another text.

Of two that may be of one day nothing tells which came first, so these are not linked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from sayso.stores.dialect import Dialect
from sayso.stores.rows import ARTICLE, json_of
from sayso.stores.selecting import MANY, parted
from sayso.stores.tables import articles

_DAY = len("2021-05-04")


def link_versions(connection: Connection, dialect: Dialect, urls: Iterable[str | None]) -> None:
    """See that `version_of` is what it must be in all articles with these addresses."""
    for portion in parted(sorted({url for url in urls if url}), MANY):
        dialect.lock_names(connection, portion)
        query = select(
            articles.c.id,
            articles.c.url,
            articles.c.text_sha256,
            articles.c.published_start,
            articles.c.published_end,
            articles.c.version_of,
        ).where(articles.c.url.in_(portion))
        held: defaultdict[str, list[Any]] = defaultdict(list)
        for row in connection.execute(query.order_by(articles.c.id)):
            held[row.url].append(row)
        for rows in held.values():
            for row in rows:
                before = _before(row, rows)
                if before != row.version_of:
                    _link(connection, row.id, before)


def _before(row: Any, rows: Sequence[Any]) -> str | None:
    """The id of the last that came before it, for certain, with another text."""
    earlier = [
        (one.published_start, one.id)
        for one in rows
        if one.text_sha256 != row.text_sha256 and _is_before(one, row)
    ]
    return max(earlier)[1] if earlier else None


def _is_before(one: Any, other: Any) -> bool:
    if one.published_end is None or one.published_start is None or other.published_start is None:
        return False
    last, first = one.published_end, other.published_start
    if len(last) > _DAY and len(first) > _DAY:
        return bool(last < first)
    return bool(last[:_DAY] < first[:_DAY])


def _link(connection: Connection, key: str, before: str | None) -> None:
    record = connection.scalars(select(articles.c.record).where(articles.c.id == key)).one()
    linked = msgspec.structs.replace(ARTICLE.decode(record), version_of=before)
    connection.execute(
        update(articles)
        .where(articles.c.id == key)
        .values(version_of=before, record=json_of(linked))
    )
