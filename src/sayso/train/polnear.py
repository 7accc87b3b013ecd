"""The PolNeAR corpus: news articles with attributions marked by hand, in brat's standoff format.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018; CC BY-SA 4.0.
A folder holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`; offsets are code points. Where several
annotators marked one article, the first file by name counts.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from sayso.errors import TrainingError

Offsets = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """An attribution that an annotator marked, as offsets in the text; the source may be empty."""

    cue: Offsets
    content: Offsets
    source: Offsets


class MarkedArticle(NamedTuple):
    """A text with its attributions, by its file's name."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def read_folder(folder: Path) -> tuple[tuple[MarkedArticle, ...], str]:
    """The articles by name, and the SHA-256 over names and bytes of all files that were read.

    TrainingError where the folder is not PolNeAR's.
    """
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0] + ".txt", path)
    texts = sorted((folder / "text").glob("*.txt"))
    if not texts or not annotations:
        raise TrainingError(f"{folder} holds no PolNeAR: no text/*.txt with attributions/*.ann")
    digest = hashlib.sha256()
    articles = []
    for path in texts:
        if path.name not in annotations:
            continue
        files = (path, annotations[path.name])
        for file in files:
            content = file.read_bytes()
            digest.update(f"{file.name}\0{len(content)}\0".encode() + content)
        text = path.read_bytes().decode("utf-8")
        articles.append(MarkedArticle(path.name, text, _read(files[1], len(text))))
    if not any(article.marked for article in articles):
        raise TrainingError(f"{folder} marks no attribution with a cue and a content")
    return tuple(articles), digest.hexdigest()


def _read(path: Path, length: int) -> tuple[Marked, ...]:
    spans: dict[str, Offsets] = {}
    found = []
    for number, line in enumerate(path.read_bytes().decode("utf-8").split("\n"), 1):
        fields = line.rstrip("\r").split("\t")
        try:
            if re.fullmatch(r"T\d+", fields[0]):
                spans[fields[0]] = _offsets(fields[1].partition(" ")[2], length)
            elif re.fullmatch(r"E\d+", fields[0]):
                marked = _event(fields[1], spans)
                if marked.cue and marked.content:
                    found.append(marked)
        except (IndexError, ValueError) as error:
            raise TrainingError(
                f"{path.name}, line {number}: not brat standoff: {error}"
            ) from error
    return tuple(found)


def _offsets(written: str, length: int) -> Offsets:
    pairs = [tuple(map(int, piece.split())) for piece in written.split(";")]
    found = tuple((start, end) for start, end in pairs)
    if any(not 0 <= start <= end <= length for start, end in found):
        raise ValueError(f"offsets {written} are not in the text")
    return found


def _event(written: str, spans: dict[str, Offsets]) -> Marked:
    roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
    for part in written.split():
        role, _, key = part.partition(":")
        roles.get(role.rstrip("0123456789"), []).extend(spans.get(key, ()))
    return Marked(tuple(roles["Cue"]), tuple(roles["Content"]), tuple(roles["Source"]))
