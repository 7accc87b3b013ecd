"""The batch as a set: each article once, in an order that does not depend on how it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.model.reading import Ledger
from sayso.model.text import Article, When
from sayso.model.versions import earlier_of_all


def settle(ledgers: Iterable[Ledger]) -> tuple[Ledger, ...]:
    """Each article once, by article id, with the one that it corrects. Of copies of one input, the smallest path stays."""
    best: dict[str, Ledger] = {}
    for ledger in ledgers:
        known = best.get(ledger.article.id)
        if known is None or _rank(ledger) < _rank(known):
            best[ledger.article.id] = ledger
    before = earlier_of_all(ledger.article for ledger in best.values())
    return tuple(_after(best[key], before.get(key)) for key in sorted(best))


def _after(ledger: Ledger, before: str | None) -> Ledger:
    """The ledger of a later version; the store knows of versions that are not among those at hand."""
    if before is None or ledger.article.version_of is not None:
        return ledger
    article = msgspec.structs.replace(ledger.article, version_of=before)
    return msgspec.structs.replace(ledger, article=article)


def as_one(stories: Sequence[Story]) -> tuple[Story, ...]:
    """All stories as one, named as the first of them: whoever passes the articles says they belong together."""
    if len(stories) < 2:
        return tuple(stories)
    articles = tuple(sorted(article for story in stories for article in story.articles))
    firsts = [story.first for story in stories if story.first is not None]
    lasts = [story.last for story in stories if story.last is not None]
    return (_with(stories[0], articles, firsts, lasts),)


def kept(stories: Iterable[Story], articles: Sequence[Article]) -> Iterator[Story]:
    """What is left of stories with these articles alone; title and keywords stay. One without any is gone."""
    held = {article.id: article for article in articles}
    for story in stories:
        left = tuple(key for key in story.articles if key in held)
        if len(left) == len(story.articles):
            yield story
        elif left:
            dates = [when for key in left if (when := held[key].published) and when.start]
            yield _with(story, left, dates, dates)


def _with(
    story: Story, articles: tuple[str, ...], firsts: Sequence[When], lasts: Sequence[When]
) -> Story:
    return Story(
        id=content_id("story", articles),
        title=story.title,
        articles=articles,
        first=min(firsts, key=_start, default=None),
        last=max(lasts, key=_start, default=None),
        keywords=story.keywords,
    )


def _start(when: When) -> tuple[str, str]:
    return when.start or "", when.text


def _rank(ledger: Ledger) -> tuple[str, str]:
    return ledger.article.path or "", ledger.article.url or ""
