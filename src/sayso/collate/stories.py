"""Stories: which articles are about one dispute.

Articles in, disjoint stories out, each article in exactly one. What their leads mean and their words
decide, so nothing has to be parsed; names and numbers weigh more than other words, since they tell one
event of a kind from another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.books.accounts import load_accounts
from sayso.books.stories import load_story_book
from sayso.collate.keywords import keywords_of
from sayso.collate.leads import lead_meanings
from sayso.collate.linkage import linked
from sayso.collate.subjects import subject_of
from sayso.collate.vectors import portraits_of
from sayso.collate.words import stems_of, words_of
from sayso.meaning import load_meaning
from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.model.text import Article, When

_UNTITLED = "Untitled"
# How many keywords stand for a title that no article has.
_TITLE_WORDS = 3


def find_stories(articles: Sequence[Article]) -> tuple[Story, ...]:
    """The stories of a batch: the largest first, then by first date and title; none for an empty batch.

    Copies of one article count once. The order of `articles` changes nothing. Where the model of meaning
    is not installed, words alone decide.
    """
    book, limits = load_accounts(), load_story_book()
    distinct = {article.id: article for article in articles}
    batch = [distinct[key] for key in sorted(distinct)]
    subjects = [subject_of(article, book) for article in batch]
    meaning = load_meaning() if len(batch) > 1 else None
    meanings = lead_meanings(batch, meaning) if meaning else None
    portraits = portraits_of(subjects, meanings, limits)
    least = limits.likeness if meanings is None else limits.likeness_with_meaning
    titles = [stems_of(words_of(article.title or "", book)) for article in batch]
    stories = [
        _story(
            [batch[index] for index in group],
            [titles[index] for index in group],
            keywords_of(
                [subjects[index] for index in group],
                [portraits.words[index] for index in group],
                limits,
            ),
        )
        for group in linked(portraits, least)
    ]
    return tuple(sorted(stories, key=_rank))


def _story(
    articles: Sequence[Article], titles: Sequence[frozenset[str]], keywords: tuple[str, ...]
) -> Story:
    ids = tuple(article.id for article in articles)
    dates = [article.published for article in articles]
    return Story(
        id=content_id("story", ids),
        title=_title(articles, titles, keywords),
        articles=ids,
        first=min((when for when in dates if when and when.start), key=_start, default=None),
        last=max((when for when in dates if when and when.start), key=_start, default=None),
        keywords=keywords,
    )


def _rank(story: Story) -> tuple[int, tuple[str, str], str, str]:
    first = _start(story.first) if story.first else ("9999", "")
    return -len(story.articles), first, story.title, story.id


def _start(when: When) -> tuple[str, str]:
    return when.start or "", when.text


def _title(
    articles: Sequence[Article], titles: Sequence[frozenset[str]], keywords: Sequence[str]
) -> str:
    """The title that shares most words with the others; without any, what weighs most in the texts."""
    counts = Counter(stem for stems in titles for stem in stems)

    def rank(position: int) -> tuple[float, int, str]:
        stems, title = titles[position], articles[position].title or ""
        central = sum(counts[stem] - 1 for stem in stems) / (len(stems) or 1)
        return -central, len(title), title

    titled = [position for position, article in enumerate(articles) if article.title]
    if titled:
        return articles[min(titled, key=rank)].title or _UNTITLED
    return ", ".join(keywords[:_TITLE_WORDS]) or _UNTITLED
