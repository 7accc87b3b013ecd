"""The words of a record in the text around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.text import Article, Span

# Code points on either side of the evidence.
REACH = 160


def words_of(spans: Sequence[Span]) -> str:
    """The evidence, piece by piece."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def context_of(article: Article, spans: Sequence[Span]) -> str:
    """The evidence in brackets, with up to 160 code points of text on either side.

    Windows that meet are joined; " … " stands for what is between those that do not. Evidence from
    other parts than the text (the title, what was cut) comes first, by itself.
    """
    elsewhere = [f"{span.part}: [{span.text}]" for span in spans if span.part != "text"]
    inside = _merged((span.start, span.end) for span in spans if span.part == "text")
    pieces = []
    for left, right in _merged((left - REACH, right + REACH) for left, right in inside):
        start, end = _at_words(article.text, max(left, 0), min(right, len(article.text)))
        marked = [pair for pair in inside if start <= pair[0] and pair[1] <= end]
        pieces.append(" ".join(_bracketed(article.text, start, end, marked).split()))
    return " … ".join([*elsewhere, *pieces])


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The range widened until it cuts no word."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _bracketed(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> str:
    pieces = []
    for left, right in marked:
        pieces += [text[start:left], "[", text[left:right], "]"]
        start = right
    return "".join([*pieces, text[start:end]])
