"""The stories that a store holds, and what became of those that it held before."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec
from sqlalchemy import Connection, select

from sayso.model.collation import Story
from sayso.stores.selecting import MANY, parted
from sayso.stores.tables import sketches, stories, story_changes, story_scale

_STORY = msgspec.json.Decoder(Story)


def load_stories(connection: Connection, ids: Collection[str] | None) -> Iterator[Story]:
    """These stories, or all of them, by id."""
    query = select(stories.c.record).order_by(stories.c.id)
    if ids is None:
        yield from map(_STORY.decode, connection.scalars(query))
        return
    for portion in parted(sorted(set(ids)), MANY):
        yield from map(
            _STORY.decode, connection.scalars(query.where(stories.c.id.in_(portion))).all()
        )


def find_stories(connection: Connection, given: str) -> tuple[str, ...]:
    """The ids of stories by an id, or the beginning of one; for one of the past, what it became."""
    forms = (given, f"story_{given}")
    for column in (stories.c.id, story_changes.c.before):
        named = column.startswith(forms[0], autoescape=True) | column.startswith(
            forms[1], autoescape=True
        )
        found = set(connection.scalars(select(column).where(named)))
        if found:
            return tuple(sorted(_now(connection, found)))
    return ()


def _now(connection: Connection, ids: Collection[str]) -> set[str]:
    """What these stories are by now; one that was grouped anew again and again is followed to its end."""
    current: set[str] = set()
    followed = set(ids)
    edge = set(ids)
    while edge:
        standing: set[str] = set()
        after: set[str] = set()
        for portion in parted(sorted(edge), MANY):
            standing.update(
                connection.scalars(select(stories.c.id).where(stories.c.id.in_(portion)))
            )
            gone = [one for one in portion if one not in standing]
            became = select(story_changes.c.after).where(story_changes.c.before.in_(gone))
            after.update(connection.scalars(became))
        current |= standing
        edge = after - followed
        followed |= edge
    return current


def are_waiting(connection: Connection, rules: str) -> bool:
    """Whether there are articles in no story yet that was made by these rules."""
    if connection.scalar(select(story_scale.c.rules)) != rules:
        return connection.scalar(select(sketches.c.article).limit(1)) is not None
    left = select(sketches.c.article).where(sketches.c.story.is_(None)).limit(1)
    return connection.scalar(left) is not None
