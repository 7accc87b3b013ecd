"""The language model's named entities, decided for all words of a batch at a time.

spaCy's recogniser goes through each text from left to right, one small matrix product a word. But outside
a name its decision hangs on the word alone, and inside one on the word, the one before, and the word that
the name begins with. So all words are decided as if they stood outside, then all names that begin anywhere
grow word by word together, and what lies inside another name is dropped: the same names for a third of
the time. (The transitions: Lample et al. 2016, "Neural Architectures for Named Entity Recognition".)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from sayso.reading.encoder import Encoder

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
_NEVER = np.float32(-np.inf)


class Name(NamedTuple):
    """A named entity: token indexes in its Doc, half-open, and its label."""

    start: int
    end: int
    label: str


class Namer:
    """Docs with sentence starts to names, from the weights of a spaCy entity recogniser."""

    def __init__(self, recogniser: Any) -> None:
        model = recogniser.model
        tok2vec = model.get_ref("tok2vec")
        self._encode = Encoder(tok2vec)
        linear = tok2vec.layers[-1]
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights: Floats = lower.get_param("W")  # [feature, out, piece, in]
        features, out, pieces, given = weights.shape
        by_feature = weights.transpose(0, 2, 1, 3).reshape(features, pieces * out, given)
        # The features are the word, the first word of its name, and the word before in the name.
        self._word, self._first, self._before = (
            np.ascontiguousarray(linear.get_param("W").T @ one.T) for one in by_feature
        )
        of_linear = linear.get_param("b")
        bias = lower.get_param("b").T.reshape(-1) + by_feature[0] @ of_linear
        padding = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, -1)
        self._outside = bias + padding[1] + padding[2]
        self._inside = bias + by_feature[1] @ of_linear + by_feature[2] @ of_linear
        self._width = out
        self._upper = np.ascontiguousarray(upper.get_param("W").T)
        self._upper_bias: Floats = upper.get_param("b")
        every = range(recogniser.moves.n_moves)
        moves = [recogniser.moves.get_class_name(move).partition("-") for move in every]
        self._labels = [label for _, _, label in moves]
        self._begins = np.array([kind == "B" for kind, _, _ in moves])
        self._units = np.array([kind == "U" and bool(label) for kind, _, label in moves])
        self._never = ~(
            self._begins | self._units | np.array([kind == "O" for kind, _, _ in moves])
        )
        place = {(kind, label): index for index, (kind, _, label) in enumerate(moves)}
        self._going = np.array([place.get(("I", label), -1) for label in self._labels])
        self._last = np.array([place.get(("L", label), -1) for label in self._labels])

    def __call__(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """The names of each Doc, in text order."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [[] for _ in docs]
        rows = np.concatenate(self._encode(docs))
        marks: Any = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in docs])
        ends = np.cumsum(lengths)
        # The last word of a sentence: no name goes on behind it.
        last = np.append(marks[1:, 0] == 1, True)
        last[[end - 1 for end in ends if end]] = True
        starts, stops, labels = self._names(rows, last, marks[:, 1] == 1)
        found: list[list[Name]] = [[] for _ in docs]
        free = 0
        owners = np.searchsorted(ends, starts, side="right").tolist()
        for start, stop, label, owner in zip(starts, stops, labels, owners, strict=True):
            if start >= free:
                free = stop
                offset = int(ends[owner]) - lengths[owner]
                found[owner].append(Name(start - offset, stop - offset, self._labels[label]))
        return found

    def _names(
        self, rows: Floats, last: Flags, space: Flags
    ) -> tuple[list[int], list[int], list[int]]:
        """What would be a name if no other held its first word: starts, ends, moves."""
        scores = self._scores(rows @ self._word + self._outside)
        scores[:, self._never] = _NEVER
        scores[np.ix_(last | space, self._begins)] = _NEVER
        scores[np.ix_(space, self._units)] = _NEVER
        best = scores.argmax(axis=1)
        starts = np.flatnonzero(self._begins[best] | self._units[best])
        moves = best[starts]
        stops = starts + 1
        growing = np.flatnonzero(self._begins[moves])
        while growing.size:
            at = stops[growing]
            stops[growing] += 1
            growing, at = growing[~last[at]], at[~last[at]]
            if not growing.size:
                break
            hidden = rows[at] @ self._word + rows[starts[growing]] @ self._first
            hidden += rows[at - 1] @ self._before
            scores = self._scores(hidden + self._inside)
            each = np.arange(len(growing))
            on, end = self._going[moves[growing]], self._last[moves[growing]]
            further, here = scores[each, on], scores[each, end]
            growing = growing[(further > here) | ((further == here) & (on < end))]
        return starts.tolist(), stops.tolist(), moves.tolist()

    def _scores(self, hidden: Floats) -> Floats:
        best = np.maximum(hidden[:, : self._width], hidden[:, self._width :])
        found: Floats = best @ self._upper + self._upper_bias
        return found
