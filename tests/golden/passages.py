"""The golden passages as values: short texts of ours, with the statements that they must give."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from sayso.model.ids import digest_id
from sayso.model.ledger import Act, Form, Modality
from sayso.model.text import Article

FOLDER = Path(__file__).parent
Half = Literal["tuning", "reported"]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement that a passage must give; README.md says how each field is compared."""

    content: tuple[str, ...]
    speaker: str
    cue: str
    form: Form
    act: Act
    chain: tuple[tuple[str, str], ...]
    resolved: str | None = None
    role: str | None = None
    count: int | None = None
    addressees: tuple[str, ...] = ()
    occasion: str = ""
    modality: Modality = "asserted"
    optional: bool = False


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text. Exactly one of `tuning` and `reported` says which half it belongs to."""

    id: str
    construction: str
    text: str
    tuning: bool = False
    reported: bool = False
    outlet: str | None = None
    title: str | None = None
    caveats: tuple[str, ...] = ()
    statements: tuple[Expected, ...] = ()

    @property
    def half(self) -> Half:
        """The half to look at while rules are written, or the one that is only measured."""
        return "tuning" if self.tuning else "reported"

    @property
    def required(self) -> tuple[Expected, ...]:
        """The statements that must be there."""
        return tuple(expected for expected in self.statements if not expected.optional)

    @property
    def article(self) -> Article:
        """The passage as an article in plain text."""
        digest = digest_id("article", self.text.encode())
        return Article(
            id=digest,
            text_sha256=digest,
            path=f"{self.id}.txt",
            outlet=self.outlet,
            title=self.title,
            language="en",
            text=self.text,
        )


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[Passage, ...]


def load_passages() -> tuple[Passage, ...]:
    """All passages of the files ``statements_*.toml``, file by file."""
    return tuple(
        passage
        for path in sorted(FOLDER.glob("statements_*.toml"))
        for passage in msgspec.toml.decode(path.read_bytes(), type=_File).passages
    )
