"""Timeline: what has a time, in its order."""

from __future__ import annotations

from sayso.briefs.labels import cite_all
from sayso.briefs.numbers import plural
from sayso.briefs.page import Page, when_text
from sayso.briefs.sheet import Entry, Inline, Line, Say, Section
from sayso.model.collation import TimelineEntry

TITLE = "Timeline"


def timeline(page: Page) -> Section:
    """The timeline; beside its title, how many articles have no date."""
    undated = sum(
        article.published is None or article.published.start is None
        for article in page.brief.articles
    )
    note = f"{plural(undated, 'article')} without a date" if undated else ""
    if not page.brief.timeline:
        return Section(TITLE, note, (Say(("No article gives a time that can be resolved.",)),))
    return Section(TITLE, note, tuple(_entry(page, one) for one in page.brief.timeline))


def _entry(page: Page, entry: TimelineEntry) -> Entry:
    words: list[Inline] = [entry.text]
    if entry.claim:
        words += [" ", page.note(entry.claim)]
    if entry.spans:
        words += ["  (", *cite_all(entry.spans, page.labels), ")"]
    return Entry("time", when_text(entry.when), (Line(tuple(words)),))
