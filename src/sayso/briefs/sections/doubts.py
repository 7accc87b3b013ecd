"""Doubts: the caveats, by article; of many of one kind, only the first few are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.briefs.labels import cite_all
from sayso.briefs.page import Page
from sayso.briefs.sheet import Entry, Line, Section, Words
from sayso.model.ledger import Caveat

_MOST_OF_A_KIND = 6
_MOST_PLACES = 3
TITLE = "Doubts"


def doubts(page: Page) -> Section | None:
    """The doubts, or None where there is no doubt."""
    entries: list[Entry] = []
    for article in page.brief.articles:
        own = [caveat for caveat in page.brief.caveats if caveat.article == article.article]
        label = page.labels[article.article]
        told = [Line(_doubt(page, caveat), "alert") for caveat in _few_of_each(own)]
        entries += [Entry("doubt", label, (line,)) for line in (*told, *_untold(own))]
    return Section(TITLE, "", tuple(entries)) if entries else None


def _few_of_each(caveats: Sequence[Caveat]) -> Iterator[Caveat]:
    seen: Counter[str] = Counter()
    for caveat in caveats:
        seen[caveat.code] += 1
        if seen[caveat.code] <= _MOST_OF_A_KIND:
            yield caveat


def _untold(caveats: Sequence[Caveat]) -> Iterator[Line]:
    counts = Counter(caveat.code for caveat in caveats)
    for code in sorted(counts):
        if counts[code] > _MOST_OF_A_KIND:
            yield Line((f"and {counts[code] - _MOST_OF_A_KIND} more: {code.replace('_', ' ')}",))


def _doubt(page: Page, caveat: Caveat) -> Words:
    text = f"{caveat.code.replace('_', ' ')}: {caveat.detail}"
    if not caveat.spans:
        return (text,)
    return (f"{text}  (", *cite_all(caveat.spans, page.labels, _MOST_PLACES), ")")
