"""Articles as they are compared, out of a corpus: some are kept, since those of a story are asked for again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import islice
from typing import Protocol, TypeVar

from sayso.collate.sketches import Sketch
from sayso.collate.vectors import Gauge, Portrait

# Sketches and portraits that are kept, of some tens of kilobytes each, and sketches that are fetched at a time.
_SKETCHES = 300
_PORTRAITS = 1_500
_FETCHED = 100

T = TypeVar("T")


class Sketches(Protocol):
    """What has the sketches of articles; those of one article stay the same."""

    def sketches(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of these articles."""


class Album:
    """The sketches of articles, and the portraits that one gauge makes of them."""

    def __init__(self, gauge: Gauge) -> None:
        self._gauge = gauge
        self._sketches: dict[str, Sketch] = {}
        self._portraits: dict[str, Portrait] = {}

    def sketches(self, articles: Collection[str], corpus: Sketches) -> Mapping[str, Sketch]:
        """The sketches of these articles."""
        found = _taken(self._sketches, articles)
        missing = [key for key in articles if key not in found]
        if missing:
            found |= corpus.sketches(missing)
        _keep(self._sketches, found, _SKETCHES)
        return found

    def portraits(self, articles: Collection[str], corpus: Sketches) -> Mapping[str, Portrait]:
        """The portraits of these articles."""
        found = _taken(self._portraits, articles)
        missing = [key for key in articles if key not in found]
        for at in range(0, len(missing), _FETCHED):
            sketches = self.sketches(missing[at : at + _FETCHED], corpus)
            found |= {key: self._gauge.portrait(sketch) for key, sketch in sketches.items()}
        _keep(self._portraits, found, _PORTRAITS)
        return found


def _taken(kept: dict[str, T], articles: Collection[str]) -> dict[str, T]:
    return {key: kept.pop(key) for key in articles if key in kept}


def _keep(kept: dict[str, T], found: Mapping[str, T], most: int) -> None:
    """Those that were asked for last come last, and those that were not for longest are given up."""
    kept |= found
    for key in list(islice(kept, max(len(kept) - most, 0))):
        del kept[key]
