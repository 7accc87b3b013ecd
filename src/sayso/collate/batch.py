"""The batch as a set: each article once, in an order that does not depend on how it came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.model.reading import Ledger


def settle(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """Each article once, by article id. Of copies of one input, the smallest path stays."""
    best: dict[str, Ledger] = {}
    for ledger in ledgers:
        known = best.get(ledger.article.id)
        if known is None or _rank(ledger) < _rank(known):
            best[ledger.article.id] = ledger
    return tuple(best[key] for key in sorted(best))


def as_one(stories: Sequence[Story]) -> tuple[Story, ...]:
    """All stories as one, named as the first of them: whoever passes the articles says they belong together."""
    if len(stories) < 2:
        return tuple(stories)
    articles = tuple(sorted(article for story in stories for article in story.articles))
    firsts = [story.first for story in stories if story.first is not None]
    lasts = [story.last for story in stories if story.last is not None]
    return (
        Story(
            id=content_id("story", articles),
            title=stories[0].title,
            articles=articles,
            first=min(firsts, key=lambda when: (when.start or "", when.text), default=None),
            last=max(lasts, key=lambda when: (when.start or "", when.text), default=None),
            keywords=stories[0].keywords,
        ),
    )


def _rank(ledger: Ledger) -> tuple[str, str]:
    return ledger.article.path or "", ledger.article.url or ""
