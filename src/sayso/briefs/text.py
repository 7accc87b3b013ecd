"""A brief as text for a terminal: every line leads back to words in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sayso.briefs.labels import TIE, locate_all
from sayso.briefs.layout import wrap
from sayso.briefs.matrix import who_says_so
from sayso.briefs.numbers import counted, plural
from sayso.briefs.page import Page, open_page, when_text
from sayso.briefs.voices import statements
from sayso.model.collation import Brief, BriefArticle
from sayso.model.ledger import Caveat

NARROWEST = 40
_MOST_DOUBTS = 6
_MOST_PLACES = 3


def render(brief: Brief, width: int = 80, colour: bool = False) -> str:
    """The brief as lines of at most `width` cells (at least 40), with a final line break.

    `colour` adds ANSI codes; nothing is told by colour alone.
    """
    page = open_page(brief, max(width, NARROWEST), colour)
    lines = [
        *_title(page),
        *_in_short(page),
        *who_says_so(page),
        *statements(page),
        *_articles(page),
        *_timeline(page),
        *_doubts(page),
    ]
    return "\n".join(line.replace(TIE, " ").rstrip() for line in lines) + "\n"


def _title(page: Page) -> list[str]:
    story, articles = page.brief.story, page.brief.articles
    dated = sorted(
        when_text(article.published)
        for article in articles
        if article.published is not None and article.published.start is not None
    )
    span = (
        ""
        if not dated
        else f" ({dated[0]})"
        if dated[0] == dated[-1]
        else f" ({dated[0]} to {dated[-1]})"
    )
    known = f"{len(dated)} dated{span}" if dated else "none dated"
    as_of = f" · as of {page.brief.as_of}" if page.brief.as_of else ""
    title = wrap(story.title.upper(), page.width)
    return [
        *(page.style.bold(line) for line in title),
        *wrap(f"{plural(len(articles), 'article')} · {known}{as_of}", page.width),
        "─" * page.width,
    ]


def _in_short(page: Page) -> list[str]:
    lines = page.heading("IN SHORT")
    if not page.brief.summary:
        return [*lines, " No article reports a statement by anybody named."]
    claims = {claim.id: claim for claim in page.claims}
    for number, sentence in enumerate(page.brief.summary, 1):
        first = f"{number:2}  "
        lines += wrap(sentence.text, page.width, first)
        cited = [claims[key] for key in sentence.claims]
        notes = " ".join(f"[{page.numbers[claim.id]}]" for claim in cited)
        indent = " " * len(first)
        if sentence.spans == getattr(cited[0].record, "content", ()):
            lines += wrap(counted(cited[0], len(page.brief.articles)), page.width, indent)
        note = wrap(f"{notes} {locate_all(sentence.spans, page.labels)}", page.width, indent)
        lines += [page.style.dim(line) for line in note]
    return lines


def _articles(page: Page) -> list[str]:
    lines = page.heading("ARTICLES")
    for article in page.brief.articles:
        lines += _article(page, article)
    return lines


def _article(page: Page, article: BriefArticle) -> list[str]:
    label = f" {page.labels[article.article]}  "
    indent = " " * len(label)
    date = when_text(article.published) if article.published else "no date"
    where = " · ".join(part for part in (article.outlet, article.path, date) if part)
    lines = wrap(where, page.width, label)
    declared = ", ".join(dict.fromkeys(page.name(party) for party in article.declared))
    lines += wrap(f"names as its sources: {declared or 'none'}", page.width, indent, f"{indent}  ")
    if article.left_out:
        left = ", ".join(dict.fromkeys(page.name(party) for party in article.left_out))
        lines += wrap(f"left out: {left}", page.width, indent, f"{indent}  ")
    return lines + wrap(_adds(page, article), page.width, indent, f"{indent}  ")


def _adds(page: Page, article: BriefArticle) -> str:
    told = [claim for claim in page.claims if article.article in claim.articles]
    if not told:
        return "reports nobody's words"
    if not article.adds:
        return f"adds nothing: others tell {'its one claim' if len(told) == 1 else f'all its {len(told)} claims'} too"
    numbers = " ".join(
        f"[{number}]" for number in sorted(page.numbers[key] for key in article.adds)
    )
    return f"it alone tells {len(article.adds)} of its {plural(len(told), 'claim')}: {numbers}"


def _timeline(page: Page) -> list[str]:
    undated = sum(
        article.published is None or article.published.start is None
        for article in page.brief.articles
    )
    note = f"{plural(undated, 'article')} without a date" if undated else ""
    lines = page.heading("TIMELINE", note)
    if not page.brief.timeline:
        return [*lines, " No article gives a time that can be resolved."]
    for entry in page.brief.timeline:
        number = f" [{page.numbers[entry.claim]}]" if entry.claim else ""
        places = f"  ({locate_all(entry.spans, page.labels)})" if entry.spans else ""
        lines += wrap(
            f"{entry.text}{number}{places}", page.width, f" {when_text(entry.when)}  ", "   "
        )
    return lines


def _doubts(page: Page) -> list[str]:
    if not page.brief.caveats:
        return []
    lines = page.heading("DOUBTS")
    for article in page.brief.articles:
        own = [caveat for caveat in page.brief.caveats if caveat.article == article.article]
        label = f" {page.labels[article.article]}  "
        for caveat in _few_of_each(own):
            lines += [
                page.style.alert(line) for line in wrap(_doubt(page, caveat), page.width, label)
            ]
        lines += _unsaid(own, label, page.width)
    return lines


def _few_of_each(caveats: Iterable[Caveat]) -> list[Caveat]:
    seen: Counter[str] = Counter()
    few = []
    for caveat in caveats:
        seen[caveat.code] += 1
        if seen[caveat.code] <= _MOST_DOUBTS:
            few.append(caveat)
    return few


def _unsaid(caveats: Iterable[Caveat], label: str, width: int) -> list[str]:
    counts = Counter(caveat.code for caveat in caveats)
    return [
        line
        for code in sorted(counts)
        if counts[code] > _MOST_DOUBTS
        for line in wrap(
            f"and {counts[code] - _MOST_DOUBTS} more: {code.replace('_', ' ')}", width, label
        )
    ]


def _doubt(page: Page, caveat: Caveat) -> str:
    kind = caveat.code.replace("_", " ")
    places = f"  ({locate_all(caveat.spans, page.labels, _MOST_PLACES)})" if caveat.spans else ""
    return f"{kind}: {caveat.detail}{places}"
