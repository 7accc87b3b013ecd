"""A stream of which half are reprints beside one without: articles and words a CPU second, in one process.

    python bench/reuse.py FOLDER [--texts N] [--rounds N]

FOLDER holds .txt files (PolNeAR: data/dev/text). The first stream is all the texts; the second has half of
them, each followed some articles later by its reprint: by another outlet, on another day, under another title
and with its last paragraph cut. Both streams have the same number of articles, and each round reads both with
Readers that have kept nothing, an article of the one and an article of the other in turn, so that what else the machine
does troubles both alike. The same again with `reuse` off shows what the reprints' shorter text is worth.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from statistics import median

from sayso.articles import to_article
from sayso.engines.local import to_ledger
from sayso.model.text import RawDocument
from sayso.reading import Reader

_LATER = 5  # articles between a text and its reprint


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="A stream with reprints beside one without.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=80)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    paths = sorted(chosen.folder.glob("*.txt"))[: chosen.texts // 2 * 2]
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    streams = {"no reprints": _plain(texts), "half reprints": _reprinted(texts[: len(texts) // 2])}
    readers = {"": 1_000_000, ", reuse off": 0}
    _seconds([_plain(texts[:2])], 0)
    rates: dict[str, list[float]] = {}
    for _ in range(chosen.rounds):
        for off, reuse in readers.items():
            took = _seconds(list(streams.values()), reuse)
            for (name, stream), seconds in zip(streams.items(), took, strict=True):
                words = sum(len(document.content.split()) for document in stream)
                rates.setdefault(name + off, []).append(words / seconds)
    for name, found in rates.items():
        print(f"{name:28}{median(found):10,.0f} words a CPU second")
    for off in readers:
        pairs = zip(rates[f"half reprints{off}"], rates[f"no reprints{off}"], strict=True)
        gains = sorted(half / none for half, none in pairs)
        print(f"half over none{off:14}{median(gains):10.2f} ({gains[0]:.2f}-{gains[-1]:.2f})")


def _plain(texts: list[str]) -> list[RawDocument]:
    return [
        _document(text, f"Title {number}", "First Gazette", 1) for number, text in enumerate(texts)
    ]


def _reprinted(texts: list[str]) -> list[RawDocument]:
    originals = _plain(texts)
    stream: list[RawDocument] = []
    for number in range(len(texts) + _LATER):
        stream += originals[number : number + 1]
        if number >= _LATER:
            text = texts[number - _LATER].rpartition("\n")[0] or texts[number - _LATER]
            stream.append(_document(text, f"Again {number}", "Second Herald", 2))
    return stream


def _document(text: str, title: str, outlet: str, day: int) -> RawDocument:
    return RawDocument(
        captured=f"{outlet}\n{title}\n{text}".encode(),
        content=text,
        media_type="text/plain",
        title=title,
        outlet=outlet,
        published=f"2021-05-0{day}",
    )


def _seconds(streams: list[list[RawDocument]], reuse: int) -> list[float]:
    """CPU seconds of the documents of each stream to ledgers, loading apart; a Reader of its own for each."""
    readers = [Reader(reuse=reuse) for _ in streams]
    took = [0.0 for _ in streams]
    for documents in zip(*streams, strict=True):
        for number, document in enumerate(documents):
            begin = time.process_time()
            made = to_article(document, as_is=True, published=None, language="en")
            to_ledger(readers[number].read_one(*made))
            took[number] += time.process_time() - begin
    return took


if __name__ == "__main__":
    main()
