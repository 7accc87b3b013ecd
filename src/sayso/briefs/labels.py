"""Short names for articles, and where in them words stand: "001, 512-829"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from sayso.briefs.sheet import Cite, Inline, Words
from sayso.model.collation import BriefArticle
from sayso.model.text import Span

_NUMBER = re.compile(r"\d{1,5}(?=[_\-. ]|$)")
_LONGEST = 10
# Holds a label and its offsets together on one line.
TIE = "\u00a0"


def label_articles(articles: Sequence[BriefArticle]) -> Mapping[str, str]:
    """A label of at most ten characters for each article id.

    The number that all file names begin with, or the file names, where they tell the articles apart;
    else the articles are numbered in the order of the brief.
    """
    stems = [PurePath(article.path or "").stem for article in articles]
    numbers = [match.group() if (match := _NUMBER.match(stem)) else "" for stem in stems]
    for labels in (numbers, stems):
        if len(set(labels)) == len(labels) and all(0 < len(label) <= _LONGEST for label in labels):
            break
    else:
        labels = [str(number) for number in range(1, len(articles) + 1)]
    return {article.article: label for article, label in zip(articles, labels, strict=True)}


def where_from(one: BriefArticle) -> str:
    """Where an article came out: its outlet, else the name of its file or its address."""
    return one.outlet or basename(one.path)


def basename(path: str | None) -> str:
    """The last part of a path or an address."""
    return (path or "").rstrip("/").rpartition("/")[2]


def cite(span: Span, labels: Mapping[str, str]) -> Cite:
    """Where words stand: "001, 512-829", or "001 title, 0-31" outside the text."""
    return Cite(f"{_head(span, labels)},{TIE}{span.start}-{span.end}", span)


def cite_all(spans: Iterable[Span], labels: Mapping[str, str], most: int | None = None) -> Words:
    """Where several words stand, each place once, in order: "001, 5-9 and 12-30; 002, 4-8".

    `most` is how many places of an article's part are told; of more, only the number.
    """
    places: dict[str, dict[tuple[int, int], Span]] = {}
    for span in spans:
        places.setdefault(_head(span, labels), {})[span.start, span.end] = span
    words: list[Inline] = []
    for head in sorted(places):
        found = [places[head][key] for key in sorted(places[head])]
        for number, span in enumerate(found[:most]):
            if number:
                words += [" and ", Cite(f"{span.start}-{span.end}", span)]
            else:
                words += ["; "] * bool(words) + [cite(span, labels)]
        if most is not None and len(found) > most:
            words.append(f" and {len(found) - most}{TIE}more")
    return tuple(words)


def _head(span: Span, labels: Mapping[str, str]) -> str:
    part = "" if span.part == "text" else f" {span.part}"
    return f"{labels[span.article]}{part}".replace(" ", TIE)
