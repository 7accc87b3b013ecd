"""Trains the nets that tag warnings, with JAX: Adam with decoupled weight decay (Loshchilov and Hutter, 2019)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.meaning import SIZE
from sayso.reading.en.tagging.net import DILATIONS, TAGS, forward
from sayso.train.warning_examples import Example

Net = Mapping[str, NDArray[np.float32]]
_INNER = 64  # the width of the layer that judges a passage
_WORDS, _PASSAGE = (
    3.0,
    1.0,
)  # how much the tags of words count in the loss, and the judgement of the passage
_DECAY, _FIRST, _SECOND, _TINY = 0.01, 0.9, 0.99, 1e-8
_WARM, _LAST = 100, 0.03  # steps until the full rate, and the share of it that is left at the end
_DROPPED = 0.2


class NetSettings(NamedTuple):
    """`width` of the hidden layers; `batch` passages a step; `rate` is the highest learning rate."""

    epochs: int = 7
    batch: int = 32
    rate: float = 1.5e-3
    width: int = 192


class _Batch(NamedTuple):
    words: NDArray[np.float32]
    there: NDArray[np.float32]
    tags: NDArray[np.float32]
    warns: NDArray[np.float32]


def train_net(
    examples: Sequence[Example],
    settings: NetSettings,
    seed: int,
    note: Callable[[str], None] = lambda _: None,
) -> Net:
    """One net; the same examples, settings and seed give the same one on one kind of machine."""
    import jax

    random = np.random.default_rng(seed)
    key = jax.random.PRNGKey(seed)
    columns = examples[0].words.shape[1]
    net: Any = _begun(random, columns, settings.width)
    moments: Any = (jax.tree.map(np.zeros_like, net), jax.tree.map(np.zeros_like, net))
    step = jax.jit(_step)
    steps = settings.epochs * -(-len(examples) // settings.batch)
    taken = 0
    for epoch in range(settings.epochs):
        losses = []
        for batch in _batches(examples, settings.batch, random):
            taken += 1
            key, mine = jax.random.split(key)
            rate = settings.rate * min(1, taken / _WARM) * max(_LAST, 1 - taken / steps)
            net, moments, loss = step(net, moments, float(taken), rate, mine, batch)
            losses.append(float(loss))
        note(f"net {seed}, epoch {epoch + 1} of {settings.epochs}: loss {np.mean(losses):.4f}")
    return {name: np.asarray(array, np.float32) for name, array in net.items()}


def _begun(random: np.random.Generator, columns: int, width: int) -> dict[str, NDArray[np.float32]]:
    """Weights at the start: normal, scaled to the number of inputs."""

    def normal(inputs: int, outputs: int, scale: float) -> NDArray[np.float32]:
        drawn = random.standard_normal((inputs, outputs), np.float32)
        return np.asarray(drawn * np.float32(scale / np.sqrt(inputs)), np.float32)

    net = {"in": normal(columns, width, 1.0), "in_bias": np.zeros(width, np.float32)}
    for layer in range(len(DILATIONS)):
        net[f"layer{layer}"] = normal(3 * width, width, 0.7)
        net[f"layer{layer}_bias"] = np.zeros(width, np.float32)
    net["out"] = normal(width, len(TAGS), 0.3)
    net["out_bias"] = np.full(len(TAGS), -2.0, np.float32)
    net["pool"] = normal(2 * width, _INNER, 1.0)
    net["pool_bias"] = np.zeros(_INNER, np.float32)
    net["judge"] = normal(_INNER, 1, 0.3)
    net["judge_bias"] = np.zeros(1, np.float32)
    return net


def _batches(
    examples: Sequence[Example], size: int, random: np.random.Generator
) -> Iterator[_Batch]:
    """All examples once, those of like length together, in an order by chance."""
    lengths = np.array([len(one.words) for one in examples]) + random.random(len(examples)) * 8
    order = np.argsort(lengths)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    for number in random.permutation(len(groups)):
        yield _batch([examples[at] for at in groups[number]], size)


def _batch(chosen: Sequence[Example], size: int) -> _Batch:
    """Filled up with passages of one empty word, so that few shapes are compiled."""
    longest = -(-max(len(one.words) for one in chosen) // 16) * 16
    words = np.zeros((size, longest, chosen[0].words.shape[1]), np.float32)
    there = np.zeros((size, longest), np.float32)
    tags = np.full((size, longest, len(TAGS)), -1, np.float32)
    warns = np.full(size, -1, np.float32)
    there[:, 0] = 1
    for row, one in enumerate(chosen):
        words[row, : len(one.words)] = one.words
        there[row, : len(one.words)] = 1
        tags[row, : len(one.words)] = one.tags
        warns[row] = one.passage.warns
    return _Batch(words, there, tags, warns)


def _step(
    net: Any, moments: tuple[Any, Any], taken: Any, rate: Any, key: Any, batch: _Batch
) -> tuple[Any, tuple[Any, Any], Any]:
    import jax
    import jax.numpy as jnp

    loss, slope = jax.value_and_grad(_loss)(net, batch, key)
    first = jax.tree.map(lambda a, b: _FIRST * a + (1 - _FIRST) * b, moments[0], slope)
    second = jax.tree.map(lambda a, b: _SECOND * a + (1 - _SECOND) * b * b, moments[1], slope)

    def moved(weight: Any, a: Any, b: Any) -> Any:
        mean, spread = a / (1 - _FIRST**taken), b / (1 - _SECOND**taken)
        return weight * (1 - rate * _DECAY) - rate * mean / (jnp.sqrt(spread) + _TINY)

    return jax.tree.map(moved, net, first, second), (first, second), loss


def _loss(net: Any, batch: _Batch, key: Any) -> Any:
    """Cross-entropy of the words' tags, where they are settled, and of the passages."""
    import jax
    import jax.numpy as jnp

    keys = iter(jax.random.split(key, len(DILATIONS) + 3))

    def dropped(array: Any, share: float) -> Any:
        kept = jax.random.bernoulli(next(keys), 1 - share, array.shape)
        return array * kept / (1 - share)

    vectors, traits = batch.words[..., :SIZE], batch.words[..., SIZE:]
    words = jnp.concatenate([dropped(vectors, _DROPPED), dropped(traits, _DROPPED)], -1)
    odds, judged = forward(net, words, batch.there, jnp, dropped)
    return _WORDS * _entropy(odds, batch.tags, jnp) + _PASSAGE * _entropy(judged, batch.warns, jnp)


def _entropy(odds: Any, wanted: Any, library: Any) -> Any:
    """The mean over what is settled (0 or 1)."""
    settled = wanted >= 0
    each = library.maximum(odds, 0) - odds * library.clip(wanted, 0, 1)
    each = each + library.log1p(library.exp(-library.abs(odds)))
    return (each * settled).sum() / library.maximum(settled.sum(), 1)
