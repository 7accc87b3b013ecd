"""Articles on their way into stories: what they are found by, their neighbours, and the stories they make.

Sketches are bytes here: whoever gathers knows what is in them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    union_all,
    update,
)

from sayso.model.collation import Story
from sayso.stores.neighbours import holders, links
from sayso.stores.rows import json_of, plain
from sayso.stores.selecting import MANY, parted
from sayso.stores.stories import load_stories
from sayso.stores.tables import (
    articles,
    sketches,
    stories,
    story_changes,
    story_links,
    story_scale,
    story_terms,
)

_ONLY = 1
# An article, its day as a number, and the weights of its terms.
Noted = tuple[str, int, Mapping[str, float]]
# The day of an article that is still to be sketched: before every other.
_UNSKETCHED = -1


class Scale(NamedTuple):
    """How usual words were among so many articles, and by which rules that was counted.

    `scale` are bytes, empty where it is to be counted again.
    """

    rules: str
    articles: int
    scale: bytes


class Shelf:
    """The tables of stories in one transaction; whoever has it is alone with them until it ends.

    `now` is the instant (ISO 8601, UTC) that is noted with what changes.
    """

    def __init__(
        self, connection: Connection, insert_new: Callable[[Table], Any], now: str
    ) -> None:
        self._connection = connection
        self._insert_new = insert_new
        self._now = now

    def scale(self) -> Scale | None:
        """How usual words are, as it was counted last."""
        query = select(story_scale.c.rules, story_scale.c.articles, story_scale.c.scale)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Scale(*row)

    def set_scale(self, scale: Scale) -> None:
        """Keep how usual words are."""
        self._connection.execute(delete(story_scale))
        self._connection.execute(insert(story_scale), [{"id": _ONLY, **scale._asdict()}])

    def start_anew(self, *, sketched: bool) -> None:
        """All articles wait for a story again; unless they stay `sketched`, for a sketch as well.

        What they were in is remembered until they are in another.
        """
        for table in (story_terms, story_links):
            self._connection.execute(delete(table))
        values: dict[str, Any] = {"was": func.coalesce(sketches.c.story, sketches.c.was)}
        self._connection.execute(update(sketches).values({**values, "story": None}))
        if not sketched:
            self._connection.execute(update(sketches).values(sketch=b"", day=_UNSKETCHED))

    def unsketched(self, most: int) -> tuple[str, ...]:
        """Articles without a sketch, by id, at most so many."""
        return self._storyless(sketches.c.day == _UNSKETCHED, most)

    def sketch(self, rows: Iterable[tuple[str, int, bytes]]) -> None:
        """Keep sketches: of each article its id, its day as a number (0: no date) and the bytes."""
        made = [{"known": key, "day": day, "sketch": data} for key, day, data in rows]
        if made:
            # What was forgotten in between stays out.
            again = update(sketches).where(sketches.c.article == bindparam("known"))
            self._connection.execute(again, made)

    def sketched(self) -> int:
        """How many articles have a sketch."""
        whole = select(func.count()).select_from(sketches)
        left = whole.where(sketches.c.story.is_(None), sketches.c.day == _UNSKETCHED)
        return (self._connection.scalar(whole) or 0) - (self._connection.scalar(left) or 0)

    def has_sketched(self, number: float) -> bool:
        """Whether so many articles, and at least one, have a sketch."""
        # No two articles have one key: while the last is below, they need not be counted.
        last = self._connection.scalar(select(func.max(articles.c.key))) or 0
        return last >= number and self.sketched() >= max(number, 1)

    def first_sketches(self, most: int) -> Iterable[bytes]:
        """Sketches of articles by id, at most so many."""
        query = select(sketches.c.sketch).where(sketches.c.day != _UNSKETCHED)
        return self._connection.scalars(query.order_by(sketches.c.article).limit(most))

    def waiting(self, most: int) -> tuple[str, ...]:
        """Articles that have a sketch and no story, by day and id, at most so many."""
        return self._storyless(sketches.c.day != _UNSKETCHED, most)

    def _storyless(self, which: ColumnElement[bool], most: int) -> tuple[str, ...]:
        query = select(sketches.c.article).where(sketches.c.story.is_(None), which)
        by_day = query.order_by(sketches.c.day, sketches.c.article)
        return tuple(self._connection.scalars(by_day.limit(most)))

    def sketches(self, ids: Collection[str]) -> dict[str, bytes]:
        """The sketches of these articles."""
        found: dict[str, bytes] = {}
        for portion in parted(sorted(ids), MANY):
            query = select(sketches.c.article, sketches.c.sketch)
            rows = self._connection.execute(query.where(sketches.c.article.in_(portion)))
            found.update((key, data) for key, data in rows if data)
        return found

    def add(self, found: Iterable[Noted]) -> None:
        """Note of articles the day and the weights of the terms by which they are found."""
        rows = [
            {"term": plain(term), "day": day, "article": article, "weight": weight}
            for article, day, terms in found
            for term, weight in sorted(terms.items())
        ]
        if rows:
            self._connection.execute(self._insert_new(story_terms), rows)

    def holders(
        self, terms: Collection[str], first: int, last: int, most: int
    ) -> Mapping[str, Sequence[tuple[str, float]]]:
        """By each term the articles of these days that have it, the newest, at most so many; with its weight."""
        return holders(self._connection, terms, first, last, most)

    def has_terms(self, prefix: str) -> bool:
        """Whether an article has a term that begins so."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        term = story_terms.c.term
        first = select(term).where(term >= prefix, term < end)
        return self._connection.scalar(first.limit(1)) is not None

    def leave(self, languages: Collection[str]) -> None:
        """Take all articles in other languages than these out of their stories, until they are sketched again."""
        others = articles.c.language.not_in(sorted(languages))
        ids = self._connection.scalars(select(articles.c.id).where(others).order_by(articles.c.id))
        leave_stories(self._connection, list(ids))

    def link(self, near: Mapping[str, Mapping[str, float]]) -> None:
        """Note the neighbours of articles, each with its likeness."""
        rows = [
            {"article": article, "other": other, "likeness": alike}
            for article, others in near.items()
            for other, alike in sorted(others.items())
        ]
        if rows:
            self._connection.execute(self._insert_new(story_links), rows)

    def links(self, ids: Collection[str], most: int) -> dict[str, dict[str, float]]:
        """The neighbours of each article, whichever was linked: the nearest, at most so many."""
        return links(self._connection, ids, most)

    def stories(self, ids: Collection[str]) -> dict[str, str]:
        """The story that each of these articles is in; those that wait for one are left out."""
        found: dict[str, str] = {}
        for portion in parted(sorted(ids), MANY):
            query = select(sketches.c.article, sketches.c.story).where(
                sketches.c.article.in_(portion), sketches.c.story.is_not(None)
            )
            found.update((key, story) for key, story in self._connection.execute(query))
        return found

    def members(self, ids: Collection[str]) -> dict[str, frozenset[str]]:
        """The articles of each of these stories."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for portion in parted(sorted(ids), MANY):
            query = select(sketches.c.story, sketches.c.article)
            for story, key in self._connection.execute(query.where(sketches.c.story.in_(portion))):
                found[story].add(key)
        return {story: frozenset(found[story]) for story in sorted(found)}

    def told(self, ids: Collection[str]) -> Iterator[Story]:
        """These stories as they stand, by id."""
        return load_stories(self._connection, ids)

    def tell(self, told: Collection[Story]) -> None:
        """Note stories, no two of which share an article, each in the place of whatever its articles were in."""
        if not told:
            return
        becomes = {article: story.id for story in told for article in story.articles}
        before = self._taken_over(becomes)
        taken = update(sketches).where(sketches.c.article == bindparam("known"))
        self._connection.execute(
            taken.values(story=bindparam("now"), was=None),
            [{"known": article, "now": story} for article, story in becomes.items()],
        )
        ids = sorted(story.id for story in told)
        self._drop(ids)
        self._connection.execute(insert(stories), [_row(story) for story in told])
        gone = {pair: number for pair, number in before.items() if pair[0] != pair[1]}
        if gone:
            changes = [
                {"before": one, "after": story, "articles": gone[one, story], "at": self._now}
                for one, story in sorted(gone)
            ]
            self._connection.execute(self._insert_new(story_changes), changes)
            self._drop_empty(sorted({one for one, _ in gone}))

    def _taken_over(self, becomes: Mapping[str, str]) -> Mapping[tuple[str, str], int]:
        """How many articles go from which story into which."""
        moved: Counter[tuple[str, str]] = Counter()
        held = func.coalesce(sketches.c.story, sketches.c.was)
        for portion in parted(list(becomes), MANY):
            query = select(sketches.c.article, held)
            known = query.where(sketches.c.article.in_(portion), held.is_not(None))
            moved.update((one, becomes[key]) for key, one in self._connection.execute(known))
        return moved

    def _drop_empty(self, ids: Sequence[str]) -> None:
        """Stories of which no article is left."""
        kept: set[str] = set()
        for portion in parted(ids, MANY):
            left = union_all(
                select(sketches.c.story).where(sketches.c.story.in_(portion)),
                select(sketches.c.was).where(sketches.c.was.in_(portion)),
            )
            kept.update(self._connection.scalars(left))
        self._drop([one for one in ids if one not in kept])

    def _drop(self, ids: Sequence[str]) -> None:
        for portion in parted(ids, MANY):
            self._connection.execute(delete(stories).where(stories.c.id.in_(portion)))


def await_stories(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these articles, which are new, have no sketch and no story yet."""
    rows = [{"article": key, "day": _UNSKETCHED, "sketch": b""} for key in ids]
    if rows:
        connection.execute(insert(sketches), rows)


def leave_stories(connection: Connection, ids: Sequence[str]) -> None:
    """Take articles out of their stories, with all that they were found by, until they are sketched again.

    The others of these stories wait for one, and how usual words are is to be counted again, since the
    count has words of the articles.
    """
    for portion in parted(ids, MANY):
        held = func.coalesce(sketches.c.story, sketches.c.was)
        left = select(held).where(sketches.c.article.in_(portion), held.is_not(None))
        told = list(connection.scalars(left.distinct()))
        connection.execute(delete(stories).where(stories.c.id.in_(told)))
        others = update(sketches).where(sketches.c.story.in_(told))
        connection.execute(others.values(story=None, was=sketches.c.story))
        again = update(sketches).where(sketches.c.article.in_(portion))
        connection.execute(again.values(story=None, sketch=b"", day=_UNSKETCHED))
        for table in (story_terms, story_links):
            connection.execute(delete(table).where(table.c.article.in_(portion)))
        connection.execute(delete(story_links).where(story_links.c.other.in_(portion)))
        connection.execute(update(story_scale).values(scale=b""))


def _row(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": plain(story.title),
        "first": story.first.start if story.first else None,
        "last": story.last.start if story.last else None,
        "articles": len(story.articles),
        "record": json_of(story),
    }
