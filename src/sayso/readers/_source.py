"""What a reader gets: a stream with its name and its limits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from sayso.errors import InputError

_CHUNK = 1 << 16


class Line(NamedTuple):
    """One line without its end, counted from 1; `size` in bytes.

    `start` is where it begins, in bytes from the start of the source. Of a line that is longer than the
    limit only `digest` is kept, its SHA-256; its `data` is None.
    """

    number: int
    start: int
    data: bytes | None
    size: int
    digest: str | None = None

    def sha256(self) -> str:
        """The hash of the whole line."""
        return self.digest or hashlib.sha256(self.data or b"").hexdigest()


class Start(NamedTuple):
    """Where a record begins (in bytes), and how many stand before it, as the format counts them."""

    offset: int
    before: int


class Piece(NamedTuple):
    """The records of a source from one that begins at `start` on, up to `end` (None: to the last)."""

    start: Start = Start(0, 0)
    end: int | None = None


WHOLE = Piece()


class Source:
    """A stream of bytes to be read once, as a whole or by lines, or by place from its `stream`.

    `path` is how the input was named (``a.zip/b.txt``, ``-``). Of a reader that says where records begin
    (`readers.Reader`) only a `piece` may be wanted. At most `max_bytes` are held in memory at
    a time: that is the limit for a whole source and for one line. `max_total` bounds what may come out of
    a compressed stream altogether.
    """

    def __init__(
        self,
        stream: BinaryIO,
        path: str,
        *,
        max_bytes: int,
        max_total: int | None = None,
        piece: Piece = WHOLE,
    ) -> None:
        self.path = path
        self.piece = piece
        self.max_bytes = max_bytes
        self.stream = stream
        self._max_total = max_total
        self._size = 0

    def read(self) -> bytes:
        """All of it; InputError when it is longer than `max_bytes`."""
        chunks: list[bytes] = []
        while chunk := self._counted(self.stream.read(_CHUNK)):
            chunks.append(chunk)
            if self._size > self.max_bytes:
                raise InputError(f"longer than the limit of {self.max_bytes} bytes")
        return b"".join(chunks)

    def lines(self) -> Iterator[Line]:
        """The lines of its piece, split at line feeds; an overlong line is passed over in constant memory."""
        (at, number), end = self.piece
        if at:
            self.stream.seek(at)
        while (end is None or at < end) and (chunk := self._counted(self.stream.readline(_CHUNK))):
            number += 1
            body = chunk.removesuffix(b"\n")
            if len(body) < len(chunk) and len(body) <= self.max_bytes:
                line = Line(number, at, body, len(body))
            else:
                line = self._long_line(number, at, chunk)
            yield line
            at += line.size + 1

    def _long_line(self, number: int, start: int, chunk: bytes) -> Line:
        digest = hashlib.sha256()
        parts: list[bytes] = []
        size = 0
        while chunk:
            body = chunk.removesuffix(b"\n")
            digest.update(body)
            size += len(body)
            if size <= self.max_bytes:
                parts.append(body)
            if len(body) < len(chunk):
                break
            chunk = self._counted(self.stream.readline(_CHUNK))
        if size <= self.max_bytes:
            return Line(number, start, b"".join(parts), size)
        return Line(number, start, None, size, digest.hexdigest())

    def _counted(self, chunk: bytes) -> bytes:
        self._size += len(chunk)
        if self._max_total is not None and self._size > self._max_total:
            raise InputError("unpacks to far more than its own size")
        return chunk
