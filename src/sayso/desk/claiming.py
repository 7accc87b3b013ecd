"""Which claims and records a table holds: those of one portion of the stories, or of what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from sayso.desk.library import Portion
from sayso.desk.showing import Asked, Desk
from sayso.desk.tables import PART, Value, asked_filter, numbered
from sayso.desk.told import Told
from sayso.desk.words import actor_place, short
from sayso.model.collation import Claim, ClaimRecord
from sayso.model.text import Party
from sayso.search.filters import Filter
from sayso.stores import Selection

R = TypeVar("R", bound=ClaimRecord)


class Stock(NamedTuple):
    """The stories of a table, and what is asked of their records."""

    stories: Portion
    wanted: Filter

    def of_kind(self, kind: type[R]) -> Iterator[tuple[Told, Claim, R]]:
        """The claims about one kind of record, each with its best-sourced one."""
        for told, claim in self.claims():
            if isinstance(claim.record, kind):
                yield told, claim, claim.record

    def claims(self) -> Iterator[tuple[Told, Claim]]:
        """The claims with a record that meets what is asked, story by story in the brief's order."""
        for told in self.stories.told:
            articles = told.articles
            for claim in told.page.claims:
                records = (told.page.records[key] for key in claim.records)
                if any(self.wanted.meets(one, articles[one.article]) for one in records):
                    yield told, claim


def take_stock(request: Asked, desk: Desk, kinds: frozenset[str] | None = None) -> Stock:
    """A portion of the stories (``?part=``), or with ``?story=`` that one; `kinds` are of the records that matter."""
    wanted = asked_filter(request)
    story = request.query_params.get("story")
    if story:
        told = desk.library.told(story)
        found = (told,) if told else ()
        return Stock(Portion(found, 1, 1, 1, len(found), len(found)), wanted)
    among = None
    if kinds or wanted.who or wanted.dated:
        among = desk.library.holding(
            Selection(kinds=kinds, who=wanted.who_words, since=wanted.since, until=wanted.until)
        )
    return Stock(desk.library.portion(numbered(request, PART), among), wanted)


def story_value(told: Told) -> Value:
    """The story in a cell."""
    return Value(short(told.story.title, 60), f"/story/{told.story.id}")


def party_value(told: Told, party: Party | None) -> Value:
    """A party in a cell, leading to its page."""
    if party is None:
        return Value("not told")
    return Value(told.page.name(party), actor_place(party))
