"""Who said what, in words a second on one core: Sayso, textacy, and the bare language model.

    python bench/statements.py FOLDER [--textacy PYTHON] [--rounds N] [--texts N]

FOLDER holds .txt files (PolNeAR: data/dev/text). Each system is a process of its own on the same one core,
with one thread, and they take turns: one round after the other, so that a noisy machine troubles all alike.

Sayso        its statements with all else that a reading finds: files to ledgers, in one process
bare model   the same spaCy pipeline over the same paragraphs: tagger, parser, lemmatizer, NER
textacy      `textacy.extract.direct_quotations` over the same pipeline's documents, one a text; its own
             part is shown beside the whole

textacy is no dependency of Sayso. PYTHON is the interpreter of an environment that has it:
`uv venv T && uv pip install -p T textacy==0.13.0 spacy==3.8.18`, then `--textacy T/bin/python`.

Words stand between white space. Loading is shown apart, and so is the whole command `sayso extract`. Each
cell is the median of the rounds with the lowest and highest; the ratio is Sayso's rate over the other's in the
same round. CPU seconds are those of the process, which other work on the machine troubles less.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS")


class Clock:
    """Wall and CPU seconds of the parts of a process."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[float, float]] = {}

    def run(self, part: str, task: Callable[[], Any]) -> Any:
        """Do a task; what it took is added to its part."""
        wall, cpu = time.perf_counter(), time.process_time()
        result = task()
        before = self.parts.get(part, (0.0, 0.0))
        took = time.perf_counter() - wall, time.process_time() - cpu
        self.parts[part] = before[0] + took[0], before[1] + took[1]
        return result


def measure_sayso(files: list[Path], _: str, clock: Clock) -> int:
    """Files to ledgers; the number of statements."""
    from sayso.engines.local import Taking, read_articles, to_ledger
    from sayso.model.ids import kind_of
    from sayso.model.reading import Ledger
    from sayso.reading import Reader
    from sayso.settings import Settings

    reader = clock.run("load", Reader)

    def work() -> int:
        paths = [str(path) for path in files]
        taken = read_articles(paths, Settings(), Taking(as_is=True))
        articles = (one.article for one in taken if isinstance(one, Ledger))
        ledgers = (to_ledger(reader.read_one(article)) for article in articles)
        return sum(kind_of(record) == "statement" for one in ledgers for record in one.records)

    return int(clock.run("work", work))


def measure_model(files: list[Path], pipeline: str, clock: Clock) -> int:
    """Texts to parsed documents; the number of tokens."""

    def load() -> Any:
        import spacy

        return spacy.load(pipeline)

    nlp = clock.run("load", load)
    tokens = 0
    for path in files:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        docs = clock.run("work", partial(parsed, nlp, lines))
        tokens += sum(map(len, docs))
    return tokens


def measure_textacy(files: list[Path], pipeline: str, clock: Clock) -> int:
    """Texts to direct quotations; their number."""

    def load() -> Any:
        import spacy

        extract = importlib.import_module("textacy.extract")
        return spacy.load(pipeline), extract.direct_quotations

    nlp, direct_quotations = clock.run("load", load)
    found = 0
    for path in files:
        text = path.read_text(encoding="utf-8")
        doc = clock.run("work", partial(nlp, text))
        found += clock.run("own", partial(quotations, direct_quotations, doc))
    return found


def parsed(nlp: Any, lines: list[str]) -> list[Any]:
    """The documents of a text's lines."""
    return list(nlp.pipe(lines, batch_size=64))


def quotations(direct_quotations: Callable[[Any], Any], doc: Any) -> int:
    """How many textacy finds; none where it stops at quotation marks that do not match."""
    try:
        return len(list(direct_quotations(doc)))
    except ValueError:
        return 0


MEASURES: Mapping[str, Callable[[list[Path], str, Clock], int]] = {
    "Sayso": measure_sayso,
    "bare model": measure_model,
    "textacy": measure_textacy,
}


class Round:
    """The parts of one system in one round: wall and CPU seconds of each, and what was found."""

    def __init__(self, said: str) -> None:
        told = json.loads(said)
        self.parts: dict[str, list[float]] = told["parts"]
        self.found: int = told["found"]

    def seconds(self, kind: int, *parts: str) -> float:
        """Wall (0) or CPU (1) seconds of some parts together."""
        return sum(self.parts[part][kind] for part in parts)


