"""Articles on their way into stories: what they are found by, their neighbours, and the stories they make.

Sketches are bytes here: whoever gathers knows what is in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, delete, func, insert, select, text, union_all, update

from sayso.model.collation import Story
from sayso.stores.rows import json_of, plain
from sayso.stores.selecting import MANY, parted
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

# Asked for each article that comes: to write it anew each time would cost more than the answer.
_HOLDERS = """
SELECT * FROM (
    SELECT '{0}' AS name, article, weight FROM story_terms
    WHERE term = :{0} AND day BETWEEN :first AND :last
    ORDER BY day DESC, article LIMIT :most
) AS of_{0}"""
_LINKS = text("""
SELECT * FROM (
    SELECT other AS near, likeness FROM story_links WHERE article = :article
    ORDER BY likeness DESC, other LIMIT :most
) AS own
UNION
SELECT * FROM (
    SELECT article AS near, likeness FROM story_links WHERE other = :article
    ORDER BY likeness DESC, article LIMIT :most
) AS theirs""")


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
            self._connection.execute(update(sketches).values(sketch=b""))

    def unsketched(self, most: int) -> tuple[str, ...]:
        """Articles without a sketch, by id, at most so many."""
        query = (
            select(articles.c.id)
            .outerjoin(sketches, sketches.c.article == articles.c.id)
            .where(sketches.c.article.is_(None) | (sketches.c.sketch == b""))
            .order_by(articles.c.id)
            .limit(most)
        )
        return tuple(self._connection.scalars(query))

    def sketch(self, rows: Iterable[tuple[str, int, bytes]]) -> None:
        """Keep sketches: of each article its id, its day as a number (0: no date) and the bytes."""
        made = {key: {"day": day, "sketch": data} for key, day, data in rows}
        known = self.sketches(made, empty=True)
        # What was forgotten in between stays out.
        fresh = self._here(made.keys() - known.keys())
        if new := [{"article": key, **made[key]} for key in fresh]:
            self._connection.execute(insert(sketches), new)
        for key in known:
            again = update(sketches).where(sketches.c.article == key)
            self._connection.execute(again.values(**made[key]))

    def _here(self, ids: Collection[str]) -> list[str]:
        return [
            key
            for portion in parted(sorted(ids), MANY)
            for key in self._connection.scalars(
                select(articles.c.id).where(articles.c.id.in_(portion))
            )
        ]

    def sketched(self) -> int:
        """How many articles have a sketch."""
        query = select(func.count()).select_from(sketches).where(sketches.c.sketch != b"")
        return self._connection.scalar(query) or 0

    def first_sketches(self, most: int) -> Iterable[bytes]:
        """Sketches of articles by id, at most so many."""
        query = select(sketches.c.sketch).where(sketches.c.sketch != b"")
        return self._connection.scalars(query.order_by(sketches.c.article).limit(most))

    def waiting(self, most: int) -> tuple[str, ...]:
        """Articles that have a sketch and no story, by id, at most so many."""
        query = select(sketches.c.article).where(
            sketches.c.story.is_(None), sketches.c.sketch != b""
        )
        return tuple(self._connection.scalars(query.order_by(sketches.c.article).limit(most)))

    def sketches(self, ids: Collection[str], *, empty: bool = False) -> dict[str, bytes]:
        """The sketches of these articles; `empty` ones are to be made again."""
        found: dict[str, bytes] = {}
        for portion in parted(sorted(ids), MANY):
            query = select(sketches.c.article, sketches.c.sketch)
            rows = self._connection.execute(query.where(sketches.c.article.in_(portion)))
            found.update((key, data) for key, data in rows if data or empty)
        return found

    def add(self, article: str, day: int, terms: Mapping[str, float]) -> None:
        """Note the weights of the terms by which an article is found."""
        rows = [
            {"term": plain(term), "day": day, "article": article, "weight": weight}
            for term, weight in sorted(terms.items())
        ]
        if rows:
            self._connection.execute(self._insert_new(story_terms), rows)

    def holders(
        self, terms: Collection[str], first: int, last: int, most: int
    ) -> Iterable[tuple[str, str, float]]:
        """Each term with articles of these days, the newest, at most so many, and its weight in them."""
        asked = {f"term{at}": plain(term) for at, term in enumerate(terms)}
        if not asked:
            return
        days = {"first": first, "last": last, "most": most}
        as_given = dict(zip(asked, terms, strict=True))
        for name, article, weight in self._connection.execute(
            text(" UNION ALL ".join(map(_HOLDERS.format, asked))), {**asked, **days}
        ):
            yield as_given[name], article, weight

    def link(self, article: str, others: Mapping[str, float]) -> None:
        """Note the neighbours of an article, each with its likeness."""
        rows = [
            {"article": article, "other": other, "likeness": alike}
            for other, alike in sorted(others.items())
        ]
        if rows:
            self._connection.execute(self._insert_new(story_links), rows)

    def links(self, ids: Collection[str], most: int) -> dict[str, dict[str, float]]:
        """The neighbours of each article, whichever was linked: the nearest, at most so many."""
        return {key: self._links_of(key, most) for key in sorted(ids)}

    def _links_of(self, key: str, most: int) -> dict[str, float]:
        rows = self._connection.execute(_LINKS, {"article": key, "most": most})
        found: dict[str, float] = {row.near: row.likeness for row in rows}
        nearest = sorted(found, key=lambda near: (-found[near], near))[:most]
        return {near: found[near] for near in nearest}

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

    def tell(self, told: Iterable[Story]) -> None:
        """Note stories, each in the place of whatever its articles were in."""
        for story in told:
            before = self._taken_over(story)
            for portion in parted(story.articles, MANY):
                taken = update(sketches).where(sketches.c.article.in_(portion))
                self._connection.execute(taken.values(story=story.id, was=None))
            self._connection.execute(delete(stories).where(stories.c.id == story.id))
            self._connection.execute(insert(stories), [_row(story)])
            gone = sorted(before.keys() - {story.id})
            if gone:
                changes = [
                    {"before": one, "after": story.id, "articles": before[one], "at": self._now}
                    for one in gone
                ]
                self._connection.execute(self._insert_new(story_changes), changes)
                self._drop_empty(gone)

    def _taken_over(self, story: Story) -> dict[str, int]:
        before: defaultdict[str, int] = defaultdict(int)
        held = func.coalesce(sketches.c.story, sketches.c.was)
        for portion in parted(story.articles, MANY):
            query = select(held, func.count()).where(
                sketches.c.article.in_(portion), held.is_not(None)
            )
            for one, number in self._connection.execute(query.group_by(held)):
                before[one] += number
        return before

    def _drop_empty(self, ids: Sequence[str]) -> None:
        """Stories of which no article is left."""
        left = union_all(
            select(sketches.c.story).where(sketches.c.story.in_(ids)),
            select(sketches.c.was).where(sketches.c.was.in_(ids)),
        )
        kept = frozenset(self._connection.scalars(left))
        gone = [one for one in ids if one not in kept]
        self._connection.execute(delete(stories).where(stories.c.id.in_(gone)))


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
        connection.execute(again.values(sketch=b""))
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
