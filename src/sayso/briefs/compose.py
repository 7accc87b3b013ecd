"""From a brief to its sheet: which sections there are, and in which order."""

from __future__ import annotations

from sayso.briefs.numbers import articles_told
from sayso.briefs.page import Page, open_page, when_text
from sayso.briefs.sections.articles import articles
from sayso.briefs.sections.changes import changes
from sayso.briefs.sections.differences import differences
from sayso.briefs.sections.doubts import doubts
from sayso.briefs.sections.in_short import in_short
from sayso.briefs.sections.policy import policy
from sayso.briefs.sections.redlines import redlines
from sayso.briefs.sections.relations import relations
from sayso.briefs.sections.sayers import who_says_so
from sayso.briefs.sections.statements import statements
from sayso.briefs.sections.timeline import timeline
from sayso.briefs.sections.transfers import transfers
from sayso.briefs.sheet import Sheet
from sayso.model.collation import Brief

_SECTIONS = (
    in_short,
    changes,
    who_says_so,
    redlines,
    transfers,
    policy,
    relations,
    differences,
    statements,
    articles,
    timeline,
    doubts,
)


def compose(brief: Brief) -> Sheet:
    """The brief in words. Every format lays out this one sheet, so all say the same."""
    page = open_page(brief)
    made = (make(page) for make in _SECTIONS)
    return Sheet(
        title=brief.story.title,
        facts=_facts(page),
        sections=tuple(section for section in made if section is not None),
    )


def _facts(page: Page) -> str:
    """How many articles there are, and of when."""
    articles = page.brief.articles
    dated = sorted(
        when_text(article.published)
        for article in articles
        if article.published is not None and article.published.start is not None
    )
    dates = " to ".join(dict.fromkeys((dated[0], dated[-1]))) if dated else ""
    known = f"{len(dated)} dated ({dates})" if dated else "none dated"
    as_of = f" · as of {page.brief.as_of}" if page.brief.as_of else ""
    return f"{articles_told(len(articles), len(page.unread))} · {known}{as_of}"
