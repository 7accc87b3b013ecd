"""The golden passages as values: short texts of ours, with the statements that they must give."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from golden.halves import Half, half_of
from sayso.articles import to_article
from sayso.model.ids import digest_id
from sayso.model.ledger import Act, Form, Modality
from sayso.model.text import Article, RawDocument

FOLDER = Path(__file__).parent
Media = Literal["text/plain", "text/markdown", "text/html"]
# The sets by the first word of their files' names.
Set = Literal["statements", "chains"]


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement that a passage must give; README.md says how each field is compared."""

    content: tuple[str, ...]
    speaker: str
    chain: tuple[tuple[str, str], ...]
    cue: str | None = None
    form: Form | None = None
    act: Act | None = None
    resolved: str | None = None
    role: str | None = None
    count: int | None = None
    addressees: tuple[str, ...] = ()
    occasion: str = ""
    modality: Modality = "asserted"
    optional: bool = False


class Passage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text. `tuning` or `reported` says which half it belongs to; without either its id does.

    With `media` the text is a document of that kind, and cleaned as such before it is read.
    """

    id: str
    construction: str
    text: str
    tuning: bool = False
    reported: bool = False
    media: Media | None = None
    outlet: str | None = None
    title: str | None = None
    caveats: tuple[str, ...] = ()
    statements: tuple[Expected, ...] = ()

    @property
    def half(self) -> Half:
        """The half to look at while rules are written, or the one that is only measured."""
        if self.tuning or self.reported:
            return "tuning" if self.tuning else "reported"
        return half_of(self.id)

    @property
    def required(self) -> tuple[Expected, ...]:
        """The statements that must be there."""
        return tuple(expected for expected in self.statements if not expected.optional)

    @property
    def article(self) -> Article:
        """The passage as an article."""
        if self.media:
            return self._cleaned(self.media)
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

    def _cleaned(self, media: Media) -> Article:
        raw = RawDocument(
            captured=self.text.encode(),
            content=self.text,
            media_type=media,
            path=self.id,
            title=self.title,
            outlet=self.outlet,
        )
        article, _ = to_article(raw, as_is=False, published=None, language="en")
        return article


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passages: tuple[Passage, ...]


def load_passages(name: Set = "statements") -> tuple[Passage, ...]:
    """All passages of a set: the files ``NAME_*.toml``, file by file."""
    return tuple(
        passage
        for path in sorted(FOLDER.glob(f"{name}_*.toml"))
        for passage in msgspec.toml.decode(path.read_bytes(), type=_File).passages
    )
