"""The weights of the attribution decision.

`attributions.json` is the card: version, data, settings, figures, the cue words, bias and threshold.
`attributions.bin` holds the weights: all keys (32-bit unsigned, ascending), then all values (16-bit floats),
little-endian. A key is the CRC-32 of a trait's name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
import numpy as np

from sayso.errors import WeightsError

VERSION = 1  # of the traits and of the files
_KEY, _VALUE = np.dtype("<u4"), np.dtype("<f2")


class AttributionWeights(NamedTuple):
    """Weights by trait key; `cues` are the cue words judged, as lemma and kind ("claim/noun")."""

    cues: frozenset[str]
    values: Mapping[int, float]
    bias: float
    threshold: float

    def total(self, keys: Iterable[int]) -> float:
        """The sum of the weights of these traits; a trait never seen weighs nothing."""
        get = self.values.get
        return sum(get(key, 0.0) for key in keys)


def load_weights() -> AttributionWeights:
    """The weights that ship with Sayso; WeightsError where card and weights do not fit each other."""
    folder = files("sayso.weights")
    card = folder.joinpath("attributions.json").read_bytes()
    return read_weights(card, folder.joinpath("attributions.bin").read_bytes())


def read_weights(card: bytes, weights: bytes) -> AttributionWeights:
    """Weights from the bytes of both files; WeightsError where these are not of one make."""
    told: dict[str, Any] = msgspec.json.decode(card)
    if told.get("version") != VERSION:
        raise WeightsError(f"weights of version {told.get('version')}, wanted {VERSION}")
    if len(weights) != told["features"] * (_KEY.itemsize + _VALUE.itemsize):
        raise WeightsError(f"weights for {told['features']} traits are not {len(weights)} bytes")
    if hashlib.sha256(weights).hexdigest() != told["sha256"]:
        raise WeightsError("the weights are not those that the card describes")
    cut = told["features"] * _KEY.itemsize
    keys = np.frombuffer(weights[:cut], _KEY).tolist()
    values = np.frombuffer(weights[cut:], _VALUE).astype(np.float64).tolist()
    return AttributionWeights(
        frozenset(told["cues"]),
        dict(zip(keys, values, strict=True)),
        told["bias"],
        told["threshold"],
    )


def pack(values: Mapping[int, float]) -> bytes:
    """The bytes of `attributions.bin`."""
    keys = sorted(values)
    return (
        np.array(keys, _KEY).tobytes() + np.array([values[key] for key in keys], _VALUE).tobytes()
    )
