"""What the store tells, story by story, kept as long as the store stays as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import NamedTuple

from sayso.briefs import make_briefs
from sayso.briefs.page import Page, open_page
from sayso.collate import Collation, collate
from sayso.collate.judged import in_force
from sayso.collate.stories import find_stories
from sayso.errors import UsageError
from sayso.held import judged_ledgers
from sayso.model.collation import Brief, Claim, Story
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Selection, Store


class Told(NamedTuple):
    """A story with all that its articles say together. `collation` is as of the newest article."""

    story: Story
    collation: Collation
    brief: Brief
    page: Page

    def claim_place(self, claim: Claim) -> str:
        """The address of a claim's page."""
        return f"/story/{self.story.id}/claim/{claim.id}"

    @property
    def claim_pages(self) -> Mapping[int, str]:
        """The same for each claim's number in the brief."""
        return {self.page.numbers[claim.id]: self.claim_place(claim) for claim in self.page.claims}

    @property
    def article_places(self) -> Mapping[str, str]:
        """The addresses of the articles, by their labels."""
        return {label: f"/article/{key}" for key, label in self.page.labels.items()}


class Shelf(NamedTuple):
    """The stories at one state of the store, with their articles without texts' records, by id."""

    state: str
    stories: tuple[Story, ...]
    story_of: Mapping[str, Story]
    articles: Mapping[str, Article]


class Library:
    """Stories of one store, for several threads. At most `most` of them are kept with all they tell."""

    def __init__(self, store: Store, most: int = 64) -> None:
        self.store = store
        self._most = most
        self._shelf: Shelf | None = None
        self._told: OrderedDict[tuple[str, str, str | None], Told | None] = OrderedDict()
        self._lock = threading.RLock()

    def shelf(self) -> Shelf:
        """The stories as the store has them now."""
        state = self.store.state()
        with self._lock:
            if self._shelf is None or self._shelf.state != state:
                self._shelf = self._stacked(state)
            return self._shelf

    def told(self, story: str, as_of: str | None = None) -> Told | None:
        """A story with what it tells, as of a day (ISO date) if one is given.

        UsageError where there is no such story or day; None where none of its articles was out by then.
        """
        shelf = self.shelf()
        known = next((one for one in shelf.stories if one.id == story), None)
        if known is None:
            raise UsageError(f"no story {story} is here")
        key = (shelf.state, story, as_of)
        with self._lock:
            if key not in self._told:
                self._told[key] = self._tell(known, as_of)
            self._told.move_to_end(key)
            while len(self._told) > self._most:
                self._told.popitem(last=False)
            return self._told[key]

    def ready(self, story: str) -> Told | None:
        """The same where it has been told since the store changed last; else None, at once."""
        shelf = self._shelf
        return self._told.get((shelf.state, story, None)) if shelf is not None else None

    def ledger(self, article: str) -> Ledger | None:
        """An article with its records as judged; None where there is no such article."""
        chosen = Selection(articles=frozenset((article,)))
        judgements = in_force(self.store.judgements())
        return next(judged_ledgers(self.store, chosen, judgements), None)

    def _stacked(self, state: str) -> Shelf:
        held = [ledger.article for ledger in self.store.ledgers(Selection(bare=True))]
        stories = find_stories(held)
        return Shelf(
            state=state,
            stories=stories,
            story_of={article: story for story in stories for article in story.articles},
            articles={article.id: article for article in held},
        )

    def _tell(self, story: Story, as_of: str | None) -> Told | None:
        latest = self.told(story.id) if as_of is not None else None
        collation = latest.collation if latest is not None else self._collated(story)
        briefs = make_briefs(collation, as_of)
        return Told(story, collation, briefs[0], open_page(briefs[0])) if briefs else None

    def _collated(self, story: Story) -> Collation:
        judgements = in_force(self.store.judgements())
        chosen = Selection(articles=frozenset(story.articles))
        ledgers = list(judged_ledgers(self.store, chosen, judgements))
        return collate(ledgers, together=True, judgements=judgements)
