"""Stories: which articles are about one dispute.

Articles in, disjoint stories out, each article in exactly one. What their leads mean and their words
decide, so nothing has to be parsed; names and numbers weigh more than other words, since they tell one
event of a kind from another. A story is a chain in time: an article joins it by others that were
published within some days of it. Where one comes after another into an archive, see ``gathering``.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from sayso.books.accounts import AccountBook, load_accounts
from sayso.books.languages import is_read
from sayso.books.stories import StoryBook, load_story_book
from sayso.collate.abroad import (
    Guests,
    aims_of,
    facing_of,
    marked,
    may_be_near,
    near_by_direction,
    seated,
)
from sayso.collate.batch import kept
from sayso.collate.keywords import keywords_of
from sayso.collate.linkage import Pair, linked
from sayso.collate.nearness import Lookup, candidates, nearest
from sayso.collate.sketches import Sketch, direction_of, sketches_of
from sayso.collate.usage import Usage, usage_of
from sayso.collate.vectors import Gauge, Portrait, Vector, key_terms
from sayso.collate.words import stems_of, words_of
from sayso.meaning import load_meaning
from sayso.model.collation import Story
from sayso.model.ids import content_id
from sayso.model.text import Article, When
from sayso.tongues import EXTRA, Tongues, load_tongues

log = logging.getLogger(__name__)

# Days between two articles of one story, at most.
WINDOW = 90

_UNTITLED = "Untitled"
# How many keywords stand for a title that no article has.
_TITLE_WORDS = 3


def find_stories(
    articles: Sequence[Article], *, window: int = WINDOW, words_alone: bool = False
) -> tuple[Story, ...]:
    """The stories of a batch: the largest first, then by first date and title; none for an empty batch.

    `window` is in days; an article without a date may be near to any, and joins no two that are further apart.
    Copies of one article count once. The order of `articles` changes nothing. With `words_alone`, or where the model of meaning is not installed, words
    decide.
    """
    distinct = {article.id: article for article in articles}
    batch = [distinct[key] for key in sorted(distinct)]
    meaning = load_meaning() if len(batch) > 1 and not words_alone else None
    limits, book = load_story_book(), load_accounts()
    tongues = tongues_for(unread(batch)) if meaning else None
    sketches = {one.article: one for one in sketches_of(batch, book, meaning, tongues)}
    gauge = Gauge(usage_among(sketches, limits), limits, meaning is not None, book)
    portraits = {key: gauge.portrait(sketch) for key, sketch in sketches.items()}
    groups = grouped(sketches, portraits, gauge, window, _Facing(distinct, sketches, tongues))
    dates = {key: sketch.published for key, sketch in sketches.items()}
    return ranked(
        [
            story_of(group, [dates[key] for key in group], sketches, portraits, gauge)
            for group in groups
        ]
    )


class Directions(Protocol):
    """What has the directions of articles across languages (``abroad``)."""

    def directions(self, articles: Collection[str]) -> Mapping[str, bytes]:
        """The direction of each of these articles."""


def tongues_for(number: int) -> Tongues | None:
    """The model for so many articles in languages that are not read; None, and a message, if it is missing."""
    if not number:
        return None
    model = load_tongues()
    if model is None:
        miss_tongues(number)
    return model


def miss_tongues(number: int) -> None:
    """Warn that nothing finds the stories of so many articles."""
    what = "1 article is" if number == 1 else f"{number:,} articles are"
    log.warning("%s in languages that are not read: %s finds their stories", what, EXTRA)


def unread(articles: Iterable[Article]) -> int:
    """How many of the articles are in languages that are not read."""
    return sum(not is_read(article.language) for article in articles)


class _Facing:
    """The directions of the articles of a batch; those in English are made when they are asked for."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        sketches: Mapping[str, Sketch],
        tongues: Tongues | None,
    ) -> None:
        self._articles = articles
        self._tongues = tongues
        self._made = {key: one.abroad for key, one in sketches.items() if one.abroad}

    def directions(self, articles: Collection[str]) -> Mapping[str, bytes]:
        for key in articles:
            if key not in self._made and self._tongues is not None:
                self._made[key] = direction_of(self._articles[key], self._tongues)
        return {key: self._made[key] for key in articles}


