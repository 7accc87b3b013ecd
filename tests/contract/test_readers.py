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
SAMPLES = {
    "text/plain": WORDS,
    "text/markdown": f"# Ferry\n\n{WORDS}",
    "text/html": f"<!DOCTYPE html><p>{WORDS}</p>",
    "application/jsonl": f'{{"text": "{WORDS}"}}\n',
}
READERS = find_readers()


def name(reader: Reader) -> str:
    return cast("ModuleType", reader).__name__.rpartition(".")[2]


def source(data: bytes, max_bytes: int = 10_000) -> Source:
    return Source(io.BytesIO(data), "folder/input", max_bytes=max_bytes)


def test_the_formats_of_the_first_release_are_there() -> None:
    assert {name(reader) for reader in READERS} >= {"txt", "md", "html", "jsonl"}


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
        assert document.captured == data.strip()

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
