"""Logistic regression over sparse traits, by AdaGrad with weight decay (Duchi, Hazan and Singer, 2011)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


class Rows(NamedTuple):
    """Sparse rows: row i has the columns `columns[starts[i]:starts[i + 1]]`, each with the value 1."""

    columns: Integers
    starts: Integers

    def some(self, chosen: Integers) -> Rows:
        """Only these rows, in this order."""
        lengths = np.diff(self.starts)[chosen]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        places = np.arange(starts[-1]) + np.repeat(self.starts[chosen] - starts[:-1], lengths)
        return Rows(self.columns[places], starts)

    def totals(self, weights: Floats) -> Floats:
        """The sum of the weights of each row's columns; every row has at least one."""
        return np.add.reduceat(weights[self.columns], self.starts[:-1])


class Fit(NamedTuple):
    """Weights by column, and the bias."""

    weights: Floats
    bias: float


class FitSettings(NamedTuple):
    """How the regression is fitted; `decay` shrinks all weights at each step, `rare` is what a column needs."""

    epochs: int = 6
    rate: float = 0.05
    decay: float = 1e-4
    batch: int = 1500
    seed: int = 1
    rare: int = 3


def rows_of(traits: Sequence[Sequence[int]], rare: int) -> tuple[Rows, list[int]]:
    """Rows over the traits that occur in at least `rare` rows, and the trait of each column."""
    lengths = np.array([len(one) for one in traits], np.int64)
    flat = np.fromiter((key for one in traits for key in one), np.int64, int(lengths.sum()))
    keys, inverse, counts = np.unique(flat, return_inverse=True, return_counts=True)
    kept = counts >= rare
    column = np.cumsum(kept)  # column 0 stands for every rare trait and always weighs nothing
    columns = np.where(kept, column, 0)[inverse]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    return Rows(columns, starts), [-1, *keys[kept].tolist()]


def fit(rows: Rows, targets: Floats, weights: Floats, width: int, settings: FitSettings) -> Fit:
    """The regression; the same input and seed give the same weights. Targets may lie between 0 and 1."""
    random = np.random.default_rng(settings.seed)
    found = np.zeros(width)
    squares = np.full(width, 1e-2)
    mean = np.zeros(width)
    base = float(np.average(targets, weights=weights).clip(0.01, 0.99))
    bias = float(np.log(base / (1 - base)))
    biases = []
    averaged = range(max(0, settings.epochs - 2), settings.epochs)
    for epoch in range(settings.epochs):
        order = random.permutation(len(targets))
        for start in range(0, len(order), settings.batch):
            chosen = order[start : start + settings.batch]
            batch = rows.some(chosen)
            likely = 1 / (1 + np.exp(-(batch.totals(found) + bias)))
            wrong = (likely - targets[chosen]) * weights[chosen]
            spread = np.repeat(wrong, np.diff(batch.starts))
            slope: Floats = np.bincount(batch.columns, spread, width).astype(np.float64)
            slope = slope * (100 / len(chosen))
            slope[0] = 0.0
            squares += slope * slope
            found -= settings.rate * slope / np.sqrt(squares)
            found *= 1 - settings.decay
            bias -= settings.rate * 0.1 * float(wrong.mean())
        if epoch in averaged:
            mean += found / len(averaged)
            biases.append(bias)
    return Fit(mean, sum(biases) / len(biases))
