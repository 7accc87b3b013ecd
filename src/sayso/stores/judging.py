"""Judgements to rows and back. They stand beside what was extracted and change none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, func, insert, select, update

from sayso.model.collation import Judgement
from sayso.stores.rows import Row, json_of, plain
from sayso.stores.tables import actors, judged, judgements, records

JUDGEMENT = msgspec.json.Decoder(Judgement)

# Enough to say that an id is not clear.
_SOME = 4


def judgement_row(judgement: Judgement) -> Row:
    """The row of a judgement."""
    return {
        "id": judgement.id,
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "author": plain(judgement.author),
        "at": judgement.at,
        "record": json_of(judgement),
    }


def judged_rows(judgement: Judgement) -> Iterator[Row]:
    """A row for each thing that it stands on."""
    for position, one in enumerate(judgement.on):
        row = {"judgement": judgement.id, "position": position}
        yield row | {"article": one.article, "record": one.record}


def write_judgement(
    connection: Connection, insert_new: Callable[[Table], Any], judgement: Judgement
) -> None:
    """Write it; what is there already stays as it is."""
    connection.execute(insert_new(judgements), [judgement_row(judgement)])
    rows = list(judged_rows(judgement))
    if rows:
        connection.execute(insert_new(judged), rows)


def replace_footing(connection: Connection, judgement: Judgement) -> None:
    """Write what a judgement stands on anew."""
    connection.execute(delete(judged).where(judged.c.judgement == judgement.id))
    connection.execute(
        update(judgements).where(judgements.c.id == judgement.id).values(record=json_of(judgement))
    )
    rows = list(judged_rows(judgement))
    if rows:
        connection.execute(insert(judged), rows)


def read_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """All of them, in the order in which they were made."""
    query = select(judgements.c.record).order_by(judgements.c.at, judgements.c.id)
    return tuple(map(JUDGEMENT.decode, connection.scalars(query)))


def locate(connection: Connection, given: str) -> tuple[tuple[str, str], ...]:
    """Records and actors whose id is `given` or begins so, at most some: each id with its first article."""
    found: dict[str, str] = {}
    for table in (records, actors):
        query = (
            select(table.c.id, func.min(table.c.article))
            .where(table.c.id.startswith(given, autoescape=True))
            .group_by(table.c.id)
            .order_by(table.c.id)
            .limit(_SOME)
        )
        found.update((key, article) for key, article in connection.execute(query))
    exact = {given: found[given]} if given in found else found
    return tuple(exact.items())
