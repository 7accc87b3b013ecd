"""An archive read, asked, exported and checked: times and sizes, and how much the store grows by.

    python bench/archive.py FOLDER [--articles N] [--ecb TAR] [--polnear FOLDER] [--jobs N] [--minutes M]

Writes the articles into FOLDER (ECB+ and PolNeAR where they are given, the rest varied from Sayso's own
samples) and reads them into a store there, for so many minutes at most: a reading that is stopped is whole,
and the same command goes on from there. Then each command is a process of its own, start included
(the memory is Linux's, in kilobytes).
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from archives.corpus import write_corpus

_STEPS = 5  # of how much the store grew
_STOPPED = 130


def main() -> None:
    """Measure and print."""
    chosen = _arguments()
    folder: Path = chosen.folder
    store = folder / "store.sqlite"
    if not (folder / "articles").exists():
        parts = write_corpus(folder / "articles", chosen.articles, chosen.ecb, chosen.polnear)
        print(", ".join(f"{number:,} {name}" for name, number in parts.items()))
    _read(folder, store, chosen.jobs, 60 * chosen.minutes)
    where = ["--store", str(store)]
    out = folder / f"parquet-{time.time_ns()}"
    copy = out.with_suffix(".sqlite")
    print("| command | s | processor s | MB at most |")
    print("|---|---|---|---|")
    for name, arguments in {
        "check": ["check", *where],
        "search, one word": ["search", "howitzers", "--json", *where],
        "search, a phrase": ["search", '"hostile act"', "--json", *where],
        "statements of one": ["statements", "--who", "clinton", "--json", *where],
        "export to Parquet": ["export", "--out", str(out), *where],
        "read from Parquet": ["read", "--from-parquet", str(out), "--store", str(copy)],
        "check that": ["check", "--store", str(copy)],
        "export to JSON Lines": ["export", "--format", "jsonl", "--out", f"{out}.jsonl", *where],
    }.items():
        print(f"| {name} | {_spent(arguments)} |", flush=True)
    print()
    for path in (store, copy, out, Path(f"{out}.jsonl")):
        print(f"{path.name:44}{_size(path) / 1e6:10.1f} MB")
    print()
    _print_growth(store)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="An archive read, asked, exported and checked.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--ecb", type=Path, help="ecbplus_xml.tar.gz")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's data folder")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--minutes", type=float, default=120)
    return parser.parse_args()


def _read(folder: Path, store: Path, jobs: int, seconds: float) -> None:
    command = [sys.executable, "-m", "sayso", "read", str(folder / "articles")]
    begin = time.monotonic()
    reading = subprocess.Popen([*command, "--store", str(store), "--jobs", str(jobs), "--quiet"])
    try:
        code = reading.wait(seconds)
    except subprocess.TimeoutExpired:
        reading.send_signal(signal.SIGINT)
        code = reading.wait()
    if code not in (0, 1, _STOPPED):
        sys.exit(f"reading ended with {code}")
    taken = time.monotonic() - begin
    with closing(sqlite3.connect(store)) as connection:
        [number] = connection.execute("SELECT count(*) FROM articles").fetchone()
    print(f"read: {number:,} articles are in the store after {taken:.0f} s\n", flush=True)


def _spent(arguments: list[str]) -> str:
    """Seconds that passed, seconds of the processor, and the most memory, of a command's process."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "sayso", *arguments], stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"sayso {' '.join(arguments)} ended with {process.returncode}")
    passed = time.monotonic() - begin
    computed = used.ru_utime + used.ru_stime
    return f"{passed:.1f} | {computed:.1f} | {used.ru_maxrss / 1000:.0f}"


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in ([path] if path.is_file() else path.iterdir()))


def _print_growth(store: Path) -> None:
    """Bytes of JSON for each article, in the order in which the store took them in."""
    query = """
        SELECT count(*), avg(length(articles.record) + coalesce(held.bytes, 0))
        FROM (SELECT *, row_number() OVER (ORDER BY key) - 1 AS at FROM articles) AS articles
        LEFT JOIN (SELECT article, sum(length(record)) AS bytes FROM records GROUP BY article) AS held
        ON held.article = articles.id
        WHERE at >= ? AND at < ?
    """
    with closing(sqlite3.connect(store)) as connection:
        [number] = connection.execute("SELECT count(*) FROM articles").fetchone()
        bounds = [number * step // _STEPS for step in range(_STEPS + 1)]
        for begin, end in pairwise(bounds):
            held, size = connection.execute(query, (begin, end)).fetchone()
            print(f"articles {begin + 1:,} to {end:,}: {size or 0:,.0f} characters each ({held:,})")


if __name__ == "__main__":
    main()
