"""What every reader must do, run over all of them."""

from __future__ import annotations

import io
from types import ModuleType
from typing import cast

import pytest

from sayso.errors import InputError
from sayso.model.text import RawDocument
from sayso.readers import Reader, find_readers
from sayso.readers._source import Source

WORDS = "The ferry sailed at noon. Nobody was on board."
PAGE = f"<!DOCTYPE html><p>{WORDS}</p>"
ANSWER = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}"
SAMPLES = {
    "text/plain": WORDS,
    "text/markdown": f"# Ferry\n\n{WORDS}",
    "text/html": PAGE,
    "application/jsonl": f'{{"text": "{WORDS}"}}\n',
    "application/warc": (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://ferry.example/\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(ANSWER)}\r\n\r\n{ANSWER}\r\n\r\n"
    ),
}
# The bytes of the document, where they are not the whole source.
CAPTURED = {"application/warc": PAGE}
READERS = find_readers()


def name(reader: Reader) -> str:
    return cast("ModuleType", reader).__name__.rpartition(".")[2]


def source(data: bytes, max_bytes: int = 10_000) -> Source:
    return Source(io.BytesIO(data), "folder/input", max_bytes=max_bytes)


def test_the_formats_of_the_first_release_are_there() -> None:
    assert {name(reader) for reader in READERS} >= {"txt", "md", "html", "jsonl", "warc"}


def test_no_two_readers_claim_one_suffix() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("reader", READERS, ids=name)
class TestReader:
    def test_it_declares_lower_case_suffixes(self, reader: Reader) -> None:
        assert reader.SUFFIXES
        assert all(s.startswith(".") and s == s.lower() for s in reader.SUFFIXES)

    def test_it_hands_on_words_with_their_name_and_their_bytes(self, reader: Reader) -> None:
        data = SAMPLES[reader.MEDIA].encode()
        (document,) = reader.read(source(data))
        assert isinstance(document, RawDocument)
        assert WORDS in document.content
        assert document.path == "folder/input"
        assert (
            document.captured == CAPTURED.get(reader.MEDIA, SAMPLES[reader.MEDIA]).strip().encode()
        )

    def test_an_empty_source_is_an_input_error(self, reader: Reader) -> None:
        with pytest.raises(InputError):
            list(reader.read(source(b"")))

    def test_no_more_than_the_limit_is_held(self, reader: Reader) -> None:
        data = SAMPLES[reader.MEDIA].encode()
        try:
            found = list(reader.read(source(data, max_bytes=10)))
        except InputError:
            return
        assert not any(isinstance(document, RawDocument) for document in found)
