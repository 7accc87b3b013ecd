"""Whether the index of words has what the articles say, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, exists, select

from sayso.model.reading import Ledger
from sayso.stores import Flaw
from sayso.stores.index import article_words, statement_words, words_of
from sayso.stores.tables import articles, records

_FETCHED = 1_000


def check_index(
    connection: Connection, ledgers: Sequence[tuple[Ledger, int]], statements: dict[str, list[Any]]
) -> Iterator[Flaw]:
    """The flaws in what the index has of ledgers, each with its article's key.

    `statements` are the rows of the records of each article, by its id.
    """
    held = _held(connection, article_words, [key for _, key in ledgers])
    keys = [row.key for ledger, _ in ledgers for row in statements.get(ledger.article.id, ())]
    said = _held(connection, statement_words, keys)
    for ledger, key in ledgers:
        whole, parts = words_of(ledger)
        if held.get(key) != whole:
            yield _flaw(article_words, ledger.article.id)
        for row in statements.get(ledger.article.id, ()):
            if said.get(row.key) != parts.get(row.position):
                yield _flaw(statement_words, row.id)


def strays(connection: Connection) -> Iterator[Flaw]:
    """Words in the index of what is not there."""
    for index, table in ((article_words, articles), (statement_words, records)):
        there = exists().where(table.c.key == index.c.rowid).correlate(index)
        query = select(index.c.rowid).where(~there)
        for key in connection.scalars(query, execution_options={"yield_per": _FETCHED}):
            what = "its words are in the index, and it is not there"
            yield Flaw(table=str(index.name), id=str(key), what=what)


def _held(connection: Connection, index: Any, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    query = select(index.c.rowid, index.c.words, index.c.facets).where(index.c.rowid.in_(keys))
    return {key: (words, facets) for key, words, facets in connection.execute(query)}


def _flaw(index: Any, key: str) -> Flaw:
    return Flaw(table=str(index.name), id=key, what="the index does not have its words")
