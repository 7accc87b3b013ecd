"""How long collation takes, and how much memory, as the batch grows.

    python bench/collate.py PATH [SIZE ...]

The articles in PATH are read once. Where a size is larger than their number, the same texts come again with
other people in them: the last names of those whom the reading finds get an ending of their own in every copy. All
articles of a size are collated as one story, which is the hardest case, in a process of its own. Prints
seconds, peak resident memory (MiB, the ledgers included; Linux only) and how much was found.
"""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from msgspec.structs import replace

from sayso.articles import to_article
from sayso.engines.local import to_ledger
from sayso.inputs import read_inputs
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.reading import Reader

SIZES = (100, 400, 800)
MAX_BYTES = 20_000_000
COLLATE = """
import pickle, re, sys, time
from pathlib import Path
from sayso.collate import collate
ledgers = pickle.loads(Path(sys.argv[1]).read_bytes())
start = time.perf_counter()
found = collate(ledgers, together=True)
seconds = time.perf_counter() - start
# Not ru_maxrss, which begins with that of the process which started this one.
memory = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
records = sum(len(ledger.records) for ledger in ledgers)
print(f"{len(ledgers):8,}{records:10,}{len(found.claims):8,}{seconds:10.1f}{memory:10,.0f}")
"""
_SOUNDS = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]


def batch(path: str, size: int) -> Iterator[Ledger]:
    """`size` ledgers: those of the articles in `path`, then those of their copies."""
    found = (one for one in read_inputs([path], max_bytes=MAX_BYTES))
    given = [one for one in found if isinstance(one, RawDocument)][:size]
    if not given:
        sys.exit(f"no articles in {path}")
    reader = Reader()
    first = _read(given, reader)
    yield from first
    surnames = sorted(
        {
            actor.name.split()[-1]
            for ledger in first
            for actor in ledger.actors
            if actor.type == "person"
        }
    )
    copies = (_copy(one, number, surnames) for number in count(1) for one in given)
    yield from _read(list(islice(copies, size - len(given))), reader)


def _read(given: Sequence[RawDocument], reader: Reader) -> list[Ledger]:
    articles = (to_article(one, as_is=False, published=None, language=None) for one in given)
    return [to_ledger(reading) for reading in reader.read(articles)]


def _copy(given: RawDocument, number: int, surnames: Sequence[str]) -> RawDocument:
    """The same input in which everybody goes by another last name."""
    ending = _SOUNDS[number % len(_SOUNDS)] + _SOUNDS[number // len(_SOUNDS)]
    names = "|".join(map(re.escape, surnames))
    content = re.sub(rf"\b({names})\b", rf"\1{ending}", given.content)
    return replace(given, captured=f"{number} {content}".encode(), content=content)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) < 2:
        sys.exit("usage: python bench/collate.py PATH [SIZE ...]")
    sizes = tuple(map(int, sys.argv[2:])) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        stored = Path(folder) / "ledgers"
        ledgers = list(batch(sys.argv[1], max(sizes)))
        print(
            f"{'articles':>8}{'records':>10}{'claims':>8}{'seconds':>10}{'peak MiB':>10}",
            flush=True,
        )
        for size in sizes:
            stored.write_bytes(pickle.dumps(ledgers[:size]))
            command = [sys.executable, "-c", COLLATE, str(stored)]
            if subprocess.run(command, check=False).returncode:
                sys.exit("collation failed")


if __name__ == "__main__":
    main()
