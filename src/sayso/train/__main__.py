"""Makes the weights that ship with Sayso: `python -m sayso.train FOLDER [--test FOLDER] [--without-rules]`.

FOLDER is the training part of PolNeAR. Writes into the package's `weights` folder; with `--without-rules`
nothing is written: it measures what the weights do alone.
"""

from __future__ import annotations

import argparse
import sys
from importlib.resources import files
from pathlib import Path

from sayso.books.cues import load_cues, load_words
from sayso.errors import SaysoError
from sayso.reading.language import LanguageModel
from sayso.train.attributions import TrainSettings, card, figures_on, read_all, train, write
from sayso.train.polnear import read_folder


def main(arguments: list[str] | None = None) -> int:
    """Trains, and prints figures on standard error. Exit 4: the folder is not what it should be."""
    parser = argparse.ArgumentParser(prog="python -m sayso.train", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with text/ and attributions/")
    parser.add_argument("--test", type=Path, metavar="FOLDER", help="measure on this folder too")
    parser.add_argument("--without-rules", action="store_true", help="measure the weights alone")
    parser.add_argument("--out", type=Path, help="where to write (the package's own weights)")
    options = parser.parse_args(arguments)
    try:
        _run(options.folder, options.test, options.out, rules=not options.without_rules)
    except SaysoError as error:
        _note(f"sayso.train: {error}")
        return error.exit_code
    return 0


def _run(folder: Path, tested: Path | None, out: Path | None, *, rules: bool) -> None:
    articles, digest = read_folder(folder)
    others = read_folder(tested)[0] if tested else ()
    book, settings = load_cues(), TrainSettings()
    language = LanguageModel(None, load_words())
    _note(f"{len(articles)} articles, sha256 {digest}")
    reads = read_all(articles, language, book, rules=rules)
    trained = train(reads, book, settings, _note)
    _note(f"rules alone, cross-validated: {trained.rules.told()}")
    _note(f"with the weights, cross-validated: {trained.together.told()}")
    if others:
        unseen = read_all(others, language, book, rules=rules)
        _note(f"with the weights, {tested}: {figures_on(unseen, book, trained.weights).told()}")
    if rules:
        told = card(trained, settings, folder.name, digest, len(articles))
        write(out or Path(str(files("sayso.weights"))), trained, told)


def _note(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
