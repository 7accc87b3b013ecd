"""Web pages: one file, one document. What the page says of itself is read later, with its text."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.text import RawDocument
from sayso.readers._decoding import decode_html
from sayso.readers._source import Source

SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA = "text/html"


def read(source: Source) -> Iterator[RawDocument]:
    """The page's markup."""
    data = source.read()
    content, caveats = decode_html(data)
    yield RawDocument(
        captured=data, content=content, media_type=MEDIA, path=source.path, caveats=caveats
    )
