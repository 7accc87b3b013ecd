"""Stories of an archive that grows: each article that comes joins one, opens one, or makes several one.

What a new article may belong to is looked up by the words that weigh most in it; then the articles that it
hangs together with, straight or by others, are grouped anew, as a batch would be. So stories merge and
split. Two bounds keep the work for one article from growing with the archive: an article is linked to its
nearest neighbours alone, and only so many articles are grouped anew. Where what hangs together is larger,
the nearest of it are taken, and a story that is taken in part stays together. Until a bound is met, the
stories are those of one batch with all the articles, and the order in which they came changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from sayso.collate.abroad import (
    ABROAD,
    Aim,
    Guests,
    aims_of,
    facing_of,
    marked,
    may_be_near,
    near_by_direction,
    seated,
)
from sayso.collate.album import Album, Sketches
from sayso.collate.linkage import Pair, linked
from sayso.collate.nearness import Ahead, Holders, candidates, nearest
from sayso.collate.sketches import day_of
from sayso.collate.stories import story_of, titling
from sayso.collate.vectors import Gauge, Vector, key_terms
from sayso.model.collation import Story

# Articles of one day whose terms are looked up together.
_ASKED = 50


# The articles of stories, by the story's id.
Members = Mapping[str, frozenset[str]]


class Undirected(Exception):
    """Articles must have their directions first: nothing of what was done meanwhile is to be kept."""

    def __init__(self, articles: tuple[str, ...]) -> None:
        super().__init__(f"{len(articles)} articles have no direction yet")
        self.articles = articles


class Corpus(Holders, Sketches, Protocol):
    """The articles that are there, and the stories that they are in."""

    def directions(self, articles: Collection[str]) -> Mapping[str, bytes]:
        """The directions of articles across languages, of those that have one."""

    def has_abroad(self) -> bool:
        """Whether an article is there that is not read."""

    def add(self, found: Iterable[tuple[str, int, Vector]]) -> None:
        """Note of articles the day and the weights of the terms by which they are found."""

    def link(self, near: Mapping[str, Mapping[str, float]]) -> None:
        """Note the neighbours of articles, each with its likeness."""

    def links(self, articles: Collection[str], most: int) -> Mapping[str, Mapping[str, float]]:
        """The neighbours of each article, whichever of the two was linked: the nearest, at most so many."""

    def stories(self, articles: Collection[str]) -> Mapping[str, str]:
        """The story that each of these articles is in, by id; those that wait for one are left out."""

    def members(self, stories: Collection[str]) -> Members:
        """The articles of each of these stories."""

    def told(self, stories: Collection[str]) -> Mapping[str, Story]:
        """These stories, by id."""

    def tell(self, stories: Collection[Story]) -> None:
        """Note stories, no two of which share an article, each in the place of whatever its articles were in."""


class Gatherer:
    """Puts new articles into the stories of a corpus, which nobody else changes meanwhile.

    `window` is in days, as for ``stories.find_stories``.
    """

    def __init__(self, gauge: Gauge, window: int) -> None:
        self._gauge = gauge
        self._window = window
        self._album = Album(gauge)

    def gather(self, articles: Collection[str], corpus: Corpus) -> Iterator[Story]:
        """Put articles, which the corpus has in no story yet, into stories: those that are told anew.

        Their order changes nothing. Undirected where articles in several languages may be near to each other
        and one has no direction.
        """
        new = sorted(set(articles))
        self._connect(new, corpus)
        links = _Links(corpus, self._gauge.limits.neighbours)
        links.look_around(new)
        left = tuple(self._parts(new, links))
        while left:
            stories = corpus.stories({key for reached in left for key in reached})
            members = corpus.members(set(stories.values()))
            together = _apart(left, stories)
            told = [
                story
                for reached in left[:together]
                for story in self._group(reached, stories, members, links, corpus)
            ]
            corpus.tell(told)
            yield from told
            left = left[together:]

    def _connect(self, new: Sequence[str], corpus: Corpus) -> None:
        limits = self._gauge.limits
        sketches = dict(self._album.sketches(new, corpus))
        days = {key: sketch.day for key, sketch in sketches.items()}
        portraits = self._album.portraits(new, corpus)
        keys = {key: key_terms(portraits[key].words, limits.key_terms) for key in new}
        home = [key for key in new if sketches[key].language is None]
        corpus.add((key, days[key], keys[key]) for key in home)
        near: dict[str, Mapping[str, float]] = {}
        for same in _by_day(home, days):
            held = Ahead(corpus, {term for key in same for term in keys[key]})
            for key in same:
                found = candidates(key, days[key], keys[key], held, self._window, limits)
                others = self._album.portraits(found, corpus)
                near[key] = nearest(portraits[key], others, self._gauge.least, limits)
        if len(home) < len(new) or corpus.has_abroad():
            aims = aims_of(sketches, keys, self._gauge)
            for key, across in self._across(aims, corpus).items():
                near[key] = {**near.get(key, {}), **across}
        corpus.link(near)

    def _across(self, aims: Mapping[str, Aim], corpus: Corpus) -> Mapping[str, Mapping[str, float]]:
        """The neighbours by direction of articles, where one of both is not read."""
        limits = self._gauge.limits
        corpus.add((key, aim.day, marked(aim.terms)) for key, aim in aims.items() if aim.is_abroad)
        days = {key: aim.day for key, aim in aims.items()}
        found: dict[str, tuple[str, ...]] = {}
        for same in _by_day(list(aims), days):
            terms = {term for key in same for term in aims[key].terms}
            held = Ahead(corpus, {*terms, *(ABROAD + term for term in terms)})
            for key in same:
                found[key] = may_be_near(key, aims[key], held, self._window, limits)
        compared = {key for one, some in found.items() if some for key in (one, *some)}
        directions = corpus.directions(sorted(compared))
        if missing := compared - directions.keys():
            raise Undirected(tuple(sorted(missing)))
        return {
            key: near_by_direction(key, others, directions, limits)
            for key, others in found.items()
            if others
        }

    def _parts(self, new: Sequence[str], links: _Links) -> Iterator[Sequence[str]]:
        """What hangs together with new articles, part for part; each new one is in one of them."""
        left = dict.fromkeys(new)
        while left:
            reached = self._reach(next(iter(left)), left.keys(), links)
            yield reached
            for key in reached:
                left.pop(key, None)

    def _reach(self, start: str, new: Collection[str], links: _Links) -> Sequence[str]:
        """What hangs together with an article: all new ones, and of the others so many, the nearest first."""
        limits = self._gauge.limits
        reached = {start}
        edge = [start]
        room = limits.regrouped + limits.regrouped_for_each
        while edge:
            found: dict[str, float] = {}
            for near in links.of(edge).values():
                for other, alike in near.items():
                    if other not in reached:
                        found[other] = max(alike, found.get(other, 0.0))
            coming = [key for key in found if key in new]
            known = sorted(found.keys() - set(coming), key=lambda key: (-found[key], key))
            room += limits.regrouped_for_each * len(coming)
            edge = sorted([*coming, *known[:room]])
            room -= len(known[:room])
            reached.update(edge)
        return sorted(reached)

    def _group(
        self,
        reached: Sequence[str],
        stories: Mapping[str, str],
        members: Members,
        links: _Links,
        corpus: Corpus,
    ) -> Iterator[Story]:
        """The stories that the articles make now, with whatever belongs to them beside."""
        own = {stories[key]: members[stories[key]] for key in reached if key in stories}
        inside = frozenset(reached)
        # Stories of which some articles lie beyond what was reached stay as they are, and may grow.
        partial = {story: own[story] & inside for story in sorted(own) if own[story] - inside}
        portraits = dict(self._album.portraits(reached, corpus))
        for story in corpus.told(partial).values():
            one = min(partial[story.id])
            portraits[one] = portraits[one].over(day_of(story.first), day_of(story.last))
        pairs = _pairs(links.of(reached), inside)
        kept = [sorted(some) for some in partial.values()]
        home = {key: one for key, one in portraits.items() if not one.is_abroad}
        kept_home = [at_home for some in kept if (at_home := [key for key in some if key in home])]
        pairs_home = [pair for pair in pairs if pair[0] in home and pair[1] in home]
        groups = linked(home, pairs_home, self._gauge.least, self._window, kept_home)
        if len(home) < len(portraits):
            guests = self._album.sketches([key for key in portraits if key not in home], corpus)
            facing = {key: facing_of(one.abroad, one.day) for key, one in guests.items()}
            groups = seated(groups, Guests(facing, pairs), portraits, self._window, kept)
        for group in groups:
            growing = {stories[key] for key in group if stories.get(key) in partial}
            grown = frozenset(group).union(*(own[story] for story in growing))
            if grown not in own.values():
                yield self._told(grown, growing, own, corpus)

    def _told(
        self,
        articles: Collection[str],
        growing: Collection[str],
        members: Members,
        corpus: Corpus,
    ) -> Story:
        """The story of these articles, among them all of the stories that are `growing`.

        Of these only their dates are asked for, so that a large one is not read for each that joins it.
        """
        ids = sorted(articles)
        sample = titling(ids, self._gauge)
        others = set(articles).difference(*(members[story] for story in growing))
        sketches = self._album.sketches(others.union(sample), corpus)
        before = corpus.told(growing).values() if growing else ()
        dates = [
            *(sketches[key].published for key in sorted(others)),
            *(when for story in before for when in (story.first, story.last)),
        ]
        portraits = self._album.portraits(sample, corpus)
        return story_of(ids, dates, sketches, portraits, self._gauge)


class _Links:
    """The neighbours of articles, asked for once; no links are made meanwhile."""

    def __init__(self, corpus: Corpus, most: int) -> None:
        self._corpus = corpus
        self._most = most
        self._held: dict[str, Mapping[str, float]] = {}

    def look_around(self, articles: Collection[str]) -> None:
        """Ask ahead for the neighbours of these articles, and for theirs."""
        self.of({other for near in self.of(articles).values() for other in near})

    def of(self, articles: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """The neighbours of each article, with their likeness."""
        missing = [key for key in articles if key not in self._held]
        if missing:
            self._held |= self._corpus.links(missing, self._most)
        return {key: self._held[key] for key in articles}


def _by_day(articles: Iterable[str], days: Mapping[str, int]) -> Iterator[Sequence[str]]:
    """Articles of one day, some at a time: their terms are looked up together."""
    for _, of_day in groupby(sorted(articles, key=days.__getitem__), days.__getitem__):
        same = list(of_day)
        for at in range(0, len(same), _ASKED):
            yield same[at : at + _ASKED]


def _apart(parts: Sequence[Sequence[str]], stories: Mapping[str, str]) -> int:
    """How many of the parts, from the first on, have no article and no story in common."""
    taken: set[str] = set()
    for number, reached in enumerate(parts):
        own = {*reached, *(stories[key] for key in reached if key in stories)}
        if own & taken:
            return number
        taken |= own
    return len(parts)


def _pairs(links: Mapping[str, Mapping[str, float]], inside: Collection[str]) -> set[Pair]:
    return {
        (min(key, other), max(key, other), alike)
        for key, near in links.items()
        for other, alike in near.items()
        if other in inside
    }
