"""Articles: where each comes from, what it names as its sources, and what it alone tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.briefs.labels import cite_all
from sayso.briefs.numbers import plural
from sayso.briefs.page import Page, between, when_text
from sayso.briefs.sheet import Entry, Inline, Line, Section, Words
from sayso.model.collation import BriefArticle
from sayso.model.text import Party

TITLE = "Articles"


def articles(page: Page) -> Section:
    """An entry for each article, in the brief's order."""
    return Section(TITLE, "", tuple(_article(page, one) for one in page.brief.articles))


def _article(page: Page, article: BriefArticle) -> Entry:
    date = when_text(article.published) if article.published else "no date"
    where = " · ".join(part for part in (article.outlet, article.path, date) if part)
    lines = [Line((where,))]
    if article.possible is not None:
        words = cite_all(article.possible_by, page.labels)
        lines.append(Line((f"published {between(article.possible)} (", *words, ")"), hang=2))
    lines += _versions(page, article)
    unread = page.unread.get(article.article)
    if unread is not None:
        lines.append(Line((unread,), hang=2))
        return Entry("article", page.labels[article.article], tuple(lines))
    lines.append(
        Line((f"names as its sources: {_names(page, article.declared) or 'none'}",), hang=2)
    )
    if article.left_out:
        lines.append(Line((f"left out: {_names(page, article.left_out)}",), hang=2))
    lines.append(Line(_adds(page, article), hang=2))
    return Entry("article", page.labels[article.article], tuple(lines))


def _versions(page: Page, article: BriefArticle) -> Iterator[Line]:
    """Which article it corrects or updates, and what it has dropped of that."""
    earlier = page.earlier.get(article.article)
    if earlier is None or earlier not in page.labels:
        return
    dropped = [
        page.note(claim.id)
        for claim in page.claims
        if earlier in claim.articles and article.article not in claim.articles
    ]
    words: list[Inline] = [f"a later version of {page.labels[earlier]}"]
    if dropped:
        words.append(", which no longer tells")
        for note in sorted(dropped, key=lambda note: note.number):
            words += [" ", note]
    yield Line(tuple(words), hang=2)


def _names(page: Page, parties: Sequence[Party]) -> str:
    return ", ".join(dict.fromkeys(page.name(party) for party in parties))


def _adds(page: Page, article: BriefArticle) -> Words:
    """How many claims it tells, how many of them were new then or have no source, and which it alone tells."""
    told = [claim for claim in page.claims if article.article in claim.articles]
    if not told:
        return ("reports nobody's words",)
    dated = article.published is not None and article.published.start is not None
    shares = (
        ("new when it appeared", article.new_share if dated else None),
        ("without a source", article.unsourced_share),
    )
    counts = [f"{round(share * len(told))} {what}" for what, share in shares if share is not None]
    head = f"tells {plural(len(told), 'claim')}: {', '.join(counts)}; "
    if not article.adds:
        return (f"{head}others tell {'it' if len(told) == 1 else 'all of them'} too",)
    words: list[Inline] = [f"{head}it alone tells"]
    for key in sorted(article.adds, key=lambda key: page.numbers[key]):
        words += [" ", page.note(key)]
    return tuple(words)
