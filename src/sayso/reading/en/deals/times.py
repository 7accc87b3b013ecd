"""When a deal was made or a rule changed: the time that its clause, or the word that governs it, names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model.reading import Attribution, Predicate
from sayso.model.text import Mention, When
from sayso.reading.tree import Tree


class DealTimes:
    """The times of one article, those that could not be resolved among them."""

    def __init__(
        self, tree: Tree, mentions: Sequence[Mention], attributions: Sequence[Attribution]
    ) -> None:
        self._tree = tree
        self._attributions = attributions
        self._times = [(m.span.start, m.when) for m in mentions if m.when is not None]
        self._starts = [start for start, _ in self._times]

    def of(self, predicate: Predicate, index: int, outermost: int | None) -> When | None:
        """The time of a predicate at a token.

        `outermost` is the word that governs it, which may be told outside what is said ("announced on
        Monday its agreement to …").
        """
        if predicate.when is not None:
            return predicate.when
        sentence = self._tree.sentences[self._tree.sentence(index)]
        low = bisect_left(self._starts, sentence.start)
        high = bisect_left(self._starts, sentence.end)
        if low == high:
            return None
        at = self._tree.tokens[index].start
        places = [at] if outermost is None else [at, self._tree.tokens[outermost].start]
        content = (
            self._attributions[predicate.attribution].content
            if predicate.attribution is not None
            else ()
        )
        sides = {any(s.start <= place < s.end for s in content) for place in places}
        near = [
            (abs(start - at), start, when)
            for start, when in self._times[low:high]
            if when.precision != "duration"
            and any(s.start <= start < s.end for s in content) in sides
        ]
        return min(near, key=lambda one: one[:2])[2] if near else None
