"""A web archive of any size, read with flat memory: pages a second, and the most that a process holds.

    python bench/warc.py FOLDER [--size BYTES ...] [--packed]

For each size an archive is written into FOLDER (kept, and used again) whose pages are Sayso's own samples
with other numbers, between markup as real pages have it. A process of its own then takes every page out of
it and cleans it (``sayso extract --kinds article``, so without the language model).
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from archives.corpus import SAMPLES

_MARKUP = 200_000  # characters of script and menus on a page


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="A web archive read with flat memory.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=float, nargs="+", default=[2e7, 2e8, 2e9])
    parser.add_argument("--packed", action="store_true")
    chosen = parser.parse_args()
    print(f"{'archive':>12}{'pages':>10}{'seconds':>10}{'pages/s':>10}{'most held':>12}")
    for size in chosen.size:
        path = chosen.folder / f"bench-{size:.0f}.warc{'.gz' if chosen.packed else ''}"
        pages = _write(path, int(size), packed=chosen.packed)
        _measure(path, pages)


def _measure(path: Path, pages: int) -> None:
    begin = time.monotonic()
    command = [sys.executable, "-m", "sayso", "extract", "--kinds", "article", str(path)]
    read = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert read.stdout is not None
    lines = sum(1 for _ in read.stdout)
    code = read.wait()
    seconds = time.monotonic() - begin
    if code or lines != pages:
        sys.exit(f"{path}: {lines} of {pages} pages, exit {code}")
    # Children end one after another and sizes grow, so the most of all is that of the last.
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(
        f"{path.stat().st_size / 1e6:>9,.0f} MB{lines:>10,}{seconds:>10.0f}"
        f"{lines / seconds:>10.1f}{held / 1e6:>9,.0f} MB",
        flush=True,
    )


def _write(path: Path, size: int, *, packed: bool) -> int:
    """Write the archive unless it is there; how many pages it has."""
    count = path.with_suffix(".pages")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        pages = 0
        records = _records()
        with path.open("wb") as out:
            while out.tell() < size:
                record = next(records)
                out.write(gzip.compress(record, mtime=0) if packed else record)
                pages += 1
        count.write_text(str(pages))
    return int(count.read_text())


def _records() -> Iterator[bytes]:
    samples = files("sayso.samples")
    texts = [(samples / name).read_text(encoding="utf-8") for name in SAMPLES]
    chance = random.Random(1)
    words = [f"item{number}" for number in range(500)]
    number = 0
    while True:
        number += 1
        menus = " ".join(chance.choices(words, k=_MARKUP // 8))
        paragraphs = "".join(f"<p>{line}</p>" for line in texts[number % len(texts)].splitlines())
        page = (
            f"<!DOCTYPE html><html><head><title>Report {number}</title>"
            '<meta property="article:published_time" content="2024-05-01T08:00:00Z">'
            f"<script>/* {menus} */</script></head><body><article><h1>Report {number}</h1>"
            f"{paragraphs}<p>The report is number {number}.</p></article></body></html>"
        ).encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        yield (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bench.example/%d\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
            % (number, len(block), block)
        )


if __name__ == "__main__":
    main()
