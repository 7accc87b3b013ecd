"""Files cut into shards: any cut gives each record once, each as the whole file gives it."""

from __future__ import annotations

import gzip
import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.inputs import Item, read_inputs
from sayso.inputs.shards import Shard, Sharder, Size
from sayso.inputs.walk import Found

LIMIT = 400  # bytes of one record
SHARDER = Sharder(LIMIT)


def record(body: bytes, length: int | None = None) -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://lock.example/%d\r\n"
        b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (len(body), len(body) if length is None else length, body)
    )


# What looks like the beginning of a record may be part of one; a record may say a wrong length, or none.
BODIES = st.sampled_from(
    (
        b"The lock stays shut.",
        b"",
        b"\xff\xfe\xfd",
        b"x" * 500,
        b"\r\n\r\nWARC/1.0\r\n",
        record(b"In."),
    )
)
RECORDS = st.one_of(
    st.builds(record, BODIES),
    st.builds(record, BODIES, st.integers(0, 60)),
    st.sampled_from(
        (b"", b"WARC/1.0\r\n\r\n", b"noise", b"\nWARC/", gzip.compress(record(b"In"), mtime=0))
    ),
)
LINES = st.sampled_from(
    (
        b"",
        b"  ",
        b'{"text": "The lock stays shut."}',
        b'{"text": "Ships wait.", "id": 7}',
        b"{",
        b"x" * 500,
    )
)
SIZES = st.builds(Size, st.integers(1, 4), st.integers(1, 900))


def pieces(path: Path, size: Size) -> list[Shard]:
    return list(SHARDER.cut(Found(str(path), named=True), size))


def together(shards: list[Shard]) -> list[Item]:
    return [item for shard in shards for item in SHARDER.read(shard)]


def holds(name: str, data: bytes, size: Size) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        shards = pieces(path, size)
        assert together(shards) == together([Shard(str(path), named=True)])
        # Each alone too, whatever was read before.
        assert together(shards[::-1]) == [
            item for shard in shards[::-1] for item in together([shard])
        ]
        assert all(
            shard.piece.end == behind.piece.start.offset for shard, behind in pairwise(shards)
        )


@given(records=st.lists(RECORDS, max_size=8), size=SIZES)
def test_a_plain_archive(records: list[bytes], size: Size) -> None:
    holds("a.warc", b"".join(records), size)


@given(records=st.lists(RECORDS, max_size=8), size=SIZES, damage=st.integers(0, 900))
def test_a_packed_archive(records: list[bytes], size: Size, damage: int) -> None:
    data = bytearray(b"".join(gzip.compress(one, mtime=0) for one in records))
    if 10 < damage < len(data):
        data[damage] ^= 0x55
    holds("a.warc.gz", bytes(data), size)


@given(lines=st.lists(LINES, max_size=12), size=SIZES, marked=st.booleans(), ended=st.booleans())
def test_json_lines(lines: list[bytes], size: Size, marked: bool, ended: bool) -> None:
    data = b"\n".join(lines) + b"\n" * ended
    holds("a.jsonl", b"\xef\xbb\xbf" * marked + data, size)


def test_a_shard_ends_with_its_records_or_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "A boat."}\n' * 10)
    assert len(pieces(path, Size(records=4))) == 3
    assert len(pieces(path, Size(bytes=40))) == 5
    assert len(pieces(path, Size())) == 1


@pytest.mark.parametrize("name", ["a.txt", "a.zip", "a.jsonl.gz", "a.xyz", "none.jsonl"])
def test_what_cannot_be_cut_is_one_shard(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if not name.startswith("none"):
        path.write_bytes(b"The lock stays shut.\n" * 100)
    shards = pieces(path, Size(records=1))
    assert shards == [Shard(str(path), named=True)]
    assert together(shards) == list(read_inputs([str(path)], max_bytes=LIMIT))