def grouped(
    sketches: Mapping[str, Sketch],
    portraits: Mapping[str, Portrait],
    gauge: Gauge,
    window: int,
    facing: Directions | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The articles of each story, whose portraits one gauge has made.

    `facing` is asked for directions where articles are in languages that are not read.
    """
    home = {key: one for key, one in portraits.items() if not one.is_abroad}
    keys = {key: key_terms(one.words, gauge.limits.key_terms) for key, one in portraits.items()}
    pairs = _neighbours(sketches, home, keys, gauge, window)
    groups = linked(home, pairs, gauge.least, window)
    if len(home) == len(portraits) or facing is None:
        return groups
    aims = aims_of(sketches, keys, gauge)
    lookup = Lookup()
    for key, aim in aims.items():
        lookup.add(key, aim.day, marked(aim.terms) if aim.is_abroad else aim.terms)
    found = {key: may_be_near(key, aim, lookup, window, gauge.limits) for key, aim in aims.items()}
    compared = {key for some in found.items() if some[1] for key in (some[0], *some[1])}
    directions = facing.directions(sorted(compared))
    days = {key: aim.day for key, aim in aims.items()}
    across = {
        (min(key, other), max(key, other), alike)
        for key, others in found.items()
        if others
        for other, alike in near_by_direction(key, others, directions, gauge.limits).items()
    }
    guests = {
        key: facing_of(sketches[key].abroad, days[key]) for key in sketches if key not in home
    }
    return seated(groups, Guests(guests, across), portraits, window)


def stories_among(
    articles: Sequence[Article],
    known: Sequence[Story],
    window: int,
    *,
    words_alone: bool = False,
) -> tuple[Story, ...]:
    """The stories of the articles: known ones as far as they go, and those of all other articles."""
    stories = list(kept(known, articles))
    told = {article for story in stories for article in story.articles}
    others = [article for article in articles if article.id not in told]
    return ranked([*stories, *find_stories(others, window=window, words_alone=words_alone)])


def usage_among(sketches: Mapping[str, Sketch], limits: StoryBook) -> Usage:
    """The usage of words in a batch; in a large one that of so many, and any, of its articles."""
    counted = sorted(sketches)[: limits.counted_articles]  # ids are hashes: a sample
    return usage_of(sketches[key].subject for key in counted)


def _neighbours(
    sketches: Mapping[str, Sketch],
    portraits: Mapping[str, Portrait],
    keys: Mapping[str, Vector],
    gauge: Gauge,
    window: int,
) -> set[Pair]:
    """All pairs of articles that are alike enough, and near in time."""
    limits = gauge.limits
    lookup = Lookup()
    for key in portraits:
        lookup.add(key, sketches[key].day, keys[key])
    pairs: set[Pair] = set()
    for key in portraits:
        terms = keys[key]
        found = candidates(key, sketches[key].day, terms, lookup, window, limits)
        near = nearest(
            portraits[key], {other: portraits[other] for other in found}, gauge.least, limits
        )
        pairs.update((min(key, other), max(key, other), near[other]) for other in near)
    return pairs


def ranked(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Stories in the order in which they are told."""
    return tuple(sorted(stories, key=_rank))


def story_of(
    articles: Sequence[str],
    published: Iterable[When | None],
    sketches: Mapping[str, Sketch],
    portraits: Mapping[str, Portrait],
    gauge: Gauge,
) -> Story:
    """The story that these articles tell, given in order; `published` has the first and last of their dates.

    Sketches and portraits are needed of those alone that give title and keywords (`titling`).
    """
    sample = titling(articles, gauge)
    # What is read can be understood, if there is any of it.
    sample = [key for key in sample if sketches[key].language is None] or sample
    keywords = keywords_of(
        [sketches[key].subject for key in sample],
        [portraits[key].words for key in sample],
        gauge.limits,
    )
    dates = [when for when in published if when and when.start]
    return Story(
        id=content_id("story", tuple(articles)),
        title=_title([sketches[key].title for key in sample], keywords, gauge.book),
        articles=tuple(articles),
        first=min(dates, key=_start, default=None),
        last=max(dates, key=_start, default=None),
        keywords=keywords,
    )


def titling(articles: Sequence[str], gauge: Gauge) -> Sequence[str]:
    """Those of the articles of a story, given in order, that give title and keywords: some, and any."""
    return articles[: gauge.limits.titled_by]


def _rank(story: Story) -> tuple[int, tuple[str, str], str, str]:
    first = _start(story.first) if story.first else ("9999", "")
    return -len(story.articles), first, story.title, story.id


def _start(when: When) -> tuple[str, str]:
    return when.start or "", when.text


def _title(titles: Sequence[str | None], keywords: Sequence[str], book: AccountBook) -> str:
    """The title that shares most words with the others; without any, what weighs most in the texts."""
    stems = {title: stems_of(words_of(title, book)) for title in titles if title}
    counts = Counter(stem for title in titles if title for stem in stems[title])

    def rank(title: str) -> tuple[float, int, str]:
        central = sum(counts[stem] - 1 for stem in stems[title]) / (len(stems[title]) or 1)
        return -central, len(title), title

    if stems:
        return min(stems, key=rank)
    return ", ".join(keywords[:_TITLE_WORDS]) or _UNTITLED
