"""Markdown: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.text import RawDocument
from sayso.readers._decoding import decode_text
from sayso.readers._source import Source

SUFFIXES = (".md", ".markdown")
MEDIA = "text/markdown"


def read(source: Source) -> Iterator[RawDocument]:
    """The file as it is, markup included."""
    data = source.read()
    yield RawDocument(captured=data, content=decode_text(data), media_type=MEDIA, path=source.path)
