"""Articles as they are compared, out of a corpus: some are kept, since those of a story are asked for again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from sayso.collate.sketches import Sketch
from sayso.collate.vectors import Gauge, Portrait

# Looks that are kept, and sketches that are fetched at a time: of some tens of kilobytes each.
_KEPT = 500
_FETCHED = 100


class Sketches(Protocol):
    """What has the sketches of articles; those of one article stay the same."""

    def sketches(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of these articles."""


class Look(NamedTuple):
    """An article's sketch, and the portrait that a gauge makes of it."""

    sketch: Sketch
    portrait: Portrait


class Album:
    """The looks of articles by one gauge."""

    def __init__(self, gauge: Gauge) -> None:
        self._gauge = gauge
        self._kept: dict[str, Look] = {}

    def looks(self, articles: Collection[str], corpus: Sketches) -> Mapping[str, Look]:
        """The looks of these articles."""
        found = {key: self._kept[key] for key in articles if key in self._kept}
        missing = [key for key in articles if key not in found]
        for at in range(0, len(missing), _FETCHED):
            fetched = corpus.sketches(missing[at : at + _FETCHED])
            made = {key: Look(one, self._gauge.portrait(one)) for key, one in fetched.items()}
            found |= made
            self._kept |= made
        for key in list(self._kept)[:-_KEPT]:
            del self._kept[key]
        return found

    def portraits(self, articles: Collection[str], corpus: Sketches) -> Mapping[str, Portrait]:
        """The portraits of these articles."""
        return {key: look.portrait for key, look in self.looks(articles, corpus).items()}
