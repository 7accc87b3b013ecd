"""The golden actors as values: short texts of ours, with who and what is named or meant in them."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from golden.halves import Half, half_of
from golden.passages import FOLDER
from sayso.model.ids import digest_id
from sayso.model.text import Article

# What words can stand for, as coarsely as a language model tells it.
Kind = Literal["person", "place", "body"]
_KINDS: dict[str, Kind] = {"person": "person", "place": "place", "state": "place"}


def kind_of(actor_type: str | None) -> Kind | None:
    """The coarse kind of a type of actor; a state is a place to a language model."""
    return _KINDS.get(actor_type, "body") if actor_type else None


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a passage, and whom or what they stand for; README.md says how each field is compared.

    `nth` counts the occurrences of the words from 1. What is None is not judged. `type` is a type of
    actor or ``place``, ``a|b`` is either, and an empty one is no actor and no place. An empty `name`
    must stay open. `who` tells persons apart where their names are written in several ways. `refers`:
    the words name nobody, they refer ("she", "the minister").
    """

    words: str
    nth: int = 1
    type: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    who: str | None = None
    refers: bool = False

    @property
    def person(self) -> str | None:
        """Which person it is; None for what is none, must stay open, or is not told."""
        return (self.who or self.name or None) if self.type == "person" else None

    @property
    def kind(self) -> Kind | None:
        """The coarse kind; None where it is not judged or there is nobody."""
        return kind_of(self.type.split("|")[0]) if self.type else None


class ActorPassage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text with what is named in it; `tuning` where all of its file is for that half."""

    id: str
    text: str
    mentions: tuple[Named, ...]
    tuning: bool = False

    @property
    def half(self) -> Half:
        """The half of its file, else the one that the passage's name falls to."""
        return "tuning" if self.tuning else half_of(self.id)

    @property
    def article(self) -> Article:
        """The passage as an article in plain text."""
        digest = digest_id("article", self.text.encode())
        return Article(
            id=digest, text_sha256=digest, path=f"{self.id}.txt", language="en", text=self.text
        )

    def place_of(self, named: Named) -> tuple[int, int]:
        """Where the words stand; ValueError where they do not occur so often."""
        found = list(re.finditer(rf"(?<!\w){re.escape(named.words)}(?!\w)", self.text))
        if len(found) < named.nth:
            raise ValueError(f"{self.id}: {named.words!r} does not occur {named.nth} times")
        return found[named.nth - 1].span()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[ActorPassage, ...]
    tuning: bool = False


def load_actors() -> tuple[ActorPassage, ...]:
    """All passages of the files ``actors_*.toml``, file by file."""
    files = (
        msgspec.toml.decode(path.read_bytes(), type=_File)
        for path in sorted(FOLDER.glob("actors_*.toml"))
    )
    return tuple(
        msgspec.structs.replace(passage, tuning=file.tuning)
        for file in files
        for passage in file.passages
    )
