"""Corrected versions: an article is linked to the one that stood at its address before (`model.versions`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from sayso.model.versions import Version, earlier
from sayso.stores.dialect import Dialect
from sayso.stores.rows import ARTICLE, json_of
from sayso.stores.selecting import MANY, parted
from sayso.stores.tables import articles


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
            versions = [_version(row) for row in rows]
            for row, version in zip(rows, versions, strict=True):
                before = earlier(version, versions)
                if before != row.version_of:
                    _link(connection, row.id, before)


def _version(row: Any) -> Version:
    return Version(row.id, row.text_sha256, row.published_start, row.published_end)


def _link(connection: Connection, key: str, before: str | None) -> None:
    record = connection.scalars(select(articles.c.record).where(articles.c.id == key)).one()
    linked = msgspec.structs.replace(ARTICLE.decode(record), version_of=before)
    connection.execute(
        update(articles)
        .where(articles.c.id == key)
        .values(version_of=before, record=json_of(linked))
    )
