"""A story with all that its articles say together, as pages ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.briefs.changes import check_order, with_changes
from sayso.briefs.page import Page, open_page
from sayso.collate import Collation
from sayso.model.collation import Brief, Claim, Story
from sayso.model.finding import spans_of
from sayso.model.text import Article, Span


class Told(NamedTuple):
    """A story with all that its articles say together. `collation` is as of the newest article.

    `state` is that of the store which was asked.

    `claim_of` is the claim of each record, by its id; `cited` are the words that anything told of the story
    leads to, by article.
    """

    state: str
    story: Story
    collation: Collation
    brief: Brief
    page: Page
    claim_of: Mapping[str, Claim]
    cited: Mapping[str, tuple[Span, ...]]

    def claim_place(self, claim: Claim) -> str:
        """The address of a claim's page."""
        return f"/story/{self.story.id}/claim/{claim.id}"

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {one.id: one for one in self.brief.records if isinstance(one, Article)}

    @property
    def claim_pages(self) -> Mapping[int, str]:
        """The same for each claim's number in the brief."""
        return {self.page.numbers[claim.id]: self.claim_place(claim) for claim in self.page.claims}

    @property
    def article_places(self) -> Mapping[str, str]:
        """The addresses of the articles, by their labels."""
        return {label: f"/article/{key}" for key, label in self.page.labels.items()}


def told_of(state: str, story: Story, collation: Collation, brief: Brief) -> Told:
    """A story told by its brief."""
    cited: dict[str, dict[tuple[str, int, int], Span]] = {}
    for span in spans_of(brief):
        cited.setdefault(span.article, {})[span.part, span.start, span.end] = span
    return Told(
        state=state,
        story=story,
        collation=collation,
        brief=brief,
        page=open_page(brief),
        claim_of={record: claim for claim in brief.claims for record in claim.records},
        cited={article: tuple(spans.values()) for article, spans in cited.items()},
    )


def changed(told: Told, before: Told | None, since: str) -> Told:
    """The story, telling what has changed since a day (ISO date) as of which it was `before`; None: none of it was out."""
    check_order(since, told.brief.as_of)
    claims = before.brief.claims if before else ()
    out = before.brief.story.articles if before else ()
    brief = with_changes(told.brief, since, claims, out)
    return told_of(told.state, told.story, told.collation, brief)
