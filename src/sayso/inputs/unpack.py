"""Files, standard input and archives to readers. What cannot be read becomes a Quarantine."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, NamedTuple, cast

from sayso.errors import InputError
from sayso.inputs.formats import SNIFFED, Format, Formats
from sayso.inputs.walk import Skipped, printable, why
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers import Reader
from sayso.readers._source import WHOLE, Piece, Source

Item = RawDocument | Quarantine | Skipped

_UNKNOWN = "unknown type"
_SPOOL = 1 << 20  # bytes kept in memory before a temporary file is used
_ENCRYPTED = 0x1  # bit 0 of a member's flags (APPNOTE.TXT, 4.4.4)
# What reading raises for a failing disk, and for archives that are cut off or damaged.
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile)
# The same while a zip is opened: also for its list of members, and for a method that Python lacks.
_BROKEN_ZIP = (*_BROKEN, ValueError, NotImplementedError)


class Limits(NamedTuple):
    """`max_bytes` for one document.

    What comes out of an archive may not exceed `max_inflation` times its size (or `max_bytes`, if that is
    more): news text packs to a tenth, while deflate reaches 1032:1 (zlib.net/zlib_tech.html). `max_depth`
    bounds archives within archives.
    """

    max_bytes: int
    max_inflation: int = 200
    max_depth: int = 3

    def unpacked(self, packed: int) -> int:
        """How many bytes may come out of so many packed ones."""
        return max(self.max_bytes, packed * self.max_inflation)


class _Opened(NamedTuple):
    """A stream that can be rewound. `named`: by the user. `depth`: the archives around it.

    `piece` is what of it is wanted.
    """

    stream: BinaryIO
    path: str
    named: bool
    depth: int = 0
    max_total: int | None = None
    piece: Piece = WHOLE


class Unpacker:
    """Opens what is named and hands it to the reader of its format."""

    def __init__(self, formats: Formats, limits: Limits) -> None:
        self._formats = formats
        self._limits = limits

    def file(self, path: str, *, named: bool, piece: Piece = WHOLE) -> Iterator[Item]:
        """The documents of one file or of a piece of it, archives unpacked."""
        try:
            stream = Path(path).open("rb")  # noqa: SIM115 (the `with` below closes it)
        except (OSError, ValueError) as error:
            yield Quarantine(path=printable(path), reason=why(error))
            return
        with stream:
            yield from self._documents(
                _Opened(stream, printable(path), named, piece=piece), self._formats.by_name(path)
            )

    def stream(self, stream: BinaryIO, name: str) -> Iterator[Item]:
        """The documents of a stream that goes by a name."""
        yield from self._documents(
            _Opened(stream, printable(name), True), self._formats.by_name(name)
        )

    def standard_input(self, stream: IO[bytes]) -> Iterator[Item]:
        """The documents of a stream without a name."""
        with _spooled(stream) as kept:
            head = kept.read(SNIFFED)
            kept.seek(0)
            yield from self._documents(_Opened(kept, "-", True), self._formats.by_bytes(head))

    def _documents(self, opened: _Opened, form: Format | None) -> Iterator[Item]:
        if form is None:
            unread = _refused(opened, _UNKNOWN) if opened.named else None
            yield unread or Skipped(path=opened.path, reason=_UNKNOWN)
            return
        try:
            if form == "zip":
                yield from self._zip(self._deeper(opened))
            elif form == "gzip":
                yield from self._gzip(self._deeper(opened))
            else:
                yield from self._read(opened, form)
        except InputError as error:
            yield _refused(opened, str(error))
        except _BROKEN as error:
            yield _refused(opened, f"broken: {why(error)}")

    def _deeper(self, opened: _Opened) -> _Opened:
        if opened.depth >= self._limits.max_depth:
            raise InputError(f"more than {self._limits.max_depth} archives within each other")
        return opened._replace(depth=opened.depth + 1)

    def _read(self, opened: _Opened, reader: Reader) -> Iterator[Item]:
        yield from reader.read(
            Source(
                opened.stream,
                opened.path,
                max_bytes=self._limits.max_bytes,
                max_total=opened.max_total,
                piece=opened.piece,
            )
        )

    def _gzip(self, opened: _Opened) -> Iterator[Item]:
        """The one file within, under the archive's own name: its type is the suffix before ``.gz``."""
        size = opened.stream.seek(0, os.SEEK_END)
        opened.stream.seek(0)
        with gzip.GzipFile(fileobj=opened.stream, mode="rb") as stream:
            form = self._formats.within_gzip(opened.path, stream)
            inside = opened._replace(
                stream=cast("BinaryIO", stream), max_total=self._limits.unpacked(size)
            )
            if form is None or isinstance(form, str):
                yield from self._documents(inside, form)
            elif _unpacks(form):
                yield from self._read(opened, form)
            else:
                # A failure is the archive's own, so it is told above with the archive's bytes.
                yield from self._read(inside, form)

    def _zip(self, opened: _Opened) -> Iterator[Item]:
        """The members by name, each as ``archive/member``."""
        size = opened.stream.seek(0, os.SEEK_END)
        try:
            archive = zipfile.ZipFile(opened.stream)
        except _BROKEN_ZIP as error:
            raise InputError(f"broken: {why(error)}") from error
        with archive:
            members = sorted(
                (member for member in archive.infolist() if not member.is_dir()),
                key=lambda member: (member.filename, member.header_offset),
            )
            # A member never gives more than it declares, so the declared sizes bound the archive.
            if sum(member.file_size for member in members) > self._limits.unpacked(size):
                raise InputError("unpacks to far more than its own size")
            for member in members:
                yield from self._member(opened, archive, member)

    def _member(
        self, opened: _Opened, archive: zipfile.ZipFile, member: zipfile.ZipInfo
    ) -> Iterator[Item]:
        path = f"{opened.path}/{printable(member.filename)}"
        parts = [part for part in member.filename.split("/") if part not in (".", "..")]
        if any(part.startswith((".", "__MACOSX")) for part in parts):
            yield Skipped(path=path, reason="hidden")
            return
        form = self._formats.by_name(member.filename)
        if form is None:
            yield Skipped(path=path, reason=_UNKNOWN)
            return
        if member.flag_bits & _ENCRYPTED:
            yield Quarantine(path=path, reason="encrypted", bytes=member.file_size)
            return
        try:
            stream = _spooled(archive.open(member))
        except _BROKEN_ZIP as error:
            yield Quarantine(path=path, reason=f"broken: {why(error)}", bytes=member.file_size)
            return
        with stream:
            yield from self._documents(_Opened(stream, path, named=False, depth=opened.depth), form)


def _unpacks(reader: Reader) -> bool:
    """Whether the reader takes its format packed, as web archives are: record by record."""
    return any(suffix.endswith(".gz") for suffix in reader.SUFFIXES)


def _spooled(stream: IO[bytes]) -> BinaryIO:
    """The stream's bytes where they can be read again."""
    kept = tempfile.SpooledTemporaryFile(_SPOOL)  # noqa: SIM115 (closed by the caller)
    try:
        shutil.copyfileobj(stream, kept)
    except BaseException:
        kept.close()
        raise
    kept.seek(0)
    return cast("BinaryIO", kept)


def _refused(opened: _Opened, reason: str) -> Quarantine:
    """The whole stream as a Quarantine, read again from its start for its size and hash."""
    size = 0
    digest = hashlib.sha256()
    try:
        opened.stream.seek(0)
        while chunk := opened.stream.read(_SPOOL):
            size += len(chunk)
            digest.update(chunk)
    except OSError:
        # The disk itself fails: then neither is known, and the reason has been given.
        return Quarantine(path=opened.path, reason=reason)
    return Quarantine(path=opened.path, reason=reason, bytes=size, sha256=digest.hexdigest())
