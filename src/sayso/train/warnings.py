"""Makes the weights that find warnings: `python -m sayso.train.warnings FILE... [--test FILE...]`.

FILEs hold marked passages (`sayso.train.marked`). Of a fifth of them, drawn by the hash of their texts, nothing is
learned: it is only measured, and so are the files of `--test`. Writes into the package's `weights` folder, and
figures on standard error. Needs `jax`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from sayso.errors import SaysoError, TrainingError
from sayso.meaning import load_meaning
from sayso.reading.en.tagging.tagger import judged, taken
from sayso.train.logistic import FitSettings, fit, rows_of
from sayso.train.marked import MarkedPassage, read_marked
from sayso.train.warning_examples import Example, Examples
from sayso.train.warning_nets import NetSettings, train_net
from sayso.weights.warnings import VERSION, Gate, WarningWeights, pack

LICENCE = "CC-BY-SA-4.0"
DATA = (
    "Passages written for Sayso (tests/golden: marked, grids, the halves for tuning), and as texts without a warning every "
    "third paragraph of the training part of PolNeAR v1.0.0 (Newell, Margolin and Ruths, LREC 2018; CC BY-SA 4.0)"
)
_FIFTH = 5
_FOLDS = 4
_SMALL = 0.01  # weights of the gate nearer to zero are dropped
_MOST = 0.6  # so much of a condition must be tagged to be found


class WarningSettings(NamedTuple):
    """`nets`: how many are trained, each from its own seed. `missed`: the share of warnings that the gate may cost.

    `least`: how sure the nets must be, from 0 to 1.
    """

    nets: int = 3
    net: NetSettings = NetSettings()
    gate: FitSettings = FitSettings()
    missed: float = 0.005
    least: float = 0.98


class Figures(NamedTuple):
    """Of `warnings` passages with one `found` were taken for one with its condition, of `others` `mistaken`."""

    warnings: int
    found: int
    others: int
    mistaken: int


def train(
    examples: Sequence[Example],
    traits: Sequence[str],
    settings: WarningSettings,
    note: Callable[[str], None] = lambda _: None,
) -> WarningWeights:
    """Gate and nets from these examples; the nets see what the gate lets pass, and all warnings."""
    gate = train_gate(examples, settings)
    passed = [one for one in examples if one.passage.warns or gate.passes(one.keys)]
    note(f"gate of {len(gate.values)} words, which {len(passed)} of {len(examples)} windows pass")
    nets = tuple(train_net(passed, settings.net, seed, note) for seed in range(settings.nets))
    return WarningWeights(gate, tuple(traits), nets, settings.least)


def train_gate(examples: Sequence[Example], settings: WarningSettings) -> Gate:
    """The gate; how high its bar is, is found on folds of which it learned nothing."""
    totals = []
    for fold in range(min(_FOLDS, len(examples))):
        gate = _gate([one for at, one in enumerate(examples) if at % _FOLDS != fold], settings)
        totals += [gate.total(one.keys) for one in examples[fold::_FOLDS] if one.passage.warns]
    least = float(np.quantile(totals, settings.missed))
    return _gate(examples, settings)._replace(least=least)


def _gate(examples: Sequence[Example], settings: WarningSettings) -> Gate:
    lines, keys = rows_of([one.keys for one in examples], settings.gate.rare)
    targets = np.array([float(one.passage.warns) for one in examples])
    found = fit(lines, targets, np.ones(len(examples)), len(keys), settings.gate)
    values = zip(keys[1:], found.weights[1:].tolist(), strict=True)
    kept = {key: float(np.float16(value)) for key, value in values if abs(value) >= _SMALL}
    return Gate(kept, found.bias, 0.0)


def measure(examples: Sequence[Example], weights: WarningWeights) -> Figures:
    """Counts passages; which words are an answer or who warns is not judged here."""
    warnings = found = others = mistaken = 0
    for one in examples:
        passed = weights.gate.passes(one.keys)
        likely, score = judged(one.words.astype(np.float32), weights.nets)
        given = passed and score >= weights.least
        if not one.passage.warns:
            others, mistaken = others + 1, mistaken + given
            continue
        wanted = set(np.flatnonzero(one.tags[:, 0] == 1).tolist())
        tagged = set(taken(likely[:, 0])) & wanted if given else set()
        warnings, found = warnings + 1, found + (given and len(tagged) >= _MOST * len(wanted))
    return Figures(warnings, found, others, mistaken)


def is_held_out(passage: MarkedPassage) -> bool:
    """Whether a passage is one of the fifth that only measures; what is marked in part always teaches."""
    digest = hashlib.sha256(passage.text.encode()).digest()
    return passage.kind != "~" and digest[0] % _FIFTH == 0


def card(
    weights: WarningWeights, settings: WarningSettings, numbers: bytes, **told: object
) -> bytes:
    """`warnings.json`: everything but the numbers."""
    whole = {
        "version": VERSION,
        **told,
        "settings": settings._asdict()
        | {"net": settings.net._asdict(), "gate": settings.gate._asdict()},
        "gate_bias": weights.gate.bias,
        "gate_least": weights.gate.least,
        "least": weights.least,
        "nets": len(weights.nets),
        "sha256": hashlib.sha256(numbers).hexdigest(),
        "traits": weights.traits,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def main(arguments: list[str] | None = None) -> int:
    """Trains, and prints figures on standard error. Exit 4: a file is not what it should be."""
    parser = argparse.ArgumentParser(prog="python -m sayso.train.warnings", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="files of marked passages")
    parser.add_argument("--test", type=Path, nargs="*", default=[], help="measure on these too")
    parser.add_argument("--out", type=Path, help="where to write (the package's own weights)")
    options = parser.parse_args(arguments)
    try:
        _run(options.files, options.test, options.out or Path(str(files("sayso.weights"))))
    except SaysoError as error:
        _note(f"sayso.train.warnings: {error}")
        return error.exit_code
    return 0


def _run(paths: Sequence[Path], tested: Sequence[Path], out: Path) -> None:
    settings = WarningSettings()
    meaning = load_meaning()
    if meaning is None:
        raise TrainingError("the model of meaning is not installed")
    passages = list({one.text: one for one in read_marked(paths)}.values())
    made = Examples(meaning)
    seen, traits = made.of([one for one in passages if not is_held_out(one)])
    held, _ = made.of([one for one in passages if is_held_out(one)], traits)
    _note(f"{len(seen)} passages to learn from, {len(held)} to measure")
    weights = train(seen, traits, settings, _note)
    numbers = pack(weights.gate.values, weights.nets)
    figures = measure(held, weights)
    _note(f"held out: {figures}")
    for path in tested:
        _note(f"{path}: {measure(made.of(read_marked([path]), traits)[0], weights)}")
    told = card(
        weights,
        settings,
        numbers,
        licence=LICENCE,
        data=DATA,
        data_passages=len(seen),
        data_sha256=hashlib.sha256(
            "\n".join(sorted(one.text for one in passages)).encode()
        ).hexdigest(),
        command="make train-warnings DATA=FOLDER",
        held_out=figures._asdict(),
    )
    (out / "warnings.npz").write_bytes(numbers)
    (out / "warnings.json").write_bytes(told)


def _note(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
