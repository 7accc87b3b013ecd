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
from typing import Protocol

from sayso.collate.linkage import Pair, linked
from sayso.collate.nearness import Holders, candidates, nearest
from sayso.collate.sketches import Sketch
from sayso.collate.stories import story_of, titling
from sayso.collate.vectors import Gauge, Portrait, key_terms
from sayso.model.collation import Story

# Portraits that are kept at a time, and sketches that are held while they are painted: of some tens of
# kilobytes each.
_PORTRAITS = 1_000
_SKETCHES = 100


# The articles of stories, by the story's id.
Members = Mapping[str, frozenset[str]]


class Corpus(Holders, Protocol):
    """The articles that are there, and the stories that they are in."""

    def sketches(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of these articles."""

    def add(self, article: str, day: int, terms: Mapping[str, float]) -> None:
        """Note the weights of the terms by which an article is found."""

    def link(self, article: str, others: Mapping[str, float]) -> None:
        """Note the neighbours of an article, each with its likeness."""

    def links(self, articles: Collection[str], most: int) -> Mapping[str, Mapping[str, float]]:
        """The neighbours of each article, whichever of the two was linked: the nearest, at most so many."""

    def stories(self, articles: Collection[str]) -> Mapping[str, str]:
        """The story that each of these articles is in, by id; those that wait for one are left out."""

    def members(self, stories: Collection[str]) -> Members:
        """The articles of each of these stories."""

    def told(self, stories: Collection[str]) -> Mapping[str, Story]:
        """These stories, by id."""

    def tell(self, stories: Iterable[Story]) -> None:
        """Note stories, each in the place of whatever its articles were in."""


class Gatherer:
    """Puts new articles into the stories of a corpus, which nobody else changes meanwhile.

    `window` is in days, as for ``stories.find_stories``.
    """

    def __init__(self, corpus: Corpus, gauge: Gauge, window: int) -> None:
        self._corpus = corpus
        self._gauge = gauge
        self._window = window
        self._portraits: dict[str, Portrait] = {}

    def gather(self, articles: Collection[str]) -> Iterator[Story]:
        """Put articles, which the corpus has in no story yet, into stories: those that are told anew.

        Their order changes nothing.
        """
        new = sorted(set(articles))
        self._connect(new)
        for reached in self._parts(new):
            stories = list(self._group(reached))
            self._corpus.tell(stories)
            yield from stories

    def _connect(self, new: Sequence[str]) -> None:
        limits = self._gauge.limits
        sketches = self._corpus.sketches(new)
        portraits = self._painted(sketches)
        keys = {key: key_terms(portraits[key].words, limits.key_terms) for key in new}
        for key in new:
            self._corpus.add(key, sketches[key].day, keys[key])
        for key in new:
            day = sketches[key].day
            found = candidates(key, day, keys[key], self._corpus, self._window, limits)
            near = nearest(portraits[key], self._known(found), self._gauge.least, limits)
            self._corpus.link(key, near)

    def _known(self, articles: Collection[str]) -> Mapping[str, Portrait]:
        known = {key: self._portraits[key] for key in articles if key in self._portraits}
        missing = [key for key in articles if key not in known]
        for at in range(0, len(missing), _SKETCHES):
            known |= self._painted(self._corpus.sketches(missing[at : at + _SKETCHES]))
        return known

    def _painted(self, sketches: Mapping[str, Sketch]) -> Mapping[str, Portrait]:
        made = {key: self._gauge.portrait(sketch) for key, sketch in sketches.items()}
        if len(self._portraits) > _PORTRAITS:
            self._portraits.clear()
        self._portraits.update(made)
        return made

    def _parts(self, new: Sequence[str]) -> Iterator[Sequence[str]]:
        """What hangs together with new articles, part for part; each new one is in one of them."""
        left = dict.fromkeys(new)
        while left:
            reached = self._reach(next(iter(left)), left.keys())
            yield reached
            for key in reached:
                left.pop(key, None)

    def _reach(self, start: str, new: Collection[str]) -> Sequence[str]:
        """What hangs together with an article: all new ones, and of the others so many, the nearest first."""
        limits = self._gauge.limits
        reached = {start}
        edge = [start]
        room = limits.regrouped + limits.regrouped_for_each
        while edge:
            links = self._corpus.links(edge, limits.neighbours)
            found: dict[str, float] = {}
            for near in links.values():
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

    def _group(self, reached: Sequence[str]) -> Iterator[Story]:
        """The stories that the articles make now, with whatever belongs to them beside."""
        stories = self._corpus.stories(reached)
        members = self._corpus.members(set(stories.values()))
        inside = frozenset(reached)
        # Stories of which some articles lie beyond what was reached stay as they are, and may grow.
        partial = {story: members[story] & inside for story in members if members[story] - inside}
        portraits = self._known(reached)
        pairs = _pairs(self._corpus.links(reached, self._gauge.limits.neighbours), inside)
        groups = linked(portraits, pairs, self._gauge.least, [sorted(p) for p in partial.values()])
        for group in groups:
            growing = {stories[key] for key in group if stories.get(key) in partial}
            grown = frozenset(group).union(*(members[story] for story in growing))
            if grown not in members.values():
                yield self._told(grown, growing, members)

    def _told(self, articles: Collection[str], growing: Collection[str], members: Members) -> Story:
        """The story of these articles, among them all of the stories that are `growing`.

        Of these only their dates are asked for, so that a large one is not read for each that joins it.
        """
        ids = sorted(articles)
        sample = titling(ids, self._gauge)
        others = set(articles).difference(*(members[story] for story in growing))
        sketches = self._corpus.sketches(others.union(sample))
        before = self._corpus.told(growing).values()
        dates = [
            *(sketches[key].published for key in sorted(others)),
            *(when for story in before for when in (story.first, story.last)),
        ]
        portraits = self._known(sample)
        return story_of(ids, dates, sketches, portraits, self._gauge)


def _pairs(links: Mapping[str, Mapping[str, float]], inside: Collection[str]) -> set[Pair]:
    return {
        (min(key, other), max(key, other), alike)
        for key, near in links.items()
        for other, alike in near.items()
        if other in inside
    }
