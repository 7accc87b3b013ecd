"""Differences: where accounts of one thing differ, and of what kind each difference is."""

from __future__ import annotations

from sayso.briefs.labels import cite_all
from sayso.briefs.page import Page
from sayso.briefs.sheet import Entry, Inline, Line, Section, Words
from sayso.briefs.telling import value_words
from sayso.model.collation import Difference

TITLE = "Differences"
_MOST_PLACES = 3
VERDICTS = {
    "conflict": "conflict",
    "precision": "the first is the more precise",
    "drift": "drift",
    "rendering": "another rendering",
    "distinct": "distinct, no conflict",
}


def differences(page: Page) -> Section | None:
    """The differences of all claims but statements, which carry their own; each once."""
    found: dict[str, tuple[Difference, list[str]]] = {}
    for claim in page.claims:
        for difference in claim.differences if claim.about != "statement" else ():
            found.setdefault(difference.id, (difference, []))[1].append(claim.id)
    entries = tuple(
        Entry("doubt", difference.field, (Line(_words(page, difference, claims)),))
        for difference, claims in found.values()
    )
    return Section(TITLE, "", entries) if entries else None


def _words(page: Page, difference: Difference, claims: list[str]) -> Words:
    words: list[Inline] = [f"{VERDICTS[difference.verdict]}: "]
    for number, value in enumerate(difference.values):
        cites = cite_all(value.spans, page.labels, _MOST_PLACES)
        words += [*(["; "] * bool(number)), f"{value_words(value)} (", *cites, ")"]
    for claim in claims:
        words += [" ", page.note(claim)]
    return tuple(words)
