"""Web archives, good and broken, made here record by record."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.inputs import read_inputs
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument
from sayso.readers import warc
from sayso.readers._source import Source

LIMIT = 100_000


def page(number: int) -> bytes:
    return b"<!DOCTYPE html><p>Ferry %d sailed at noon.</p>" % number


def record(
    number: int,
    *,
    body: bytes | None = None,
    kind: bytes = b"response",
    http: bytes | None = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
    media: bytes = b"application/http; msgtype=response",
    length: int | None = None,
    more: bytes = b"",
) -> bytes:
    held = page(number) if body is None else body
    block = held if http is None else http + b"\r\n" + held
    size = len(block) if length is None else length
    return (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://quay.example/%d\r\n"
        b"WARC-Date: 2024-05-01T08:00:00Z\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (kind, number, more, media, size, block)
    )


def plain(records: Iterable[bytes]) -> bytes:
    return b"".join(records)


def packed(records: Iterable[bytes]) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def packed_whole(records: Iterable[bytes]) -> bytes:
    return gzip.compress(b"".join(records), mtime=0)


def read(data: bytes, max_bytes: int = LIMIT) -> list[RawDocument | Quarantine]:
    return list(warc.read(Source(io.BytesIO(data), "crawl.warc", max_bytes=max_bytes)))


def told(found: Iterable[RawDocument | Quarantine]) -> list[str]:
    """The number of each page, and the reason for each loss."""
    return [
        one.reason if isinstance(one, Quarantine) else str(one.url).rpartition("/")[2]
        for one in found
    ]


PACKINGS = pytest.mark.parametrize("pack", [plain, packed, packed_whole])
Packing = Callable[[Iterable[bytes]], bytes]


@PACKINGS
def test_pages_come_in_their_order_with_their_bytes_and_address(pack: Packing) -> None:
    found = read(pack(record(n) for n in range(4)))
    assert told(found) == ["0", "1", "2", "3"]
    assert isinstance(found[2], RawDocument)
    assert found[2].captured == page(2)
    assert found[2].content == page(2).decode()
    assert found[2].media_type == "text/html"
    assert found[2].published is None


def test_only_texts_that_a_server_gave_are_taken() -> None:
    found = read(
        plain(
            [
                record(0, kind=b"warcinfo", http=None, media=b"application/warc-fields"),
                record(1, kind=b"request", http=b"GET / HTTP/1.1\r\n"),
                record(2, http=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
                record(3, http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
                record(4, http=b"HTTP/1.1 200 OK\r\nContent-Type: Application/XHTML+XML\r\n"),
                record(5, kind=b"resource", http=None, media=b"text/html"),
                record(6, kind=b"conversion", http=None, media=b"text/plain", body=b"A ferry."),
            ]
        )
    )
    assert told(found) == ["4", "5", "6"]
    assert [one.media_type for one in found if isinstance(one, RawDocument)] == [
        "text/html",
        "text/html",
        "text/plain",
    ]


@PACKINGS
@pytest.mark.parametrize("length", [0, 30, 90, 400, 10**9, 10**14])
def test_a_wrong_length_loses_that_record_alone(pack: Packing, length: int) -> None:
    found = read(pack([record(0), record(1, length=length), record(2), record(3)]))
    assert told(found) == ["0", "the record is not as long as it says", "2", "3"]


@PACKINGS
def test_a_record_without_length_loses_itself_alone(pack: Packing) -> None:
    mute = record(1).replace(b"Content-Length", b"Content-Breadth")
    assert told(read(pack([record(0), mute, record(2)]))) == [
        "0",
        "the record does not say how long it is",
        "2",
    ]


def test_what_stands_between_records_is_told_and_passed_over() -> None:
    found = read(record(0) + b"no record\r\n\r\n" + record(1))
    assert told(found) == ["0", "no WARC record begins here", "1"]
    assert isinstance(found[1], Quarantine)
    assert found[1].bytes == len(b"no record\r\n\r\n")
    assert found[1].path == f"crawl.warc:{len(record(0))}"


def test_a_damaged_member_loses_its_record_alone() -> None:
    members = [gzip.compress(record(n), mtime=0) for n in range(4)]
    damaged = bytearray(members[1])
    damaged[40:60] = bytes(20)
    found = read(members[0] + bytes(damaged) + members[2] + members[3])
    assert [one.split(":")[0] for one in told(found)] == ["0", "broken", "2", "3"]
    assert isinstance(found[1], Quarantine)
    assert found[1].bytes == len(members[1])


@given(st.integers(min_value=1, max_value=len(record(1)) - 1))
def test_an_archive_that_is_cut_off_keeps_what_came_before(cut: int) -> None:
    whole = record(0)
    found = read(whole + record(1)[:cut])
    assert told(found)[0] == "0"
    # The two line ends behind a last record may be missing; nothing else may.
    assert isinstance(found[1], Quarantine) or cut >= len(record(1)) - 4
    last = packed([whole, record(1)])[: -max(1, cut % 100)]
    assert told(read(last))[0] == "0"


def test_a_record_over_the_limit_is_not_held() -> None:
    found = read(plain([record(0), record(1, body=b"x" * 5_000), record(2)]), max_bytes=2_000)
    assert told(found) == ["0", "longer than the limit of 2000 bytes", "2"]
    assert isinstance(found[1], Quarantine)
    assert found[1].sha256 is not None


def test_a_member_that_unpacks_without_end_is_left() -> None:
    bomb = gzip.compress(record(1, body=bytes(3_000_000)), mtime=0)
    found = read(gzip.compress(record(0)) + bomb + gzip.compress(record(2)))
    assert told(found) == ["0", "broken: it unpacks to far more than its own size", "2"]


def test_a_page_is_decoded_as_the_server_sent_it() -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html; charset=%s\r\n"
    words = "<p>Der Fährmann schwieg.</p>"
    (found,) = read(
        record(0, http=http % b"iso-8859-1", body=gzip.compress(words.encode("latin-1")))
    )
    assert isinstance(found, RawDocument)
    assert found.content == words
    assert found.captured == words.encode("latin-1")


def test_a_body_that_cannot_be_decoded_loses_itself_alone() -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n"
    found = told(read(plain([record(0, http=http), record(1)])))
    assert found[0].startswith("broken: ")
    assert found[1:] == ["1"]


@pytest.mark.parametrize("label", [b"hex", b"undefined", b"no-such", b"utf-16", b"\xff"])
def test_a_charset_that_is_none_is_passed_over(label: bytes) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=%s\r\n" % label
    assert told(read(record(0, http=http))) == ["0"]


def test_a_page_cut_by_the_crawler_says_so() -> None:
    (found,) = read(record(0, more=b"WARC-Truncated: length\r\n"))
    assert isinstance(found, RawDocument)
    assert found.caveats == (("truncated", "the archive holds only a part of the page: length"),)


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_an_input_error(data: bytes) -> None:
    for start in (b"", b"WARC/1.0\r\n", gzip.compress(record(0), mtime=0), record(0)):
        try:
            assert all(isinstance(one, RawDocument | Quarantine) for one in read(start + data))
        except InputError:
            assert not start + data


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.gz", "CRAWL.WARC.GZ"])
def test_archives_are_found_by_name_and_by_their_first_bytes(tmp_path: Path, name: str) -> None:
    pack = plain if name.endswith("warc") else packed
    path = tmp_path / name
    path.write_bytes(pack(record(n) for n in range(3)))
    found = list(read_inputs([str(path)], max_bytes=LIMIT))
    assert [one.path for one in found] == [str(path)] * 3
