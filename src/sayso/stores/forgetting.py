"""Deletion on demand: an article goes with all that was made of it, and a tombstone stays.

A tombstone has no word of the article: its id, a digest of its text, who deleted it, when and why. It keeps
the same bytes and the same text from coming in again.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from sqlalchemy import Connection, delete, func, insert, or_, select

from sayso.model.ids import sha256_id
from sayso.stores import Forgotten, Tombstone
from sayso.stores.dialect import Dialect
from sayso.stores.gathering import leave_stories
from sayso.stores.judging import JUDGEMENT, replace_footing
from sayso.stores.rows import plain
from sayso.stores.selecting import MANY, parted
from sayso.stores.succession import link_versions
from sayso.stores.tables import (
    CHILDREN,
    articles,
    captures,
    judged,
    judgements,
    mentions,
    quarantines,
    records,
    tombstones,
)

# Of no text, which many articles may have.
_NO_TEXT = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def find_articles(connection: Connection, given: str) -> tuple[str, ...]:
    """The ids of the articles that are meant: by id, or the beginning of it, by path or by address."""
    where = plain(given)
    if not where:
        return ()
    found = select(captures.c.article).where(or_(captures.c.path == where, captures.c.url == where))
    query = select(articles.c.id).where(
        or_(
            articles.c.id.startswith(where, autoescape=True),
            articles.c.id.startswith(f"article_{where}", autoescape=True),
            articles.c.id.in_(found),
        )
    )
    return tuple(connection.scalars(query.order_by(articles.c.id)))


def tombstone_of(connection: Connection, article: str) -> Tombstone | None:
    """What is left of an article, by its id."""
    query = select(tombstones).where(tombstones.c.article == article)
    row = connection.execute(query).mappings().one_or_none()
    return None if row is None else Tombstone(**row)


def buried(connection: Connection, keys: Collection[str]) -> frozenset[str]:
    """Those of the article ids that were forgotten."""
    return frozenset(
        key
        for ids in parted(sorted(keys), MANY)
        for key in connection.scalars(
            select(tombstones.c.article).where(tombstones.c.article.in_(ids))
        )
    )


def keep_out(connection: Connection, new: Collection[str]) -> frozenset[str]:
    """Delete those of the articles, just inserted, that were forgotten or have the text of one that was.

    To ask after they are inserted is to see what a transaction wrote for which the insert had to wait.
    """
    forgotten: set[str] = set()
    for ids in parted(sorted(new), MANY):
        query = (
            select(articles.c.id)
            .join(
                tombstones,
                or_(
                    tombstones.c.article == articles.c.id,
                    tombstones.c.text_sha256 == articles.c.text_sha256,
                ),
            )
            .where(
                articles.c.id.in_(ids),
                or_(tombstones.c.article == articles.c.id, articles.c.text_sha256 != _NO_TEXT),
            )
        )
        forgotten.update(connection.scalars(query))
    for ids in parted(sorted(forgotten), MANY):
        connection.execute(delete(articles).where(articles.c.id.in_(ids)))
    return frozenset(forgotten)


def bury(connection: Connection, dialect: Dialect, tombstone: Tombstone) -> Forgotten:
    """Delete the article that the tombstone names, with all that hangs on it."""
    key = tombstone.article
    numbers = {
        table.name: connection.scalar(
            select(func.count()).select_from(table).where(table.c.article == key)
        )
        for table in (records, mentions, captures)
    }
    same = select(func.count()).where(
        articles.c.text_sha256 == tombstone.text_sha256, articles.c.id != key
    )
    forgotten = Forgotten(
        article=key,
        records=numbers["records"] or 0,
        mentions=numbers["mentions"] or 0,
        captures=numbers["captures"] or 0,
        quarantines=_drop_quarantines(connection, key),
        judgements=_drop_judgements(connection, key),
        same_text=connection.scalar(same) or 0,
    )
    leave_stories(connection, [key])
    url = connection.scalar(select(articles.c.url).where(articles.c.id == key))
    for table in (*CHILDREN, captures):
        connection.execute(delete(table).where(table.c.article == key))
    connection.execute(delete(articles).where(articles.c.id == key))
    link_versions(connection, dialect, [url])
    row = {name: plain(getattr(tombstone, name)) for name in Tombstone.__struct_fields__}
    connection.execute(insert(tombstones), [row])
    return forgotten


def _drop_quarantines(connection: Connection, article: str) -> int:
    """Those of the same bytes; an article's id is the beginning of their digest."""
    query = select(quarantines.c.path, quarantines.c.sha256).where(
        quarantines.c.sha256.is_not(None)
    )
    same = [
        path
        for path, sha256 in connection.execute(query)
        if sha256_id("article", sha256) == article
    ]
    for paths in parted(same, MANY):
        connection.execute(delete(quarantines).where(quarantines.c.path.in_(paths)))
    return len(same)


def _drop_judgements(connection: Connection, article: str) -> int:
    """Those on its records, and what undid them. One on actors stays while other articles name both."""
    standing = select(judged.c.judgement).where(judged.c.article == article)
    gone = []
    query = select(judgements.c.record).where(judgements.c.id.in_(standing))
    for judgement in map(JUDGEMENT.decode, connection.scalars(query).all()):
        left = tuple(one for one in judgement.on if one.article != article)
        if {one.record for one in left} == {judgement.left, judgement.right}:
            replace_footing(connection, msgspec.structs.replace(judgement, on=left))
        else:
            gone.append(judgement.id)
    number = 0
    while gone:
        number += len(gone)
        connection.execute(delete(judgements).where(judgements.c.id.in_(gone)))
        gone = list(connection.scalars(select(judgements.c.id).where(judgements.c.left.in_(gone))))
    return number
