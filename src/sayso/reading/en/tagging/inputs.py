"""What the weights see of a passage: for the gate its words, for the nets a row of numbers for each word."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.meaning import SIZE
from sayso.model.reading import Attribution, Sentence, Token
from sayso.model.text import Mention, Span

# The vectors' numbers are small beside the ones of the traits.
_SCALE = 2.0
_NAMES = ("PROPN", "NUM")
# A window is of whole sentences, and of no more words than this unless one sentence is.
_LONGEST = 72


def windows(sentences: Iterable[Sentence]) -> Iterator[tuple[int, int]]:
    """The tokens of a passage's sentences in windows of whole sentences, half-open."""
    first = last = None
    for sentence in sentences:
        if first is not None and last is not None and sentence.last - first > _LONGEST:
            yield first, last
            first = None
        first, last = sentence.first if first is None else first, sentence.last
    if first is not None and last is not None:
        yield first, last


def gate_keys(tokens: Iterable[Token]) -> set[int]:
    """The traits of a passage for the gate: its lemmas, but for names and numbers, and its tags; as CRC-32."""
    told = {f"tag={token.tag}" for token in tokens}
    told |= {f"lemma={token.lemma.lower()}" for token in tokens if token.pos not in _NAMES}
    return {zlib.crc32(trait.encode()) for trait in told}


def word_traits(token: Token) -> Iterator[str]:
    """The traits of a word by itself."""
    yield f"pos={token.pos}"
    yield f"tag={token.tag}"
    yield f"dep={token.dep}"
    yield f"entity={token.entity}"


def told_traits(
    mentions: Iterable[Mention], attributions: Iterable[Attribution]
) -> Iterator[tuple[str, Span]]:
    """The traits that words have as part of what the article tells: a mention, a speaker, a cue, a content."""
    for mention in mentions:
        yield f"mention={mention.type}", mention.span
    for one in attributions:
        if one.speaker is not None and one.speaker.span is not None:
            yield "in=speaker", one.speaker.span
        if one.cue is not None:
            yield "in=cue", one.cue
        for span in one.content:
            yield "in=content", span


def rows(
    tokens: Sequence[Token],
    pieces: tuple[Sequence[tuple[int, int]], NDArray[np.float32]],
    start: int,
    columns: Mapping[str, int],
    told: Collection[tuple[str, Span]],
) -> NDArray[np.float32]:
    """One row a word: the mean vector of its pieces, and a one in the column of each of its traits.

    The pieces' offsets count from `start`. A word whose pieces the model was not given has a vector of zeros.
    """
    found = np.zeros((len(tokens), SIZE + len(columns)), np.float32)
    counts = np.zeros((len(tokens), 1), np.float32)
    at = 0
    for (first, last), vector in zip(*pieces, strict=True):
        while at < len(tokens) and tokens[at].end - start <= first:
            at += 1
        if first < last and at < len(tokens) and tokens[at].start - start < last:
            found[at, :SIZE] += vector
            counts[at] += 1
    found[:, :SIZE] *= _SCALE / np.maximum(counts, 1)
    for row, token in zip(found, tokens, strict=True):
        for trait in word_traits(token):
            if trait in columns:
                row[SIZE + columns[trait]] = 1
        for trait, span in told:
            if trait in columns and token.start < span.end and token.end > span.start:
                row[SIZE + columns[trait]] = 1
    return found
