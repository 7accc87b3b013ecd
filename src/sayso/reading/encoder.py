"""The language model's token vectors (spaCy's Tok2Vec: hash embeddings, then maxout convolutions).

The same numbers as spaCy's own layers give, but for rounding, in about half their time: what depends on a word
alone is computed once for each word of a batch, and the rest runs on whole arrays in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
_NORM_EPSILON = np.float32(1e-8)


class _Maxout(NamedTuple):
    """A maxout layer with layer normalisation: weights [in, pieces * out], bias, gain, shift."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats
    pieces: int

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> _Maxout:
        weights: Floats = maxout.get_param("W")  # [out, pieces, in]
        out, pieces, given = weights.shape
        by_piece = weights.transpose(1, 0, 2).reshape(pieces * out, given)
        return cls(
            np.ascontiguousarray(by_piece.T),
            np.ascontiguousarray(maxout.get_param("b").T).reshape(-1),
            norm.get_param("G"),
            norm.get_param("b"),
            pieces,
        )

    def __call__(self, rows: Floats) -> Floats:
        every = rows @ self.weights
        every += self.bias
        width = len(self.gain)
        best = np.maximum(every[:, :width], every[:, width : 2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, every[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width)
        best *= (variance + _NORM_EPSILON) ** np.float32(-0.5)
        best *= self.gain
        best += self.shift
        return np.asarray(best, np.float32)


class Encoder:
    """Docs to one row of numbers a token, from the weights of a spaCy Tok2Vec of the usual make."""

    def __init__(self, tok2vec: Any) -> None:
        """`tok2vec` is the thinc model: MultiHashEmbed, then MaxoutWindowEncoder with a window of one."""
        nodes = list(tok2vec.walk())
        named = {
            name: [node for node in nodes if node.name == name]
            for name in ("extract_features", "hashembed", "maxout", "layernorm", "expand_window")
        }
        self._columns: list[int | str] = named["extract_features"][0].attrs["columns"]
        self._embeddings: list[Any] = named["hashembed"]
        layers = [
            _Maxout.of(maxout, norm)
            for maxout, norm in zip(named["maxout"], named["layernorm"], strict=True)
        ]
        self._mix, *self._layers = layers

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The rows of each Doc, in order."""
        lengths = [len(doc) for doc in docs]
        total = sum(lengths)
        if not total:
            return [np.zeros((0, len(self._mix.gain)), np.float32) for _ in docs]
        features: Any = np.concatenate([doc.to_array(self._columns) for doc in docs])
        # Words with the same features: sums of 64-bit hashes with odd factors, which wrap around.
        factors = np.arange(1, 2 * len(self._columns), 2, dtype=np.uint64)
        _, first, which = np.unique(features @ factors, return_index=True, return_inverse=True)
        of_words = features[first]
        parts = [
            embedding.predict(np.ascontiguousarray(of_words[:, column]))
            for column, embedding in enumerate(self._embeddings)
        ]
        mixed = self._mix(np.concatenate(parts, axis=1))
        # Empty rows part the documents, as many as there are convolutions: none sees another.
        pad = len(self._layers)
        ends = np.cumsum(lengths)
        at = np.arange(total) + np.repeat(np.arange(1, len(docs) + 1), lengths) * pad
        width = mixed.shape[1]
        rows = np.zeros((total + pad * (len(docs) + 1), width), np.float32)
        rows[at] = mixed[which]
        window = np.zeros((len(rows), 3 * width), np.float32)
        for layer in self._layers:
            window[1:, :width] = rows[:-1]
            window[:, width : 2 * width] = rows
            window[:-1, 2 * width :] = rows[1:]
            rows += layer(window)
        found = rows[at]
        return [found[end - length : end] for end, length in zip(ends, lengths, strict=True)]