def child(name: str, folder: str, texts: int, pipeline: str) -> None:
    """Measure one system in this process, on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    clock = Clock()
    found = MEASURES[name](texts_of(folder, texts), pipeline, clock)
    print(json.dumps({"parts": clock.parts, "found": found}))


def texts_of(folder: str, limit: int) -> list[Path]:
    """The text files of a folder, by name."""
    return sorted(Path(folder).rglob("*.txt"))[: limit or None]


def whole_command(folder: str) -> Round:
    """`sayso extract` as users run it: start, loading and writing included."""
    before = os.times()
    wall = time.perf_counter()
    command = [sys.executable, "-m", "sayso", "extract", folder, "--quiet", "--as-is"]
    subprocess.run(
        [*command, "--kinds", "statement"], stdout=subprocess.DEVNULL, check=True, env=single()
    )
    after = os.times()
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Round(json.dumps({"parts": {"work": (time.perf_counter() - wall, cpu)}, "found": 0}))


def single() -> dict[str, str]:
    """This environment with one thread for matrix products."""
    return {**os.environ, **dict.fromkeys(THREADS, "1")}


def spread(values: list[float], digits: int = 0) -> str:
    """Median, lowest and highest."""
    low, high = min(values), max(values)
    return f"{median(values):,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f})"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--textacy", metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=int, default=0, help="only so many texts")
    parser.add_argument("--measure", choices=MEASURES, help=argparse.SUPPRESS)
    parser.add_argument("--pipeline", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        child(given.measure, given.folder, given.texts, given.pipeline)
        return
    from sayso.reading.language import find_pipeline

    texts = texts_of(given.folder, given.texts)
    if not texts:
        sys.exit(f"no .txt files in {given.folder}")
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in texts)
    pythons = {"Sayso": sys.executable, "bare model": sys.executable, "textacy": given.textacy}
    rounds: dict[str, list[Round]] = {name: [] for name, python in pythons.items() if python}
    commands: list[Round] = []
    for _ in range(given.rounds):
        for name, done in rounds.items():
            command = [pythons[name], __file__, given.folder, "--measure", name]
            command += ["--texts", str(given.texts), "--pipeline", str(find_pipeline(None))]
            ran = subprocess.run(command, env=single(), stdout=subprocess.PIPE, check=True)
            done.append(Round(ran.stdout.decode()))
        if not given.texts:
            commands.append(whole_command(given.folder))
    report(words, len(texts), rounds, commands)


def report(
    words: int, texts: int, rounds: Mapping[str, list[Round]], commands: list[Round]
) -> None:
    """The table."""
    print(f"{texts:,} texts, {words:,} words, {len(rounds['Sayso'])} rounds, one core\n")
    header = ("words a CPU second", "words a second", "Sayso is faster by", "loading, s")
    print(f"| {'':24} | " + " | ".join(f"{name:22}" for name in header) + " | found |")
    print("|---" * 6 + "|")
    sayso = rounds["Sayso"]
    for name, done in rounds.items():
        parts = {name: tuple(part for part in done[0].parts if part != "load")}
        if name == "textacy":
            parts = {"textacy with the pipeline": ("work", "own"), "textacy's own part": ("own",)}
        for row, counted in parts.items():
            cpu = [one.seconds(1, *counted) for one in done]
            ratios = [mine / one.seconds(1, "work") for one, mine in zip(sayso, cpu, strict=True)]
            cells = (
                spread([words / one for one in cpu]),
                spread([words / one.seconds(0, *counted) for one in done]),
                spread(ratios, 2),
                spread([one.seconds(0, "load") for one in done], 1),
            )
            print(
                f"| {row:24} | " + " | ".join(f"{c:22}" for c in cells) + f" | {done[0].found:,} |"
            )
    if commands:
        rates = (
            spread([words / one.seconds(1, "work") for one in commands]),
            spread([words / one.seconds(0, "work") for one in commands]),
        )
        print(
            f"| {'`sayso extract`, whole':24} | "
            + " | ".join(f"{c:22}" for c in rates)
            + " | | | |"
        )


if __name__ == "__main__":
    main()
