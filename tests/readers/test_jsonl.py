from __future__ import annotations

import io
import json

import pytest

from sayso.errors import InputError
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers import jsonl
from sayso.readers._source import Source


def read(data: bytes) -> list[RawDocument | Quarantine]:
    return list(jsonl.read(Source(io.BytesIO(data), "a.jsonl", max_bytes=1000)))


def test_fields_are_taken_as_they_stand() -> None:
    line = json.dumps(
        {
            "id": 7,
            "text": " Words.\r\n",
            "url": "https://example.org/a",
            "title": "A title",
            "outlet": "The Quay",
            "authors": ["A. Writer"],
            "published": "2031-02-03",
            "language": "en",
            "unheard_of": [1, {"deep": None}],
        }
    ).encode()
    (found,) = read(line + b"\r\n")
    assert found == RawDocument(
        captured=line,
        content=" Words.\r\n",
        media_type="text/plain",
        path="a.jsonl",
        url="https://example.org/a",
        source_id="7",
        title="A title",
        outlet="The Quay",
        authors=("A. Writer",),
        published="2031-02-03",
        language="en",
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut', "not a JSON object"),
        (b"[1, 2]", "not a JSON object"),
        (b'{"text": 5}', "not a JSON object"),
        (b'{"text": "\xff"}', "not a JSON object"),
        (b'{"text": "\\ud800"}', "not a JSON object"),
        (b'{"x": ' + b"[" * 400 + b"]" * 400 + b', "text": 1}', "not a JSON object"),
        (b'{"title": "only"}', "no text and no html"),
        (b'{"text": "  "}', "no text and no html"),
        (b'{"text": "' + b"x" * 1000 + b'"}', "longer than the limit"),
    ],
)
def test_a_bad_line_alone_is_refused(line: bytes, reason: str) -> None:
    good = b'{"text": "Words."}'
    before, bad, after = read(good + b"\n" + line + b"\n\n" + good)
    assert isinstance(before, RawDocument)
    assert isinstance(after, RawDocument)
    assert isinstance(bad, Quarantine)
    assert bad.path == "a.jsonl:2"
    assert reason in bad.reason
    assert bad.bytes == len(line)


def test_a_byte_order_mark_is_no_part_of_the_object() -> None:
    (found,) = read(b'\xef\xbb\xbf{"text": "Words."}')
    assert isinstance(found, RawDocument)


def test_a_file_without_a_line_is_empty() -> None:
    with pytest.raises(InputError, match="empty"):
        read(b" \n\n")
