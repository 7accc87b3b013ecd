"""Whether a store has changed."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from sayso.stores.tables import articles, judgements, tombstones


def state_of(connection: Connection) -> str:
    """A text that is another one after any article was written or forgotten, or anything judged.

    Asked for every page: nothing here may take longer the more articles there are. A new article has a new
    key, one that was read again another instant, and what was forgotten leaves a tombstone.
    """
    parts = (
        select(func.max(articles.c.key)),
        select(func.max(articles.c.written)),
        select(func.count()).select_from(judgements),
        select(func.count()).select_from(tombstones),
    )
    told = connection.execute(select(*(part.scalar_subquery() for part in parts))).one()
    return "-".join(map(str, told))
