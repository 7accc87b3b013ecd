"""Web archives (WARC 1.0 and 1.1), plain or packed with gzip: a document for each page or text in them.

Pages come from ``response`` and ``resource`` records, plain text from ``conversion`` ones (WET); what is
no text, and answers of a server other than 2xx, are passed over. The article's id is a hash of the page's
own bytes, so a page has one id in an archive and out of it. The date of a record tells when the page was
fetched, not when the article was published, and dates nothing.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sayso.errors import InputError
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers._decoding import decode_html, decode_text
from sayso.readers._source import Source, Start
from sayso.readers._warc_frames import Frame, frames, offsets

SUFFIXES = (".warc", ".warc.gz")
MEDIA = "application/warc"

_HELD = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"


def read(source: Source) -> Iterator[RawDocument | Quarantine]:
    """The documents of an archive in its order; a Quarantine, named ``path:offset``, for each lost record.

    InputError where there is no record.
    """
    empty = True
    for frame in frames(source.stream, source.piece, max_bytes=source.max_bytes):
        empty = False
        try:
            found = _document(frame, source)
        except InputError as error:
            yield Quarantine(
                path=f"{source.path}:{frame.offset}",
                reason=str(error),
                bytes=frame.size,
                sha256=frame.sha256,
            )
        else:
            if found is not None:
                yield found
    if empty:
        raise InputError("empty")


def starts(source: Source) -> Iterator[Start]:
    """Where records begin, or the gzip members that hold them. What a record holds is not looked at."""
    for before, at in enumerate(offsets(source.stream, max_bytes=source.max_bytes)):
        yield Start(at, before)


def _document(frame: Frame, source: Source) -> RawDocument | None:
    """The document that a record holds; None where it holds none."""
    if frame.data is None:
        raise InputError(frame.reason)
    try:
        record = next(
            iter(ArchiveIterator(io.BytesIO(frame.data), record_types=_HELD, parse_http=False)),
            None,
        )
        if record is None:
            return None
        media = _media(record)
        if media is None:
            return None
        data = record.reader.read()
    except OSError as error:
        raise InputError(f"broken: {error}") from error
    if len(data) > source.max_bytes:
        raise InputError(f"unpacks to more than the limit of {source.max_bytes} bytes")
    charset = record.http_charset if record.is_http_parsed else None
    caveats: tuple[tuple[str, str], ...] = ()
    if media == _TEXT:
        content = decode_text(data, charset)
    else:
        content, caveats = decode_html(data, charset)
    if why := record.headers.get("WARC-Truncated"):
        caveats = (*caveats, ("truncated", f"the archive holds only a part of the page: {why}"))
    return RawDocument(
        captured=data,
        content=content,
        media_type=_TEXT if media == _TEXT else "text/html",
        path=source.path,
        url=record.headers.get("WARC-Target-URI"),
        caveats=caveats,
    )


def _media(record: WarcRecord) -> str | None:
    """The record's media type, HTTP headers parsed; None for what is no text, and for refusals."""
    if record.is_http:
        record.parse_http(auto_decode="all")
        status = record.http_headers.status_code
        if status is None or not 200 <= status < 300:
            return None
        named = record.http_content_type
    else:
        named = (record.headers.get("Content-Type") or "").partition(";")[0]
    media = (named or "").strip().lower()
    return media if media in _PAGES or media == _TEXT else None
