"""Bytes to text, without guessing what a plain text is written in.

Plain text is UTF-8, or has a byte order mark: nothing else says what the bytes mean, and words that were
decoded wrongly would be false evidence, so anything else is refused. A page may declare its encoding, and
the HTML standard names the one that holds when it does not (windows-1252): then a caveat says so.
"""

from __future__ import annotations

import codecs
import re

from sayso.errors import InputError

Caveats = tuple[tuple[str, str], ...]

# Longest mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that the Encoding standard (encoding.spec.whatwg.org, section 4.2) reads as a superset.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 1024  # HTML standard: the prescan looks at the first 1024 bytes
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROL_SHARE = 0.01
_MAX_DAMAGE_SHARE = 0.01


def decode_text(data: bytes, charset: str | None = None) -> str:
    """Plain text, byte order mark and line ends left in. InputError: empty, binary, not valid UTF-8.

    `charset` is what the text's container says that it is written in.
    """
    if not data.strip():
        raise InputError("empty")
    encoding = _marked(data) or _python_name(charset) or "utf-8"
    if encoding == "utf-8" and b"\0" in data:
        raise InputError("binary, not text")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not valid {encoding.upper()}: {error.reason} at byte {error.start}"
        ) from error
    return _readable(text)


def decode_html(data: bytes, charset: str | None = None) -> tuple[str, Caveats]:
    """A page's markup, and what is doubtful about its letters; InputError where there are none to be read.

    `charset` is what the server said, which goes before what the page says (HTML standard, 13.2.3.2).
    """
    if not data.strip():
        raise InputError("empty")
    marked = _marked(data)
    if marked is None and b"\0" in data:
        raise InputError("binary, not text")
    text = _exactly(data, marked or "utf-8")
    declared = _python_name(charset) or _declared(data)
    if text is not None and (marked or not data.isascii() or declared != "iso2022_jp"):
        return _readable(text), ()
    if declared is not None and (text := _exactly(data, declared)) is not None:
        return _readable(text), ()
    if declared is None and marked is None:
        note = "no encoding declared and not UTF-8: read as windows-1252"
        return _readable(data.decode("cp1252", errors="replace")), (("encoding_guessed", note),)
    return _repaired(data, marked or declared or "utf-8")


def _repaired(data: bytes, encoding: str) -> tuple[str, Caveats]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    if lost > _MAX_DAMAGE_SHARE * len(text):
        raise InputError(f"not valid {encoding.upper()}")
    note = f"{lost} places are not valid {encoding.upper()}; U+FFFD stands there"
    return _readable(text), (("encoding_damaged", note),)


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _declared(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares; None where it declares none that is known."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return None if found is None else _python_name(found[1].decode("ascii"))


def _python_name(label: str | None) -> str | None:
    """Python's name of a label; None for no label, an unknown one, and what is no encoding of text."""
    try:
        name = codecs.lookup(label or "").name
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    # A declaration that can be read byte by byte cannot be of UTF-16: the standard takes it for UTF-8.
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else _WIDER.get(name, name)


def _exactly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _readable(text: str) -> str:
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise InputError("binary, not text")
    return text
