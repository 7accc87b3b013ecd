"""Markdown to lines. CommonMark is read by markdown-it-py; front matter by its keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.articles.lines import Line, tidy

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_KEY = re.compile(r"(?P<key>[A-Za-z_]+)\s*:\s*(?P<value>.*?)\s*$")


class Note(NamedTuple):
    """A Markdown article: its front matter, its first top heading, and its lines."""

    front: Mapping[str, str]
    title: str | None
    lines: tuple[Line, ...]


def read_markdown(text: str) -> Note:
    """Lines without markup. Pictures and raw HTML yield nothing; a list's items are lines of their own."""
    front: dict[str, str] = {}
    if (found := _FRONT.match(text)) is not None:
        text = text[found.end() :]
        for line in found["body"].splitlines():
            if entry := _KEY.match(line):
                front.setdefault(entry["key"].lower(), entry["value"].strip("\"' "))
    tokens = MarkdownIt("commonmark").enable("table").parse(text.removeprefix("\ufeff"))
    return Note(front, _title(tokens), tuple(_lines(tokens)))


def _title(tokens: Sequence[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return tidy(_words(inline)) or None
    return None


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    heading = False
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        if token.type != "inline":
            continue
        linked = _is_link(token.children or [])
        for number, piece in enumerate(_words(token).split("\n")):
            if words := tidy(piece):
                yield Line(words, number == 0, linked, heading)


def _words(inline: Token) -> str:
    """Text and code of an inline token; only a hard break ends a line."""
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        breaks.get(child.type, child.content if child.type in ("text", "code_inline") else "")
        for child in inline.children or ()
    )


def _is_link(children: Sequence[Token]) -> bool:
    kinds = [child.type for child in children if child.type != "text" or child.content.strip()]
    return (
        kinds[:1] == ["link_open"] and kinds[-1] == "link_close" and kinds.count("link_open") == 1
    )
