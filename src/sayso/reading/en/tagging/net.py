"""The net that tags the words of a passage, written once for NumPy, which runs it, and for JAX, which trains it.

Each word comes as its vector and its traits. Layers of dilated convolutions over the words, with residuals
and layer normalisation (Strubell et al. 2017, "Fast and Accurate Entity Recognition with Iterated Dilated
Convolutions"), give three totals a word, one for each of `TAGS`, and one for the passage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

TAGS = ("condition", "consequence", "warner")
DILATIONS = (1, 1, 2, 2)
_SMALL = 1e-5
_NEVER = -1e9


def _kept(array: Any, _share: float) -> Any:
    return array


def forward(
    net: Mapping[str, Any],
    words: Any,
    there: Any,
    library: Any,
    dropout: Callable[[Any, float], Any] = _kept,
) -> tuple[Any, Any]:
    """The log-odds of the tags of each word, and of a warning in each passage.

    Shapes: `words` (passages, words, columns), `there` (passages, words) with 1 for a word and 0 behind the
    last; given back are (passages, words, 3) and (passages,). `library` is ``numpy`` or ``jax.numpy``.
    """
    mask = there[..., None]
    hidden = _curved(words @ net["in"] + net["in_bias"], library) * mask
    hidden = dropout(hidden, 0.2)
    for layer, dilation in enumerate(DILATIONS):
        near = _neighbours(hidden, dilation, library)
        told = _curved(near @ net[f"layer{layer}"] + net[f"layer{layer}_bias"], library)
        hidden = _normal(hidden + dropout(told, 0.2), library) * mask
    tags = hidden @ net["out"] + net["out_bias"]
    highest = library.where(mask > 0, hidden, _NEVER).max(-2)
    mean = hidden.sum(-2) / mask.sum(-2)
    pooled = library.concatenate([highest, mean], -1)
    inner = _curved(pooled @ net["pool"] + net["pool_bias"], library)
    return tags, (inner @ net["judge"] + net["judge_bias"])[..., 0]


def _neighbours(hidden: Any, distance: int, library: Any) -> Any:
    """Each word with the words so far before and behind it, zeros where there are none."""
    count = hidden.shape[-2]
    padded = library.pad(hidden, ((0, 0), (distance, distance), (0, 0)))
    before, behind = padded[:, :count], padded[:, 2 * distance : 2 * distance + count]
    return library.concatenate([before, hidden, behind], -1)


def _normal(hidden: Any, library: Any) -> Any:
    """Layer normalisation without weights (Ba, Kiros and Hinton, 2016)."""
    mean = hidden.mean(-1, keepdims=True)
    return (hidden - mean) / library.sqrt(hidden.var(-1, keepdims=True) + _SMALL)


def _curved(total: Any, library: Any) -> Any:
    """GELU as its tanh approximation (Hendrycks and Gimpel, 2016)."""
    inner = 0.7978845608 * (total + 0.044715 * total * total * total)
    return 0.5 * total * (1 + library.tanh(inner))
