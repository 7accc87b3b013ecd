"""Articles by their ids, out of the tables: their ledgers, and all that another store needs of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from sqlalchemy import Connection, select

from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import EVERYTHING, Batch, Capture, Selection, Tombstone, Version
from sayso.stores.judging import read_judgements
from sayso.stores.rows import ARTICLE, ledger_of
from sayso.stores.selecting import chosen, parted
from sayso.stores.tables import (
    CHILDREN,
    articles,
    captures,
    parties,
    quarantines,
    records,
    tombstones,
    versions,
)

# Ledgers in memory at a time while a store is read: some megabytes.
AT_A_TIME = 50

_QUARANTINE = msgspec.json.Decoder(Quarantine)
_NAMES = msgspec.json.Decoder(dict[str, str])


def load(connection: Connection, ids: Sequence[str], selection: Selection) -> Iterator[Ledger]:
    """The ledgers of these articles, in this order, with what the selection wants of them."""
    query = select(articles.c.id, articles.c.record).where(articles.c.id.in_(ids))
    whole = {key: ARTICLE.decode(record) for key, record in connection.execute(query)}
    rows: dict[str, dict[str, list[object]]] = {key: {} for key in ids}
    for table in () if selection.bare else CHILDREN:
        if table is parties or (selection.kinds is not None and table is not records):
            continue
        children = select(table).where(table.c.article.in_(ids))
        if selection.kinds is not None:
            children = children.where(records.c.kind.in_(sorted(selection.kinds)))
        for row in connection.execute(children.order_by(table.c.article, table.c.position)):
            rows[row.article].setdefault(table.name, []).append(row)
    for key in ids:
        yield ledger_of(whole[key], rows[key])


def load_quarantines(connection: Connection) -> Iterator[Quarantine]:
    """What could not be read, by path."""
    query = select(quarantines.c.record).order_by(quarantines.c.path)
    return map(_QUARANTINE.decode, connection.scalars(query))


def load_batches(connection: Connection) -> Iterator[Batch]:
    """Everything, in portions of one version each; what hangs on no article comes last."""
    known = {version.id: version for version in _versions(connection)}
    for ids in parted(chosen(connection, EVERYTHING), AT_A_TIME):
        query = select(articles.c.id, articles.c.version).where(articles.c.id.in_(ids))
        read_by = {row.id: row.version for row in connection.execute(query)}
        for version, some in groupby(ids, key=read_by.__getitem__):
            portion = list(some)
            yield Batch(
                version=known[version],
                ledgers=tuple(load(connection, portion, EVERYTHING)),
                captures=tuple(_captures(connection, portion)),
                placed=True,
            )
    left = tuple(load_quarantines(connection))
    judged = read_judgements(connection)
    query = select(tombstones).order_by(tombstones.c.article)
    buried = tuple(Tombstone(**row) for row in connection.execute(query).mappings())
    if left or judged or buried:
        yield Batch(
            version=max(known.values(), key=lambda one: one.id),
            quarantines=left,
            judgements=judged,
            tombstones=buried,
        )


def _versions(connection: Connection) -> Iterator[Version]:
    for row in connection.execute(select(versions)).mappings():
        yield Version(**{**row, "extractors": _NAMES.decode(row["extractors"])})


def _captures(connection: Connection, ids: Sequence[str]) -> Iterator[Capture]:
    """In the order of the articles."""
    query = select(captures).where(captures.c.article.in_(ids))
    found: dict[str, list[Capture]] = defaultdict(list)
    for row in connection.execute(query.order_by(captures.c.path, captures.c.url)):
        place = Capture(article=row.article, path=row.path or None, url=row.url or None)
        found[row.article].append(place)
    for key in ids:
        yield from found[key]
