"""Whether the stories of a store are those that its articles are in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, exists, select

from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.stores import Flaw
from sayso.stores.tables import sketches, stories

_STORY = msgspec.json.Decoder(Story)
# Stories in memory at a time.
_AT_A_TIME = 500


def check_stories(connection: Connection) -> Iterator[Flaw]:
    """Stories whose articles are others than they say, and articles in a story that is not there."""
    last = ""
    query = select(stories.c.id, stories.c.record).order_by(stories.c.id).limit(_AT_A_TIME)
    while page := connection.execute(query.where(stories.c.id > last)).all():
        last = page[-1].id
        held: dict[str, set[str]] = {row.id: set() for row in page}
        members = select(sketches.c.story, sketches.c.article)
        for story, article in connection.execute(members.where(sketches.c.story.in_(held))):
            held[story].add(article)
        for row in page:
            yield from _flaws(row.id, row.record, held[row.id])
    there = exists().where(stories.c.id == sketches.c.story)
    lost = select(sketches.c.article).where(sketches.c.story.is_not(None), ~there)
    for article in connection.scalars(lost.order_by(sketches.c.article)):
        yield Flaw(table=str(sketches.name), id=article, what="its story is not there")


def _flaws(key: str, record: str, held: set[str]) -> Iterator[Flaw]:
    table = str(stories.name)
    try:
        story = _STORY.decode(record)
    except msgspec.MsgspecError as error:
        yield Flaw(table=table, id=key, what=f"it cannot be read: {error}")
        return
    if not key == story.id == content_id("story", story.articles):
        yield Flaw(table=table, id=key, what="its id is not that of its articles")
    # While all are found anew, no article is in it for a time.
    if held and held != set(story.articles):
        yield Flaw(table=table, id=key, what="other articles are in it than it says")
