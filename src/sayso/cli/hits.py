"""A page of search hits as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from textwrap import fill

from sayso.briefs.listing import head_of
from sayso.briefs.page import when_text
from sayso.model.text import Span
from sayso.search.finding import Found, Result, Search, Tally
from sayso.search.passages import Passage
from sayso.stores.asking import Among

_INDENT = "    "
# Stand for the marks while lines are wrapped, since some marks are no characters that are seen.
_OPEN, _CLOSE = "\ue000", "\ue001"
_PLAIN, _BOLD = ("«", "»"), ("\x1b[1m", "\x1b[22m")


def page_text(result: Result, width: int, *, bold: bool) -> str:
    """What was searched, then the hits; found words are `bold`, or stand between « and »."""
    search = result.search
    blocks = ["\n".join(fill(line, width) for line in _variants(search))] if search.variants else []
    tallies: tuple[tuple[Among, Tally | None], ...] = (
        ("articles", search.articles),
        ("statements", search.statements),
    )
    for among, tally in tallies:
        if tally is None:
            continue
        blocks.append(fill(_heading(among, tally, search), width))
        blocks += ("\n".join(_hit(one, width)) for one in result.found if one.among == among)
    text = "\n\n".join(blocks)
    opening, closing = _BOLD if bold else _PLAIN
    return text.replace(_OPEN, opening).replace(_CLOSE, closing)


def _variants(search: Search) -> Iterator[str]:
    for word, others in search.variants.items():
        yield f"{word}: also searched as {', '.join(others)}"


def _heading(among: Among, tally: Tally, search: Search) -> str:
    if not tally.ranked:
        return f"No {among}."
    noun = among if tally.ranked > 1 else among.removesuffix("s")
    number = f"{tally.ranked:,} {noun}" if not tally.more else f"More than {tally.ranked:,} {noun}"
    first = (search.page - 1) * search.limit + 1
    last = min(first + search.limit - 1, tally.ranked)
    shown = ""
    if first > tally.ranked:
        shown = ", none of them on this page"
    elif (first, last) != (1, tally.ranked):
        shown = f", {first}-{last} here"
    if tally.more:
        shown += f"; the {tally.ranked:,} that were read last are ranked"
    return f"{number}{shown}:"


def _hit(found: Found, width: int) -> Iterator[str]:
    if found.statement is not None:
        head = head_of(found.statement)
    else:
        title = next((one for one in found.passages if one.span.part == "title"), None)
        head = _marked(title) if title else found.title or "(without a title)"
    yield fill(f"{found.number}. {head}", width, subsequent_indent=_INDENT)
    for passage in found.passages:
        if found.statement is not None or passage.span.part == "text":
            words = f"{_marked(passage)} ({_place(passage.span)})"
            yield fill(words, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    yield fill(_source(found), width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _marked(passage: Passage) -> str:
    span, at, parts = passage.span, 0, []
    for mark in passage.marks:
        start, end = mark.start - span.start, mark.end - span.start
        parts += [span.text[at:start], _OPEN, span.text[start:end], _CLOSE]
        at = end
    return " ".join("".join((*parts, span.text[at:])).split())


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}" + ("" if span.part == "text" else f" of {span.part}")


def _source(found: Found) -> str:
    day = when_text(found.published) if found.published else None
    name = PurePath(found.path).name if found.path else found.url or found.article
    return ", ".join(filter(None, (found.outlet, day, name)))
