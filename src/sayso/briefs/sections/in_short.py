"""In short: the summary's sentences, each with its figures and its evidence."""

from __future__ import annotations

from sayso.briefs.labels import cite_all
from sayso.briefs.numbers import counted
from sayso.briefs.page import Page
from sayso.briefs.sheet import Entry, Line, Say, Section, Words
from sayso.briefs.telling import evidence
from sayso.model.collation import Sentence

TITLE = "In short"
_MOST_PLACES = 4


def in_short(page: Page) -> Section:
    """The summary; it says so where nobody named is reported to have said anything."""
    if not page.brief.summary:
        return Section(TITLE, "", (Say(("No article reports a statement by anybody named.",)),))
    numbered = enumerate(page.brief.summary, 1)
    return Section(
        TITLE, "", tuple(_entry(page, number, sentence) for number, sentence in numbered)
    )


def _entry(page: Page, number: int, sentence: Sentence) -> Entry:
    claims = {claim.id: claim for claim in page.claims}
    told = [claims[key] for key in sentence.claims]
    lines = [Line((sentence.text,))]
    words = [evidence(page.records[key]) for key in told[0].records]
    if any(set(one) <= set(sentence.spans) for one in words):  # else it tells of an absence
        lines.append(Line((counted(told[0], page.reach),)))
    notes: Words = tuple(part for claim in told for part in (page.note(claim.id), " "))
    lines.append(Line((*notes, *cite_all(sentence.spans, page.labels, _MOST_PLACES)), "dim"))
    return Entry("sentence", str(number), tuple(lines))
