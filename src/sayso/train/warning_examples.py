"""Marked passages as numbers: what the gate and the nets see of each, and what they should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.meaning import Meaning
from sayso.model.ids import digest_id
from sayso.model.reading import Reading
from sayso.model.text import Article
from sayso.reading import Reader
from sayso.reading.en.tagging.inputs import gate_keys, rows, told_traits, windows, word_traits
from sayso.train.marked import MarkedPassage

MARKS = ("C", "Q", "W")  # in the order of `sayso.reading.en.tagging.net.TAGS`
_UNSETTLED = -1


class Example(NamedTuple):
    """A passage as numbers: `words` (words, columns), `tags` (words, 3) of 1, 0 and -1, and the gate's traits."""

    passage: MarkedPassage
    words: NDArray[np.float16]
    tags: NDArray[np.int8]
    keys: tuple[int, ...]


class Examples:
    """Makes examples of passages, each read as an article by itself; `traits` come in the order in which they are met."""

    def __init__(self, meaning: Meaning) -> None:
        self._reader = Reader(tagging=False)
        self._meaning = meaning

    def of(
        self, passages: Iterable[MarkedPassage], traits: Sequence[str] | None = None
    ) -> tuple[list[Example], tuple[str, ...]]:
        """The examples, and the traits that are their columns: those given, else all that are met, sorted."""
        read = [(one, self._read(one)) for one in passages]
        if traits is None:
            met = {
                trait
                for _, reading in read
                for token in reading.tokens
                for trait in word_traits(token)
            }
            met |= {t for _, r in read for t, _ in told_traits(r.mentions, r.attributions)}
            traits = sorted(met)
        columns = {trait: at for at, trait in enumerate(traits)}
        return [each for one, r in read for each in self._examples(one, r, columns)], tuple(traits)

    def _examples(
        self, one: MarkedPassage, reading: Reading, columns: Mapping[str, int]
    ) -> Iterator[Example]:
        """A passage with a warning as a whole, one without as its windows."""
        told = list(told_traits(reading.mentions, reading.attributions))
        spans = windows(reading.sentences) if not one.warns else [(0, len(reading.tokens))]
        for first, last in spans:
            tokens = reading.tokens[first:last]
            start, end = tokens[0].start, tokens[-1].end
            near = [each for each in told if each[1].start < end and each[1].end > start]
            pieces = self._meaning.pieces(one.text[start:end])
            tags = np.full((len(tokens), len(MARKS)), _UNSETTLED if one.kind == "~" else 0)
            for mark, begins, ends in one.spans:
                inside = [token.start < ends and token.end > begins for token in tokens]
                tags[inside] = np.maximum(tags[inside], 0)
                if mark in MARKS:
                    tags[inside, MARKS.index(mark)] = 1
            words = rows(tokens, pieces, start, columns, near).astype(np.float16)
            keys = tuple(sorted(gate_keys(tokens)))
            yield Example(one, words, tags.astype(np.int8), keys)

    def _read(self, one: MarkedPassage) -> Reading:
        digest = digest_id("article", one.text.encode())
        article = Article(id=digest, text_sha256=digest, language="en", text=one.text)
        return self._reader.read_one(article)
