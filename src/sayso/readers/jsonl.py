"""JSON Lines: one object a line, one document an object.

`text` or `html` holds the document; `url`, `title`, `outlet`, `published`, `language` and `id` are taken
where they are given, any other key is passed over. The article's id is a hash of the line's bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sayso.errors import InputError
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers._source import Line, Source, Start

SUFFIXES = (".jsonl", ".ndjson")
MEDIA = "application/jsonl"

_MARK = b"\xef\xbb\xbf"


class _Object(msgspec.Struct, frozen=True, kw_only=True):
    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None


def read(source: Source) -> Iterator[RawDocument | Quarantine]:
    """A document for each line that holds one; a Quarantine, named ``path:line``, for each that does not.

    InputError where there is no line.
    """
    empty = True
    for line, data in _held(source):
        empty = False
        try:
            yield _document(data, source)
        except InputError as error:
            yield _refused(source, line, str(error))
    if empty:
        raise InputError("empty")


def starts(source: Source) -> Iterator[Start]:
    """Where the lines begin that hold something, each with the number of lines before it."""
    for line, _ in _held(source):
        yield Start(line.start, line.number - 1)


def _held(source: Source) -> Iterator[tuple[Line, bytes | None]]:
    """The lines that are not blank, and what stands on them; None for an overlong one."""
    for line in source.lines():
        data = line.data
        if data is not None:
            data = (data.removeprefix(_MARK) if line.number == 1 else data).strip()
            if not data:
                continue
        yield line, data


def _document(data: bytes | None, source: Source) -> RawDocument:
    if data is None:
        raise InputError(f"longer than the limit of {source.max_bytes} bytes")
    try:
        found = msgspec.json.decode(data, type=_Object)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"not a JSON object that can be read: {error}") from error
    content = found.text if found.text is not None else found.html
    if content is None or not content.strip():
        raise InputError("no text and no html in it")
    return RawDocument(
        captured=data,
        content=content,
        media_type="text/plain" if found.text is not None else "text/html",
        path=source.path,
        url=found.url,
        source_id=None if found.id is None else str(found.id),
        title=found.title,
        outlet=found.outlet,
        authors=found.authors,
        published=found.published,
        language=found.language,
    )


def _refused(source: Source, line: Line, reason: str) -> Quarantine:
    return Quarantine(
        path=f"{source.path}:{line.number}", reason=reason, bytes=line.size, sha256=line.sha256()
    )
