"""Which version reads: what, if it changes, may change the records of an article."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.extractors import registry
from sayso.model.ids import content_id
from sayso.reading.language import DIGESTS, find_pipeline
from sayso.settings import Settings
from sayso.stores import Version

# From bytes to records: all the code on the way.
_RULES = ("readers", "articles", "reading", "extractors")
_KNOWLEDGE = (".toml", ".json")
_CODE = (".py",)


def reading_version(settings: Settings) -> Version:
    """The version that reads under these settings.

    Its id is a digest of the code, the books and the weights, beside the versions that the extractors give
    themselves: no change in what reads can be forgotten. The package's own number is not part of it.
    """
    extractors = {
        name: str(getattr(getattr(sys.modules[extract.__module__], "BY", None), "version", "0"))
        for name, extract in registry().items()
    }
    rules = _digest(_RULES, _CODE)
    books = _digest(("books",), (*_KNOWLEDGE, *_CODE))
    model = _model(settings.language_model)
    return Version(
        id=content_id("version", [extractors, rules, books, model]),
        sayso=version("sayso"),
        extractors=extractors,
        rules=rules,
        books=books,
        model=model,
    )


def _model(name: str | None) -> str:
    """The pipeline's weights by their known digests, or by what it says of itself; and our own weights."""
    if name is None:
        language = content_id("model", dict(DIGESTS))
    else:
        language = hashlib.sha256((find_pipeline(name) / "meta.json").read_bytes()).hexdigest()
    return hashlib.sha256((language + _digest(("weights",), (".bin",))).encode()).hexdigest()


def _digest(packages: tuple[str, ...], endings: tuple[str, ...]) -> str:
    found = hashlib.sha256()
    for package in packages:
        for name, file in sorted(_below(files("sayso").joinpath(package), package)):
            if name.endswith(endings):
                found.update(f"{name}\0".encode())
                found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        inside = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _below(entry, inside)
        else:
            yield inside, entry
