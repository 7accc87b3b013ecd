"""What stories are found by, of one article: small enough to be kept beside it, and never made twice."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from sayso.books.accounts import AccountBook
from sayso.books.languages import is_read, load_languages
from sayso.collate.leads import lead_meaning
from sayso.collate.subjects import Subject, subject_of
from sayso.meaning import Meaning
from sayso.model.text import Article, When
from sayso.tongues import Tongues

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Raised where the same article would give another sketch.
VERSION = 1
# No date: before every day.
UNDATED = 0
# A vector of length 1 as whole numbers of a byte each, so that sums are exact in any order.
_STEPS = 127


class Sketch(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article's id, title and date, what it is about, and what its lead means.

    `meaning` is a direction as signed bytes; empty where it is not known. `language` is that of an article which is
    compared by its direction whatever the language, `abroad`, in the same form: of an article in English that is
    asked for only when one in another language may be near.
    """

    article: str
    title: str | None
    published: When | None
    subject: Subject
    meaning: bytes
    language: str | None = None
    abroad: bytes = b""

    @property
    def day(self) -> int:
        """The day of publication as a number, `UNDATED` without one."""
        return day_of(self.published)


def day_of(when: When | None) -> int:
    """The day on which a time begins, as a number (1 is 1 January of the year 1), `UNDATED` without one."""
    start = when.start if when else None
    return date.fromisoformat(start[:10]).toordinal() if start else UNDATED


_DECODER = msgspec.msgpack.Decoder(Sketch)


def sketches_of(
    articles: Sequence[Article],
    book: AccountBook,
    meaning: Meaning | None,
    tongues: Tongues | None = None,
) -> Iterator[Sketch]:
    """The sketches of articles, in their order; with `tongues`, those in other languages by that alone."""
    for article in articles:
        is_abroad = tongues is not None and not is_read(article.language)
        known = lead_meaning(article, meaning) if meaning and not is_abroad else np.zeros(0)
        yield Sketch(
            article=article.id,
            title=article.title,
            published=article.published,
            subject=subject_of(article, book),
            meaning=_stepped(known),
            language=article.language if is_abroad else None,
            abroad=direction_of(article, tongues) if tongues and is_abroad else b"",
        )


def direction_of(article: Article, tongues: Tongues) -> bytes:
    """What title and lead of an article mean, whatever its language: as signed bytes."""
    title, text = article.title or "", article.text
    whole = text if text.lstrip().startswith(title) else f"{title}\n{text}"
    return _stepped(tongues.direction(whole[: load_languages().characters]))


def _stepped(direction: NDArray[Any]) -> bytes:
    return bytes(np.rint(direction * _STEPS).astype(np.int8).tobytes())


def packed(sketch: Sketch) -> bytes:
    """A sketch as bytes: MessagePack, compressed with zlib."""
    return zlib.compress(msgspec.msgpack.encode(sketch, order="deterministic"))


def unpacked(data: bytes) -> Sketch:
    """The sketch that `packed` made into these bytes."""
    return _DECODER.decode(zlib.decompress(data))
