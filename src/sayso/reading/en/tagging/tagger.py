"""Finds the words of warnings by weights, passage by passage."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.meaning import Meaning
from sayso.model.reading import Attribution, Sentence
from sayso.model.text import Mention, Span
from sayso.reading.en.attribution.passages import Part
from sayso.reading.en.tagging.inputs import gate_keys, rows, told_traits, windows
from sayso.reading.en.tagging.net import TAGS, forward
from sayso.reading.tree import Tree, runs
from sayso.weights.warnings import Net, WarningWeights

_LIKELY, _MAY_BE = 0.5, 0.3
_SURE = 0.8  # a single word is taken only where it is this likely
_MOST = 0.6  # of the words of a phrase


class Tags(NamedTuple):
    """Token indexes that weights take for parts of a warning."""

    condition: frozenset[int]
    consequence: frozenset[int]
    warner: frozenset[int]


class Window(NamedTuple):
    """Tokens [first, last) with how sure weights are that they hold a warning, from 0 to 1, and its words if so."""

    first: int
    last: int
    score: float
    tags: Tags | None


class Tagger:
    """The weights with what makes the vectors, which is loaded when it is first needed.

    Where that is not installed, nothing is tagged.
    """

    def __init__(self, weights: WarningWeights, load: Callable[[], Meaning | None]) -> None:
        self._weights = weights
        self._load = load
        self._columns = {trait: at for at, trait in enumerate(weights.traits)}

    def of(
        self,
        tree: Tree,
        parts: Iterable[Part],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
    ) -> Iterator[Window]:
        """The windows of a text that its words let pass to the nets, in order; headings state nothing."""
        told: list[tuple[str, Span]] | None = None
        for part in parts:
            for first, last in windows(_stating(tree, part)):
                if not self._weights.gate.passes(gate_keys(tree.tokens[first:last])):
                    continue
                meaning = self._load()
                if meaning is None:
                    return
                if told is None:
                    told = [
                        one for one in told_traits(mentions, attributions) if one[1].part == "text"
                    ]
                words = part.words[
                    tree.tokens[first].start - part.passage.start : tree.tokens[last - 1].end
                    - part.passage.start
                ]
                yield self._window(meaning, words, tree, first, last, told)

    def _window(
        self,
        meaning: Meaning,
        words: str,
        tree: Tree,
        first: int,
        last: int,
        told: Sequence[tuple[str, Span]],
    ) -> Window:
        tokens = tree.tokens[first:last]
        start, end = tokens[0].start, tokens[-1].end
        near = [one for one in told if one[1].start < end and one[1].end > start]
        numbers = rows(tokens, meaning.pieces(words), start, self._columns, near)
        likely, score = judged(numbers, self._weights.nets)
        if score < self._weights.least:
            return Window(first, last, score, None)
        tagged = {
            name: {first + at for at in taken(likely[:, column])}
            for column, name in enumerate(TAGS)
        }
        condition, consequence, warner = (tagged[name] for name in TAGS)
        for at in condition & consequence:
            lesser = likely[at - first, 0] < likely[at - first, 1]
            (condition if lesser else consequence).remove(at)
        condition = filled(tree, condition, consequence | warner)
        consequence = filled(tree, consequence, condition | warner)
        warner = filled(tree, warner, condition | consequence)
        if all(tree.tokens[at].pos in ("PUNCT", "SPACE") for at in condition):
            return Window(first, last, score, None)
        tags = Tags(frozenset(condition), frozenset(consequence), frozenset(warner))
        return Window(first, last, score, tags)


def _stating(tree: Tree, part: Part) -> Sequence[Sentence]:
    """The sentences of a passage but for headings, and for a line above others that no mark ends."""
    within = part.passage.sentences
    sentences = tree.sentences[within.start : within.stop]
    if len(tree.sentences) > len(sentences) and part.words[-1:].isalnum():
        return ()
    return [one for one in sentences if not one.heading or len(tree.sentences) == 1]


def judged(words: NDArray[np.float32], nets: Sequence[Net]) -> tuple[NDArray[np.float32], float]:
    """How likely each word has each tag, and that there is a warning: the means of all nets."""
    there = np.ones((1, len(words)), np.float32)
    every = [forward(net, words[None], there, np) for net in nets]
    likely = np.mean([_likely(tags[0]) for tags, _ in every], axis=0)
    return likely, float(np.mean([_likely(score[0]) for _, score in every]))


def taken(likely: NDArray[np.float32]) -> set[int]:
    """The words that are likely, with those beside them that may be; a word alone must be nearly sure."""
    may_be = runs(int(at) for at in np.flatnonzero(likely > _MAY_BE))
    found = {
        at
        for first, last in may_be
        if likely[first:last].max() > (_LIKELY if last - first > 1 else _SURE)
        for at in range(first, last)
    }
    return found | {at + 1 for at in found if at + 2 in found}


def filled(tree: Tree, words: Collection[int], others: Collection[int]) -> set[int]:
    """The words with what else belongs to the phrases that they are most of, but for the `others`."""
    found = set(words)
    heads = {*words, *(tree.tokens[at].head for at in words)}
    for head in sorted(heads, key=lambda at: (len(tree.subtree(at)), at)):
        phrase = tree.subtree(head)
        whole = len(phrase) == max(phrase) + 1 - min(phrase)
        if whole and _MOST * len(phrase) <= len(phrase & found) and phrase.isdisjoint(others):
            found |= phrase
    return found


def _likely(odds: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)
