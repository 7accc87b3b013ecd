"""Which reader or archive a file's name asks for, or the first bytes of a stream without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BufferedIOBase
from pathlib import PurePath
from typing import Literal

from sayso.readers import Reader

Archive = Literal["zip", "gzip"]
Format = Reader | Archive

SNIFFED = 4096  # bytes

_ARCHIVES: dict[str, Archive] = {".zip": "zip", ".gz": "gzip"}
_MAGIC: tuple[tuple[bytes, Archive], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
)
# The first tags that the MIME Sniffing standard (mimesniff.spec.whatwg.org, section 7.1) takes for HTML.
_PAGE = re.compile(
    rb"<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)"
    rb"[\s>-]",
    re.IGNORECASE,
)
_OBJECT = re.compile(rb'\{\s*"(?:[^"\\]|\\.)*"\s*:')


class Formats:
    """The formats that the readers at hand read; the first reader that names a suffix has it."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._by_suffix: dict[str, Format] = {**_ARCHIVES}
        self._by_media: dict[str, Reader] = {}
        for reader in readers:
            self._by_media.setdefault(reader.MEDIA, reader)
            for suffix in reader.SUFFIXES:
                self._by_suffix.setdefault(suffix, reader)

    def by_name(self, path: str) -> Format | None:
        """The format that the last two suffixes name, or the last; None where they name none."""
        suffixes = [suffix.lower() for suffix in PurePath(path).suffixes[-2:]]
        named = (self._by_suffix.get("".join(suffixes[at:])) for at in range(len(suffixes)))
        return next((form for form in named if form is not None), None)

    def within_gzip(self, path: str, stream: BufferedIOBase) -> Format | None:
        """What ``page.html.gz`` holds by its name; for ``page.gz`` its first bytes tell."""
        name = PurePath(path).stem
        if PurePath(name).suffix:
            return self.by_name(name)
        head = stream.read(SNIFFED)
        stream.seek(0)
        return self.by_bytes(head)

    def by_bytes(self, head: bytes) -> Format:
        """An archive, a page, JSON Lines, or else plain text."""
        if head.startswith(b"WARC/"):
            return self._by_media["application/warc"]
        for magic, archive in _MAGIC:
            if head.startswith(magic):
                return archive
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        if _PAGE.match(start):
            return self._by_media["text/html"]
        if _OBJECT.match(start):
            return self._by_media["application/jsonl"]
        return self._by_media["text/plain"]
