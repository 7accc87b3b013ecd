"""Which claims and records a table holds: those of the newest stories, or of what is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.briefs.numbers import plural
from sayso.desk.library import Told
from sayso.desk.showing import Asked, Desk
from sayso.desk.tables import Value, asked_filter
from sayso.desk.words import actor_place
from sayso.model.collation import Claim
from sayso.model.text import Party
from sayso.search.filters import Filter
from sayso.stores import Selection

# Stories are compared for a table until they have so many articles together.
_MOST_ARTICLES = 400


class Stock(NamedTuple):
    """The stories of a table, what is asked of their records, and what the page says of those left out."""

    stories: tuple[Told, ...]
    wanted: Filter
    note: str

    def claims(self, about: str | None = None) -> Iterator[tuple[Told, Claim]]:
        """The claims with a record that meets what is asked, story by story in the brief's order."""
        for told in self.stories:
            articles = told.articles
            for claim in told.page.claims:
                if about is None or claim.about == about:
                    records = (told.page.records[key] for key in claim.records)
                    if any(self.wanted.meets(one, articles[one.article]) for one in records):
                        yield told, claim


def take_stock(request: Asked, desk: Desk, kinds: frozenset[str] | None = None) -> Stock:
    """The newest stories, or with ``?story=`` that one; `kinds` are of the records that matter."""
    wanted = asked_filter(request)
    story = request.query_params.get("story")
    if story:
        told = desk.library.told(story)
        return Stock((told,) if told else (), wanted, "")
    among = None
    if wanted.who or wanted.dated:
        asked = Selection(
            kinds=kinds,
            who=wanted.who_words,
            since=wanted.since,
            until=wanted.until,
            bare=True,
        )
        among = {ledger.article.id for ledger in desk.library.store.ledgers(asked)}
    stories, left = desk.library.newest(_MOST_ARTICLES, among)
    note = (
        f"{plural(left, 'older story', 'older stories')} left out: ask for names or days"
        if left
        else ""
    )
    return Stock(tuple(stories), wanted, note)


def party_value(told: Told, party: Party | None) -> Value:
    """A party in a cell, leading to its page."""
    if party is None:
        return Value("not told")
    return Value(told.page.name(party), actor_place(party))
