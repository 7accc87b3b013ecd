from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.readers._decoding import decode_html, decode_text

WORDS = "Zażółć gęślą jaźń, приказ отдан."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_are_believed_and_kept(encoding: str) -> None:
    assert decode_text(WORDS.encode(encoding)).removeprefix("\ufeff") == WORDS


def test_plain_text_is_never_guessed() -> None:
    with pytest.raises(InputError, match="not valid UTF-8"):
        decode_text("déjà vu".encode("cp1252"))


@given(st.binary(max_size=60))
def test_bytes_become_the_text_that_they_are_or_are_refused(data: bytes) -> None:
    try:
        text = decode_text(data)
    except InputError:
        return
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    assert marked or text.encode() == data


@pytest.mark.parametrize(
    ("label", "encoding", "words"),
    [
        ("iso-8859-1", "cp1252", "“déjà vu”"),
        ("windows-1251", "cp1251", "приказ отдан"),
        ("Shift_JIS", "cp932", "港を閉鎖した"),
        ("iso-2022-jp", "iso2022_jp", "港を閉鎖した"),
        ("iso-8859-1", "utf-8", "“déjà vu”"),
        ("no-such-thing", "utf-8", "“déjà vu”"),
    ],
)
def test_a_page_is_what_it_declares_unless_it_is_utf_8(
    label: str, encoding: str, words: str
) -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><p>{words}</p>'
    assert decode_html(page.encode(encoding)) == (page, ())


def test_an_undeclared_page_is_read_as_the_html_standard_says_and_it_is_noted() -> None:
    text, caveats = decode_html("<p>“déjà vu”</p>".encode("cp1252"))
    assert text == "<p>“déjà vu”</p>"
    assert [code for code, _ in caveats] == ["encoding_guessed"]


def test_a_few_damaged_letters_are_marked_and_noted() -> None:
    page = b'<meta charset="utf-8"><p>' + b"words " * 100 + b"caf\xe9</p>"
    text, caveats = decode_html(page)
    assert "caf\ufffd" in text
    assert [code for code, _ in caveats] == ["encoding_damaged"]


def test_a_page_that_is_not_what_it_declares_is_refused() -> None:
    with pytest.raises(InputError, match="not valid UTF-8"):
        decode_html(b'<meta charset="utf-8">' + "приказ отдан".encode("cp1251"))
