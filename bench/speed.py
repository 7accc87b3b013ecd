"""How long `sayso extract` takes beside the language model alone, over the same texts.

    python bench/speed.py FOLDER [OPTION of sayso extract ...]

Each part is a process of its own, start and loading included, one after the other. The model alone gets the
text files whole, one document each, in spaCy's own batches. Prints seconds, words a second (words between white
space), peak resident memory, and the ratio of the two times.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

MODEL_ALONE = """
import sys
from pathlib import Path
import spacy
from sayso.reading.language import find_pipeline
texts = [Path(name).read_text(encoding="utf-8") for name in sys.stdin.read().splitlines()]
for _ in spacy.load(find_pipeline(None)).pipe(texts):
    pass
"""


class Cost(NamedTuple):
    """What one process took: wall seconds, and peak memory in MiB."""

    seconds: float
    memory: float


def run(command: list[str], given: str = "") -> Cost:
    """Run a command to its end; an error of its own ends the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(given)
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[:4]} failed")
    return Cost(seconds, usage.ru_maxrss / 1024)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit("usage: python bench/speed.py FOLDER [OPTION of sayso extract ...]")
    folder, *options = sys.argv[1:]
    files = sorted(Path(folder).rglob("*.txt"))
    if not files:
        sys.exit(f"no .txt files in {folder}")
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in files)
    sayso = [sys.executable, "-m", "sayso"]
    parts = {
        "language model alone": run(
            [sys.executable, "-c", MODEL_ALONE], "\n".join(map(str, files))
        ),
        "sayso extract": run([*sayso, "extract", folder, "--quiet", *options]),
    }
    print(f"{len(files):,} texts, {words:,} words\n")
    print(f"{'':22}{'seconds':>10}{'words/s':>10}{'peak MiB':>10}")
    for name, cost in parts.items():
        print(f"{name:22}{cost.seconds:10.1f}{words / cost.seconds:10,.0f}{cost.memory:10,.0f}")
    alone, whole = parts.values()
    print(f"\nratio of the times: {whole.seconds / alone.seconds:.2f}")


if __name__ == "__main__":
    main()
