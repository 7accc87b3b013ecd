"""Web archives to records, one at a time, each checked against what stands around it.

A WARC record says how long it is, and two line ends stand behind it (WARC 1.1, section 4,
iipc.github.io/warc-specifications). Where they do not, its length is wrong, and to follow it would lose
the records behind: such a record is handed on as broken, and the next is looked for in the bytes. In a
packed archive each record is a gzip member of its own (annex D), and the same holds for members.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, cast

from sayso.readers._source import WHOLE, Piece

_GZIP = b"\x1f\x8b\x08"
_MARK = b"WARC/"
_LINE_ENDS = b"\r\n\r\n"
_HEAD = 1 << 14  # bytes in which a record's header must end
_CHUNK = 1 << 16
_SPOOL = 1 << 22  # bytes of a member kept in memory before a temporary file is used
_MAX_INFLATION = 200  # as for any archive here
_HEADER = re.compile(rb"WARC/1\.\d\r\n(?:[^\r\n]+\r\n)+\r\n")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,15})[ \t]*\r$", re.IGNORECASE | re.MULTILINE)


class Frame(NamedTuple):
    """One record's bytes, header and all; or None, and the `reason` why it cannot be read.

    `offset` is where the record begins in the file, or the gzip member that holds it; `size` and `sha256`
    (of what is broken only) are of the bytes that it stands for.
    """

    offset: int
    size: int
    data: bytes | None = None
    reason: str = ""
    sha256: str | None = None


class _Step(NamedTuple):
    """Where a record begins and ends, where the next may begin, and why this one cannot be read."""

    at: int
    end: int
    behind: int
    reason: str = ""


def frames(stream: BinaryIO, piece: Piece = WHOLE, *, max_bytes: int) -> Iterator[Frame]:
    """The records of an archive, plain or gzip, in their order, as far as they begin in the piece.

    A record of more than `max_bytes` is not held: it comes without its data. Memory is that of one
    record; a gzip member that is longer goes through a temporary file.
    """
    if not _is_packed(stream):
        yield from _plain(stream, piece, max_bytes)
        return
    for step, unpacked in _members(stream, piece, max_bytes):
        if step.reason:
            yield _lost(stream, step)
        else:
            yield from (f._replace(offset=step.at) for f in _plain(unpacked, WHOLE, max_bytes))


def offsets(stream: BinaryIO, *, max_bytes: int) -> Iterator[int]:
    """Where the records of an archive begin, or the gzip members that hold any.

    They are found by going from record to record: bytes that look like a beginning may be part of one, as
    in an archive of archives. Of a plain archive only the headers are read.
    """
    if not _is_packed(stream):
        yield from (step.at for step in _steps(stream, WHOLE))
        return
    for step, unpacked in _members(stream, WHOLE, max_bytes):
        if step.reason or unpacked.seek(0, os.SEEK_END):
            yield step.at


def _is_packed(stream: BinaryIO) -> bool:
    stream.seek(0)
    return stream.read(len(_GZIP)) == _GZIP


def _plain(stream: BinaryIO, piece: Piece, max_bytes: int) -> Iterator[Frame]:
    for step in _steps(stream, piece):
        size = step.end - step.at
        if step.reason:
            yield _lost(stream, step)
        elif size > max_bytes:
            yield _lost(stream, step._replace(reason=f"longer than the limit of {max_bytes} bytes"))
        else:
            stream.seek(step.at)
            yield Frame(step.at, size, stream.read(size))


def _steps(stream: BinaryIO, piece: Piece) -> Iterator[_Step]:
    """From record to record of a plain archive."""
    size = stream.seek(0, os.SEEK_END)
    at, stop = piece.start.offset, size if piece.end is None else piece.end
    while at < stop:
        end = _end(stream, at, size)
        if isinstance(end, str):
            behind = _next(stream, at + 1, b"\n" + _MARK, skip=1)
            step = _Step(at, behind, behind, end)
        else:
            step = _Step(at, end, end + len(_LINE_ENDS))
        yield step
        at = step.behind


def _members(stream: BinaryIO, piece: Piece, max_bytes: int) -> Iterator[tuple[_Step, BinaryIO]]:
    """From member to member of a packed archive, each with what is in it, until the next is asked for."""
    size = stream.seek(0, os.SEEK_END)
    at, stop = piece.start.offset, size if piece.end is None else piece.end
    while at < stop:
        with tempfile.SpooledTemporaryFile(_SPOOL) as spool:
            unpacked = cast("BinaryIO", spool)
            try:
                end = _unpack(stream, at, unpacked, max_bytes)
                step = _Step(at, end, end)
            except zlib.error as error:
                end = _next_member(stream, at + 1)
                step = _Step(at, end, end, f"broken: {error}")
            yield step, unpacked
        at = end


def _end(stream: BinaryIO, at: int, size: int) -> int | str:
    """Where the record that begins at `at` ends, or why that cannot be told."""
    stream.seek(at)
    header = _HEADER.match(stream.read(_HEAD))
    if header is None:
        return "no WARC record begins here"
    length = _LENGTH.search(header[0])
    if length is None:
        return "the record does not say how long it is"
    end = at + header.end() + int(length[1])
    stream.seek(min(end, size))
    if end == size or stream.read(len(_LINE_ENDS)) == _LINE_ENDS:
        return end
    return "the record is not as long as it says"


def _unpack(stream: BinaryIO, at: int, into: BinaryIO, max_bytes: int) -> int:
    """The gzip member that begins at `at`, written out; where it ends. zlib.error where it is broken."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    stream.seek(at)
    taken = given = 0
    while chunk := stream.read(_CHUNK):
        taken += len(chunk)
        while chunk and not unpacker.eof:
            given += into.write(unpacker.decompress(chunk, _CHUNK))
            if given > max(max_bytes, taken * _MAX_INFLATION):
                raise zlib.error("it unpacks to far more than its own size")
            chunk = unpacker.unconsumed_tail
        if unpacker.eof:
            return at + taken - len(unpacker.unused_data)
    raise zlib.error("the archive ends within it")


def _next_member(stream: BinaryIO, start: int) -> int:
    """Where the next member begins that holds a record: the same bytes occur by chance in packed ones."""
    while stream.seek(at := _next(stream, start, _GZIP)) < stream.seek(0, os.SEEK_END):
        stream.seek(at)
        try:
            words = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(_CHUNK), 1024)
        except zlib.error:
            words = b""
        if words.startswith(_MARK):
            break
        start = at + 1
    return at


def _next(stream: BinaryIO, start: int, mark: bytes, skip: int = 0) -> int:
    """The offset behind the first `skip` bytes of the next `mark` from `start` on; else the end."""
    stream.seek(start)
    kept = b""
    while chunk := stream.read(_CHUNK):
        window = kept + chunk
        found = window.find(mark)
        if found >= 0:
            return start + found + skip
        kept = window[-len(mark) + 1 :]
        start += len(window) - len(kept)
    return stream.seek(0, os.SEEK_END)


def _lost(stream: BinaryIO, step: _Step) -> Frame:
    """What stands there, with its hash in place of its bytes."""
    digest = hashlib.sha256()
    stream.seek(step.at)
    size = left = step.end - step.at
    while left and (chunk := stream.read(min(left, _CHUNK))):
        digest.update(chunk)
        left -= len(chunk)
    return Frame(step.at, size, reason=step.reason, sha256=digest.hexdigest())
