"""The weights that find warnings in words no book holds.

`warnings.json` is the card: version, data, settings, figures, traits, thresholds and the digest of the numbers.
`warnings.npz` holds the numbers as NumPy writes them, all 16-bit floats but for the keys of the gate (32-bit
unsigned): `gate.keys` and `gate.values`, and of each net its arrays as ``net.name`` (`sayso.reading.en.tagging.net` reads them).
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple
from zipfile import BadZipFile

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.errors import WeightsError

VERSION = 1  # of the traits and of the files
Array = NDArray[np.float32]
Net = Mapping[str, Array]


class Gate(NamedTuple):
    """A logistic regression over the words of a passage: whether it is worth the nets' time.

    `values` by the key of a trait; a passage passes whose total is `least` or more.
    """

    values: Mapping[int, float]
    bias: float
    least: float

    def total(self, keys: Iterable[int]) -> float:
        """The log-odds of a passage with these traits."""
        get = self.values.get
        return self.bias + sum(get(key, 0.0) for key in keys)

    def passes(self, keys: Iterable[int]) -> bool:
        """Whether a passage with these traits is to be read by the nets."""
        return self.total(keys) >= self.least


class WarningWeights(NamedTuple):
    """`traits` are what is told of a word, each a column behind its vector; `least`: how sure the nets must be."""

    gate: Gate
    traits: tuple[str, ...]
    nets: tuple[Net, ...]
    least: float


def load_weights() -> WarningWeights:
    """The weights that ship with Sayso; WeightsError where card and numbers do not fit each other."""
    folder = files("sayso.weights")
    card = folder.joinpath("warnings.json").read_bytes()
    return read_weights(card, folder.joinpath("warnings.npz").read_bytes())


def read_weights(card: bytes, numbers: bytes) -> WarningWeights:
    """Weights from the bytes of both files; WeightsError where these are not of one make."""
    told: dict[str, Any] = msgspec.json.decode(card)
    if told.get("version") != VERSION:
        raise WeightsError(f"weights of version {told.get('version')}, wanted {VERSION}")
    if hashlib.sha256(numbers).hexdigest() != told["sha256"]:
        raise WeightsError("the weights are not those that the card describes")
    try:
        with np.load(io.BytesIO(numbers), allow_pickle=False) as loaded:
            arrays = {name: loaded[name] for name in loaded.files}
    except (BadZipFile, ValueError) as error:
        raise WeightsError(f"the weights cannot be read: {error}") from error
    keys, values = arrays.pop("gate.keys").tolist(), arrays.pop("gate.values").tolist()
    nets: list[dict[str, Array]] = [{} for _ in range(told["nets"])]
    for name, array in arrays.items():
        number, _, part = name.partition(".")
        nets[int(number)][part] = array.astype(np.float32)
    return WarningWeights(
        Gate(dict(zip(keys, values, strict=True)), told["gate_bias"], told["gate_least"]),
        tuple(told["traits"]),
        tuple(nets),
        told["least"],
    )


def pack(gate: Mapping[int, float], nets: Sequence[Net]) -> bytes:
    """The bytes of `warnings.npz`: the same for the same numbers."""
    keys = sorted(gate)
    arrays: dict[str, NDArray[Any]] = {
        "gate.keys": np.array(keys, np.uint32),
        "gate.values": np.array([gate[key] for key in keys], np.float16),
    }
    for number, net in enumerate(nets):
        arrays |= {f"{number}.{name}": net[name].astype(np.float16) for name in sorted(net)}
    written = io.BytesIO()
    np.savez_compressed(written, **arrays)  # type: ignore[arg-type]
    return written.getvalue()
