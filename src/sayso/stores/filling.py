"""The index of words made from the articles and records that a store has."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from sayso.model.reading import Ledger
from sayso.stores import postgresql, sqlite
from sayso.stores.index import index_words
from sayso.stores.rows import ACTOR, ARTICLE, RECORD
from sayso.stores.selecting import parted
from sayso.stores.tables import actors, articles, records

# Articles in memory at a time.
_AT_A_TIME = 100


def fill_index(connection: Connection) -> None:
    """Take in the words of all articles; the index is empty before.

    A migration calls this, so it reads the columns alone that every store has had.
    """
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    ids = connection.scalars(select(articles.c.id).order_by(articles.c.key)).all()
    for portion in parted(ids, _AT_A_TIME):
        whole = select(articles.c.id, articles.c.record).where(articles.c.id.in_(portion))
        held: dict[str, dict[str, list[Any]]] = {}
        for table, decoder in ((records, RECORD), (actors, ACTOR)):
            query = select(table.c.article, table.c.record).where(table.c.article.in_(portion))
            for article, record in connection.execute(query.order_by(table.c.position)):
                of = held.setdefault(article, {})
                of.setdefault(table.name, []).append(decoder.decode(record))
        ledgers = {
            key: Ledger(
                article=ARTICLE.decode(record),
                records=tuple(held.get(key, {}).get(records.name, ())),
                actors=tuple(held.get(key, {}).get(actors.name, ())),
            )
            for key, record in connection.execute(whole)
        }
        index_words(connection, [ledgers[key] for key in portion], dialect.insert_new)
