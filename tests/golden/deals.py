"""The golden transfers, policy changes and relations: short texts of ours with the lines they must give."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from golden.halves import Half, half_of
from sayso.model.ids import digest_id
from sayso.model.reading import Reading
from sayso.model.text import Article
from sayso.reading import Reader

FOLDER = Path(__file__).parent


class Deal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text with all its lines: none in many of them. README.md says how a line is written."""

    text: str
    lines: tuple[str, ...]
    assigned: Half | None = msgspec.field(default=None, name="half")

    @property
    def half(self) -> Half:
        """The half that it was put into when it was written, else the one that its text falls into."""
        return self.assigned or half_of(self.text)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[Deal, ...]


Set = Literal["transfers", "policies", "relations"]


def load(pattern: str) -> tuple[Deal, ...]:
    """The passages of all files ``PATTERN.toml``, file by file."""
    return tuple(
        passage
        for path in sorted(FOLDER.glob(f"{pattern}.toml"))
        for passage in msgspec.toml.decode(path.read_bytes(), type=_File).passages
    )


def read(reader: Reader, text: str) -> Reading:
    """The Reading of a text that is an article by itself."""
    digest = digest_id("article", text.encode())
    return reader.read_one(Article(id=digest, text_sha256=digest, language="en", text=text))
