"""A stream of which half are reprints beside one without: articles and words a CPU second, in one process.

    python bench/reuse.py FOLDER [--texts N] [--rounds N]

FOLDER holds .txt files (PolNeAR: data/train/text). The first stream is all the texts; the others have half of
them, each followed some articles later by its reprint: by another outlet, on another day, under another title,
and word for word in the one, with its last paragraph cut in the other. All streams have the same number of
articles, and each round reads them with Readers of their own, an article of each in turn, so that what else the
machine does troubles all alike. Before that each Reader reads some texts of none of the streams, uncounted: in a stream
that goes on, the forms of the usual words are known. The same again with `reuse` off shows what the shorter
text is worth.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from sayso.articles import to_article
from sayso.engines.local import to_ledger
from sayso.model.text import RawDocument
from sayso.reading import Reader

_LATER = 5  # articles between a text and its reprint
_BEFORE = 20  # texts that are read before the streams


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="A stream with reprints beside one without.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--texts", type=int, default=80)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    paths = sorted(chosen.folder.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8").strip() for path in paths]
    before = _plain(texts[-_BEFORE:])
    texts = texts[: min(chosen.texts, len(texts) - _BEFORE) // 2 * 2]
    half = texts[: len(texts) // 2]
    streams = {
        "none": _plain(texts),
        "half, word for word": _reprinted(half, _whole),
        "half, cut": _reprinted(half, _cut),
    }
    readers = {"": 1_000_000, ", reuse off": 0}
    rates: dict[str, list[float]] = {}
    for _ in range(chosen.rounds):
        for off, reuse in readers.items():
            took = _seconds(list(streams.values()), reuse, before)
            for (name, stream), seconds in zip(streams.items(), took, strict=True):
                words = sum(len(document.content.split()) for document in stream)
                rates.setdefault(name + off, []).append(words / seconds)
    for name, found in rates.items():
        print(f"reprints: {name:32}{median(found):8,.0f} words a CPU second")
    for off in readers:
        for name in list(streams)[1:]:
            pairs = zip(rates[name + off], rates[f"none{off}"], strict=True)
            gains = sorted(some / none for some, none in pairs)
            told = f"{median(gains):.2f} ({gains[0]:.2f}-{gains[-1]:.2f})"
            print(f"{name + off:32} over none: {told}")


def _plain(texts: list[str]) -> list[RawDocument]:
    return [
        _document(text, f"Title {number}", "First Gazette", 1) for number, text in enumerate(texts)
    ]


def _whole(text: str) -> str:
    return text


def _cut(text: str) -> str:
    return text.rpartition("\n")[0] or text


def _reprinted(texts: list[str], reprint: Callable[[str], str]) -> list[RawDocument]:
    originals = _plain(texts)
    stream: list[RawDocument] = []
    for number in range(len(texts) + _LATER):
        stream += originals[number : number + 1]
        if number >= _LATER:
            text = reprint(texts[number - _LATER])
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


def _seconds(
    streams: list[list[RawDocument]], reuse: int, before: list[RawDocument]
) -> list[float]:
    """CPU seconds of the documents of each stream to ledgers; a Reader of its own for each, that has read some."""
    readers = [Reader(reuse=reuse) for _ in streams]
    for reader in readers:
        for document in before:
            _read(document, reader)
    took = [0.0 for _ in streams]
    for documents in zip(*streams, strict=True):
        for number, document in enumerate(documents):
            begin = time.process_time()
            _read(document, readers[number])
            took[number] += time.process_time() - begin
    return took


def _read(document: RawDocument, reader: Reader) -> None:
    made = to_article(document, as_is=True, published=None, language="en")
    to_ledger(reader.read_one(*made))


if __name__ == "__main__":
    main()
