"""Short names for articles, and where in them words stand: "001, 512-829"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

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


def locate(span: Span, labels: Mapping[str, str]) -> str:
    """Where words stand: "001, 512-829", or "001 title, 0-31" outside the text."""
    part = "" if span.part == "text" else f" {span.part}"
    return f"{labels[span.article]}{part}, {span.start}-{span.end}".replace(" ", TIE)


def locate_all(spans: Iterable[Span], labels: Mapping[str, str], most: int | None = None) -> str:
    """Where several words stand, each place once, in order: "001, 5-9 and 12-30; 002, 4-8".

    `most` is how many places of an article's part are told; of more, only the number.
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for span in spans:
        part = "" if span.part == "text" else f"{TIE}{span.part}"
        places.setdefault(f"{labels[span.article]}{part}", []).append((span.start, span.end))
    return "; ".join(
        f"{head},{TIE}{_listed(sorted(set(places[head])), most)}" for head in sorted(places)
    )


def _listed(places: Sequence[tuple[int, int]], most: int | None) -> str:
    told = [f"{start}-{end}" for start, end in places[:most]]
    if len(told) < len(places):
        told.append(f"{len(places) - len(told)}{TIE}more")
    return " and ".join(told)
