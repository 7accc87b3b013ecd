"""Training of the attribution decision on PolNeAR: cross-validation, threshold, weights and card."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from sayso.books.cues import CueBook
from sayso.reading.en.attribution.deciding import Chooser, scores
from sayso.reading.en.datelines import dateline_end
from sayso.reading.en.repairs.walk import Repairs
from sayso.reading.language import LanguageModel
from sayso.reading.tree import Tree
from sayso.train.examples import Examples, Read, cue_words, examples, read_rules, sure_ones
from sayso.train.logistic import FitSettings, fit, rows_of
from sayso.train.measuring import Figures, measure
from sayso.train.polnear import MarkedArticle
from sayso.weights.attributions import VERSION, AttributionWeights, pack

LICENCE = "CC-BY-SA-4.0"
CITATION = (
    "PolNeAR v1.0.0: Newell, Margolin and Ruths, An Attribution Relations Corpus for Political News, "
    "LREC 2018; https://github.com/networkdynamics/PolNeAR; CC BY-SA 4.0"
)
_THRESHOLDS = tuple(round(-1.6 + step / 10, 1) for step in range(19))


class TrainSettings(NamedTuple):
    """`least` and `share`: how often a word must be marked to be judged as a cue (see `cue_words`).

    `small`: weights nearer to zero than this are dropped. `thresholds` are tried, in log-odds.
    """

    fit: FitSettings = FitSettings()
    folds: int = 5
    least: int = 3
    share: float = 0.1
    small: float = 0.01
    thresholds: tuple[float, ...] = _THRESHOLDS


class Trained(NamedTuple):
    """The weights as files, and what cross-validation gave with and without them."""

    weights: AttributionWeights
    binary: bytes
    rules: Figures
    together: Figures


def read_all(
    articles: Iterable[MarkedArticle], language: LanguageModel, book: CueBook, *, rules: bool = True
) -> list[Read]:
    """The articles parsed and read by the rules, as the reader does it."""
    reads = []
    amend = Repairs(book)
    for article in articles:
        tree = Tree(*language.parse(article.text, dateline_end, amend))
        reads.append(read_rules(article, tree, book, rules=rules))
    return reads


def train(
    reads: Sequence[Read],
    book: CueBook,
    settings: TrainSettings,
    note: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Weights from all articles; the threshold is the one with the best F1 over folds of them.

    The list of cue words is drawn from all articles, and is the same in each fold.
    """
    cues = cue_words(reads, settings.least, settings.share)
    made = [examples(read, book, cues) for read in reads]
    note(f"{sum(len(one.targets) for one in made)} options of {len(cues)} cue words")
    tried: dict[float, Figures] = dict.fromkeys(settings.thresholds, Figures())
    rules = Figures()
    for fold in range(settings.folds):
        seen = [one for at, one in enumerate(made) if at % settings.folds != fold]
        weights = _fitted(seen, cues, settings)
        for one in made[fold :: settings.folds]:
            rules = rules.plus(measure(one.read, one.read.kept))
            for threshold, figures in _tried(one, book, weights, settings.thresholds):
                tried[threshold] = tried[threshold].plus(figures)
        note(f"fold {fold + 1} of {settings.folds}")
    best = max(tried, key=lambda threshold: (tried[threshold].told()["f1"], threshold))
    weights = _fitted(made, cues, settings)._replace(threshold=best)
    return Trained(weights, pack(weights.values), rules, tried[best])


def _tried(
    one: Examples, book: CueBook, weights: AttributionWeights, thresholds: Sequence[float]
) -> Iterator[tuple[float, Figures]]:
    """The figures of one article at each threshold."""
    scored = scores(one.groups, weights)
    sure = sure_ones(one.read)
    chooser = Chooser(one.read.tree, book, sure)
    ranked = list(chooser.ranked(one.groups, scored, min(thresholds)))
    for threshold in thresholds:
        chosen = [found for score, found in ranked if score >= threshold]
        yield threshold, measure(one.read, [*sure, *chosen])


def _fitted(
    made: Sequence[Examples], cues: frozenset[str], settings: TrainSettings
) -> AttributionWeights:
    traits = [keys for one in made for keys in one.traits]
    targets = np.array([target for one in made for target in one.targets])
    heavy = np.array([weight for one in made for weight in one.weights])
    rows, keys = rows_of(traits, settings.fit.rare)
    found = fit(rows, targets, heavy, len(keys), settings.fit)
    values = {
        key: float(np.float16(value))
        for key, value in zip(keys[1:], found.weights[1:], strict=True)
        if abs(value) >= settings.small
    }
    return AttributionWeights(cues, values, found.bias, 0.0)


def figures_on(reads: Iterable[Read], book: CueBook, weights: AttributionWeights) -> Figures:
    """The figures of rules and weights together on other articles."""
    total = Figures()
    for read in reads:
        one = examples(read, book, weights.cues)
        for _, figures in _tried(one, book, weights, [weights.threshold]):
            total = total.plus(figures)
    return total


def card(
    trained: Trained, settings: TrainSettings, folder: str, digest: str, articles: int
) -> bytes:
    """`attributions.json`: everything but the numbers of the weights themselves."""
    told = {
        "version": VERSION,
        "licence": LICENCE,
        "data": CITATION,
        "data_folder": folder,
        "data_articles": articles,
        "data_sha256": digest,
        "command": "make train DATA=FOLDER",
        "settings": {
            **settings.fit._asdict(),
            "folds": settings.folds,
            "least": settings.least,
            "share": settings.share,
            "small": settings.small,
        },
        "cross_validation": {
            "rules": trained.rules.told(),
            "rules_and_weights": trained.together.told(),
        },
        "features": len(trained.weights.values),
        "sha256": hashlib.sha256(trained.binary).hexdigest(),
        "bias": trained.weights.bias,
        "threshold": trained.weights.threshold,
        "cues": sorted(trained.weights.cues),
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def write(folder: Path, trained: Trained, told: bytes) -> None:
    """Both files of the weights."""
    (folder / "attributions.json").write_bytes(told)
    (folder / "attributions.bin").write_bytes(trained.binary)
