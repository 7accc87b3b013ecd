"""What stories are found by, of one article: small enough to be kept beside it, and never made twice."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
import numpy as np

from sayso.books.accounts import AccountBook
from sayso.collate.leads import lead_meaning
from sayso.collate.subjects import Subject, subject_of
from sayso.meaning import Meaning
from sayso.model.text import Article, When

# Raised where the same article would give another sketch.
VERSION = 1
# No date: before every day.
UNDATED = 0
# A vector of length 1 as whole numbers of a byte each, so that sums are exact in any order.
_STEPS = 127


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """An article's id, title and date, what it is about, and what its lead means.

    `meaning` is a direction as signed bytes; empty where it is not known.
    """

    article: str
    title: str | None
    published: When | None
    subject: Subject
    meaning: bytes

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
    articles: Sequence[Article], book: AccountBook, meaning: Meaning | None
) -> Iterator[Sketch]:
    """The sketches of articles, in their order."""
    for article in articles:
        known = lead_meaning(article, meaning) if meaning else np.zeros(0)
        yield Sketch(
            article=article.id,
            title=article.title,
            published=article.published,
            subject=subject_of(article, book),
            meaning=np.rint(known * _STEPS).astype(np.int8).tobytes(),
        )


def packed(sketch: Sketch) -> bytes:
    """A sketch as bytes: MessagePack, compressed with zlib."""
    return zlib.compress(msgspec.msgpack.encode(sketch, order="deterministic"))


def unpacked(data: bytes) -> Sketch:
    """The sketch that `packed` made into these bytes."""
    return _DECODER.decode(zlib.decompress(data))
