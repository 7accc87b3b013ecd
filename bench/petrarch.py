"""Event types on the validation sentences of PETRARCH-2 (Open Event Data Alliance, 2014).

    python bench/petrarch.py VALIDATION.xml CAMEO2PLOVER.txt [--wrong]

The first file holds sentences with their CAMEO codes, the second CAMEO codes as PLOVER types; both come
from that project and are not part of Sayso. A sentence is right when the set of types that Sayso finds in
it is the set that its codes stand for, none for none. A code that the map lacks (some sentences test made-up
ones) stands for no type that could be found, so its sentence counts as wrong. Prints how many sentences are
right, of all and of those whose codes the map holds; with --wrong also the others.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sayso.extractors import events
from sayso.model.text import Article
from sayso.reading import Reader

_SENTENCE = re.compile(r"<Sentence\b.*?</Sentence>", re.DOTALL)
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_CODE = re.compile(r"<EventCoding\b[^>]*\beventcode\s*=\s*\"([^\"]*)\"")
_MAPPED = re.compile(r"^(\d+)\s*:\s*([A-Z]+)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Coded(NamedTuple):
    """A sentence with the types that its codes stand for; `mapped`: the map holds all of them."""

    text: str
    types: frozenset[str]
    mapped: bool


def read_map(path: Path) -> dict[str, str]:
    """CAMEO code to PLOVER type."""
    rows = (_MAPPED.match(line) for line in path.read_text("utf-8").splitlines())
    return {row[1]: row[2] for row in rows if row}


def read_sentences(path: Path, types: dict[str, str]) -> Iterator[Coded]:
    """The coded sentences of a validation file. Its entities are not all declared: it is read as text."""
    text = _COMMENT.sub("", path.read_text("utf-8", errors="replace"))
    for block in _SENTENCE.findall(text):
        words = _TEXT.search(block)
        codes = [code.strip(" []") for code in _CODE.findall(block)]
        found = [types.get(code, "unknown") for code in codes if code]
        yield Coded(
            " ".join(words[1].split()) if words else "",
            frozenset(found),
            "unknown" not in found,
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("validation", type=Path)
    parser.add_argument("map", type=Path)
    parser.add_argument(
        "--wrong", action="store_true", help="print the sentences that are not right"
    )
    given = parser.parse_args()
    sentences = list(read_sentences(given.validation, read_map(given.map)))
    reader = Reader()
    right = []
    for one in sentences:
        digest = hashlib.sha256(one.text.encode()).hexdigest()
        article = Article(id=digest, text_sha256=digest, language="en", text=one.text)
        reading = reader.read_one(article)
        found = frozenset(event.type for event in events.extract(reading))
        if found == one.types:
            right.append(one)
        elif given.wrong:
            print(f"{sorted(one.types)} {sorted(found)}  {one.text}")
    known = sum(one.mapped for one in sentences)
    print(
        f"sentences exactly right: {len(right)} of {len(sentences)}; "
        f"{sum(one.mapped for one in right)} of the {known} whose codes the map holds"
    )


if __name__ == "__main__":
    main()
