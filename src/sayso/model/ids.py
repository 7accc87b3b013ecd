"""Content-hash ids: ``<kind>_`` and 128 bits of SHA-256 in lower-case base32 (26 characters)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

import msgspec

from sayso.errors import UsageError


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


R = TypeVar("R", bound=msgspec.Struct)
N = TypeVar("N", bound=Named)

_BITS = 128

# Left out of a record's hash: what made it, what is set by a later stage, and the id itself.
_NOT_HASHED = frozenset({"id", "by", "statement", "next_legs", "on"})


def digest_id(kind: str, data: bytes) -> str:
    """The id of raw bytes: ``article_…`` for a captured input.

    >>> digest_id("article", b"")
    'article_4oymiquy7qobjgx36tejs35zeq'
    """
    return sha256_id(kind, hashlib.sha256(data).hexdigest())


def sha256_id(kind: str, sha256: str) -> str:
    """The id of bytes whose SHA-256 (hexadecimal) is known."""
    head = bytes.fromhex(sha256)[: _BITS // 8]
    return f"{kind}_{base64.b32encode(head).decode('ascii').rstrip('=').lower()}"


def content_id(kind: str, content: Any) -> str:
    """The id of anything msgspec can encode; keys are sorted, so field order does not matter."""
    return digest_id(kind, msgspec.json.encode(content, order="sorted"))


def record_id(record: msgspec.Struct) -> str:
    """The id of a ledger record or a judgement: a hash over its content without `by` and references."""
    content = {
        name: getattr(record, name) for name in record.__struct_fields__ if name not in _NOT_HASHED
    }
    return content_id(kind_of(record), content)


def with_id(record: R) -> R:
    """The same record with its id filled in."""
    return msgspec.structs.replace(record, id=record_id(record))


def kind_of(record: msgspec.Struct) -> str:
    """The record's `kind` as printed in JSON; TypeError for what is no record."""
    tag = record.__struct_config__.tag
    if not isinstance(tag, str):
        raise TypeError(f"{type(record).__name__} is not a record: it has no kind")
    return tag


def by_id(given: str, records: Sequence[N], kind: str) -> N:
    """The one record whose id is `given` or begins so, with or without the kind before it. Else UsageError."""
    found = [one for one in records if one.id.startswith((given, f"{kind}_{given}"))]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"no {kind} here has an id that begins with {given!r}")
    several = ", ".join(sorted(one.id for one in found)[:3])
    raise UsageError(f"{len(found)} of the ids begin with {given!r}: {several} …")
