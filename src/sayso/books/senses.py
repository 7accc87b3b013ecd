"""Senses of verbs and nouns: which words can name a transfer, an event, a change of policy.

Each file in ``books/LANG/senses/`` is one book of senses; a sense is written ``book:sense``. An entry::

    [[sense]]
    sense = "supply"
    verbs = ["supply", "provide"]
    nouns = ["delivery"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from sayso.errors import BookError


class SenseBook(NamedTuple):
    """Senses by lemma, for verbs (a particle after a space: "hand over") and for nouns."""

    verbs: Mapping[str, tuple[str, ...]]
    nouns: Mapping[str, tuple[str, ...]]


def load_senses(language: str = "en") -> SenseBook:
    """All books of senses of a language; BookError where a sense has no words."""
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    folder = files("sayso.books").joinpath(language, "senses")
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not path.name.endswith(".toml"):
            continue
        book: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for entry in book["sense"]:
            if not (entry.get("verbs") or entry.get("nouns")):
                raise BookError(f"{path.name}: sense {entry['sense']!r} has no words")
            sense = f"{path.name.removesuffix('.toml')}:{entry['sense']}"
            for words, into in ((entry.get("verbs", ()), verbs), (entry.get("nouns", ()), nouns)):
                for word in words:
                    into.setdefault(word, []).append(sense)
    return SenseBook(
        {word: tuple(senses) for word, senses in verbs.items()},
        {word: tuple(senses) for word, senses in nouns.items()},
    )
