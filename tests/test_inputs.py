"""Every kind of input, good and hostile, as files made here."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from sayso.inputs import Skipped, read_inputs
from sayso.model.ledger import Quarantine
from sayso.model.text import RawDocument

PROSE = "The harbour master closed the northern quay on Tuesday.\n"
LIMIT = 1_000_000


def read(*paths: Path | str, max_bytes: int = LIMIT) -> list[RawDocument | Quarantine | Skipped]:
    return list(read_inputs([str(path) for path in paths], max_bytes=max_bytes))


def only(items: list[RawDocument | Quarantine | Skipped]) -> RawDocument | Quarantine | Skipped:
    assert len(items) == 1, items
    return items[0]


def refusal(path: Path | str, *, max_bytes: int = LIMIT) -> Quarantine:
    found = only(read(path, max_bytes=max_bytes))
    assert isinstance(found, Quarantine), found
    return found


def document(path: Path | str) -> RawDocument:
    found = only(read(path))
    assert isinstance(found, RawDocument), found
    return found


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_file_is_handed_on_byte_for_byte(tmp_path: Path) -> None:
    data = "\ufeffOne line.\r\nAnother.\r\n".encode()
    found = document(saved(tmp_path, "a.txt", data))
    assert found.content.encode() == data
    assert found.captured == data
    assert found.path == str(tmp_path / "a.txt")
    assert found.media_type == "text/plain"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("empty.html", b"", "empty"),
        ("empty.jsonl", b"\n\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("control.txt", bytes(range(1, 9)) * 40, "binary"),
        ("latin.txt", "Le préfet a refusé.".encode("latin-1"), "not valid UTF-8"),
        ("half.txt", b"\xff\xfea\0b", "not valid UTF-16"),
        ("sheet.xlsx", b"PK\x03\x04", "unknown type"),
        ("noname", b"Some words.", "unknown type"),
        ("broken.zip", b"PK\x03\x04 and nothing more", "broken"),
        ("broken.txt.gz", b"\x1f\x8b\x08\0 and nothing more", "broken"),
        ("cut.txt.gz", gzip.compress(PROSE.encode() * 50, mtime=0)[:-12], "broken"),
        ("plain.txt.gz", b"not packed at all", "broken"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason_size_and_hash(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    found = refusal(saved(tmp_path, name, data))
    assert reason in found.reason
    assert found.path == str(tmp_path / name)
    assert found.bytes == len(data)
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_the_rest_is_still_read(tmp_path: Path) -> None:
    saved(tmp_path, "1.txt", b"")
    saved(tmp_path, "2.txt", PROSE)
    saved(tmp_path, "3.txt", b"\xff\xff")
    saved(tmp_path, "4.md", PROSE)
    kinds = [type(item) for item in read(tmp_path)]
    assert kinds == [Quarantine, RawDocument, Quarantine, RawDocument]


def test_a_fifty_megabyte_line_is_refused_in_little_memory(tmp_path: Path) -> None:
    size = 50 * 1024 * 1024
    for name in ("long.txt", "long.jsonl"):
        with (tmp_path / name).open("wb") as out:
            for _ in range(50):
                out.write(b"x" * (1024 * 1024))
    text = refusal(tmp_path / "long.txt")
    assert "longer than the limit" in text.reason
    assert text.bytes == size
    line = refusal(tmp_path / "long.jsonl")
    assert line.path.endswith("long.jsonl:1")
    assert (line.bytes, line.sha256) == (size, text.sha256)


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", b"x" * 100)
    assert isinstance(only(read(path, max_bytes=100)), RawDocument)
    assert isinstance(only(read(path, max_bytes=99)), Quarantine)


def test_a_missing_file_and_a_dangling_link_are_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.txt").reason == "no such file"
    assert refusal(tmp_path / "*.absent").reason == "no such file"
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert refusal(tmp_path / "folder").path.endswith("gone.txt")


def test_a_name_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / ("n" * 300 + ".txt")).reason
    assert "null" in refusal("a\0b.txt").reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_and_file_are_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o000)
    secret = saved(tmp_path, "secret.txt", PROSE)
    secret.chmod(0o000)
    try:
        assert [type(item) for item in read(tmp_path)] == [Quarantine, Quarantine]
        assert "ermission denied" in refusal(closed).reason
    finally:
        closed.chmod(0o700)


def test_a_name_in_no_encoding_becomes_printable(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(PROSE)
    except OSError:
        pytest.skip("this file system takes no such name")
    assert document(tmp_path).path == str(tmp_path / "caf\ufffd.txt")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert isinstance(only(read(tmp_path)), Skipped)
    assert refusal(tmp_path / "pipe.txt").reason == "not a regular file"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "back").symlink_to(tmp_path / "a", target_is_directory=True)
    (inner / "self").symlink_to(inner / "self")
    saved(inner, "x.txt", PROSE)
    found = read(tmp_path)
    assert [item.path for item in found if isinstance(item, RawDocument)] == [str(inner / "x.txt")]
    assert [type(item) for item in found] == [Skipped, Quarantine, RawDocument]


def test_a_folder_is_read_by_name_and_its_other_files_are_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.html", "c.exe", ".hidden.txt"):
        saved(tmp_path, name, PROSE)
    found = read(tmp_path)
    names = [Path(item.path or "").name for item in found]
    assert names == [".hidden.txt", "y.html", "z.txt", "b.txt", "c.exe"]
    skipped = [(item.reason) for item in found if isinstance(item, Skipped)]
    assert skipped == ["hidden", "unknown type"]


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    deep.joinpath("x.txt").write_text(PROSE)
    assert isinstance(only(read(tmp_path)), RawDocument)


def test_a_glob_stands_for_its_matches(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.md"):
        saved(tmp_path, name, PROSE)
    assert [Path(d.path or "").name for d in read(tmp_path / "*.txt")] == ["1.txt", "2.txt"]
    brackets = saved(tmp_path, "[1].txt", PROSE)
    assert document(brackets).path == str(brackets), "a file of that very name comes first"


def test_an_empty_path_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, "1.txt", PROSE)
    monkeypatch.chdir(tmp_path)
    assert refusal("").reason == "no such file"


def test_members_of_a_zip_are_read_by_name(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep.txt", PROSE)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("z.txt", PROSE)
        archive.writestr("../../up.txt", PROSE)
        archive.writestr("folder/", "")
        archive.writestr("folder/empty.txt", "")
        archive.writestr("folder/inner.zip", inner.getvalue())
        archive.writestr("__MACOSX/._z.txt", "x")
        archive.writestr("image.png", "x")
    found = {str(item.path).removeprefix(f"{tmp_path}/"): type(item) for item in read(tmp_path)}
    assert found == {
        "a.zip/../../up.txt": RawDocument,
        "a.zip/__MACOSX/._z.txt": Skipped,
        "a.zip/folder/empty.txt": Quarantine,
        "a.zip/folder/inner.zip/deep.txt": RawDocument,
        "a.zip/image.png": Skipped,
        "a.zip/z.txt": RawDocument,
    }
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"], "nothing is written beside it"


def test_archives_that_unpack_without_end_are_refused(tmp_path: Path) -> None:
    nothing = bytes(1_500_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", nothing)
    saved(tmp_path, "bomb.jsonl.gz", gzip.compress(b"\n" * 1_500_000))
    for name in ("bomb.zip", "bomb.jsonl.gz"):
        found = refusal(tmp_path / name)
        assert found.reason == "unpacks to far more than its own size"
        assert found.bytes == (tmp_path / name).stat().st_size


def test_archives_within_archives_end(tmp_path: Path) -> None:
    data = PROSE.encode()
    name = "a.txt"
    for _ in range(5):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, data)
        data, name = packed.getvalue(), "a.zip"
    assert "within each other" in refusal(saved(tmp_path, "a.zip", data)).reason


def test_an_encrypted_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.txt", PROSE)
        archive.writestr("2.txt", PROSE)
    data = bytearray(path.read_bytes())
    entry = data.index(b"PK\x01\x02")  # the first member's entry in the central directory
    data[entry + 8] |= 1
    path.write_bytes(data)
    first, second = read(path)
    assert isinstance(first, Quarantine)
    assert first.reason == "encrypted"
    assert first.path.endswith("a.zip/1.txt")
    assert isinstance(second, RawDocument)


def test_a_damaged_member_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.txt", "AAAA" * 10)
        archive.writestr("2.txt", PROSE)
    path.write_bytes(path.read_bytes().replace(b"AAAA", b"AAAB", 1))
    first, second = read(path)
    assert isinstance(first, Quarantine)
    assert "broken" in first.reason
    assert isinstance(second, RawDocument)


def test_gzip_tells_its_type_by_name_or_else_by_its_bytes(tmp_path: Path) -> None:
    page = gzip.compress(b"<!DOCTYPE html><p>Words.</p>")
    assert document(saved(tmp_path, "p.html.gz", page)).media_type == "text/html"
    assert document(saved(tmp_path, "p.gz", page)).media_type == "text/html"
    assert refusal(saved(tmp_path, "p.tar.gz", page)).reason == "unknown type"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"Words of a plain text.", "text/plain"),
        (b" <!doctype HTML>\n<p>Words.</p>", "text/html"),
        (b'{"text": "Words."}\n', "text/plain"),
        (b'{"html": "<p>Words.</p>"}\n', "text/html"),
        (gzip.compress(b"Words of a plain text.", mtime=0), "text/plain"),
    ],
)
def test_the_format_of_standard_input_is_told_from_its_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, media_type: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = document("-")
    assert (found.path, found.media_type) == ("-", media_type)


def test_empty_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert refusal("-").reason == "empty"
