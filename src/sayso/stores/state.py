"""Whether a store has changed."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from sayso.stores.tables import articles, judgements, tombstones


def state_of(connection: Connection) -> str:
    """A text that is another one after any article was written or forgotten, or anything judged."""
    parts = [
        connection.execute(select(func.count(), func.max(articles.c.written))).one(),
        connection.execute(select(func.count()).select_from(judgements)).one(),
        connection.execute(select(func.count()).select_from(tombstones)).one(),
    ]
    return "-".join(str(value) for part in parts for value in part)
