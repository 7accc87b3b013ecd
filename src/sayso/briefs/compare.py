"""Two articles side by side: shared origins, reused words, what each adds, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.briefs.labels import cite, cite_all
from sayso.briefs.layout import wrap
from sayso.briefs.making import make_briefs
from sayso.briefs.page import Page, open_page
from sayso.briefs.sheet import plain
from sayso.briefs.side import accounts, once
from sayso.briefs.summary import shortened
from sayso.briefs.telling import value_words
from sayso.collate import Collation
from sayso.errors import UsageError
from sayso.model.collation import Claim, Difference
from sayso.model.text import Span

_LONGEST = 160


class Comparison(NamedTuple):
    """What two articles have in common and what not.

    `shared` are claims that both tell, `left_alone` and `right_alone` those that one tells and the other
    does not; `reused` are pairs of words, the left article's first; `differences` have values of both.
    """

    left: str
    right: str
    shared: tuple[Claim, ...]
    left_alone: tuple[Claim, ...]
    right_alone: tuple[Claim, ...]
    reused: tuple[tuple[Span, Span], ...]
    differences: tuple[Difference, ...]


def compare(collation: Collation, left: str, right: str) -> Comparison:
    """The comparison of two articles of one story, given by id or path.

    UsageError where one of them is not in the collation, or no story holds both.
    """
    a, b = _article(collation, left), _article(collation, right)
    if not any(a in story.articles and b in story.articles for story in collation.stories):
        raise UsageError(f"{left} and {right} are not of one story")
    claims = collation.claims
    shared = tuple(c for c in claims if a in c.articles and b in c.articles)
    found = {
        difference.id: difference
        for claim in claims
        for difference in claim.differences
        if _speaks_of(difference, a) and _speaks_of(difference, b)
    }
    return Comparison(
        left=a,
        right=b,
        shared=shared,
        left_alone=tuple(c for c in claims if a in c.articles and b not in c.articles),
        right_alone=tuple(c for c in claims if b in c.articles and a not in c.articles),
        reused=tuple(_reused(collation, a, b)),
        differences=tuple(found[key] for key in sorted(found)),
    )


def render(collation: Collation, left: str, right: str, width: int = 80) -> str:
    """The comparison as lines of at most `width` cells."""
    compared = compare(collation, left, right)
    page = next(
        open_page(brief)
        for brief in make_briefs(collation)
        if compared.left in brief.story.articles
    )
    return "\n".join(_lines(page, compared, width)) + "\n"


def _lines(page: Page, compared: Comparison, width: int) -> Iterator[str]:
    left, right = page.labels[compared.left], page.labels[compared.right]
    paths = {article.article: article.path or "" for article in page.brief.articles}
    yield from wrap(paths[compared.left], width, f"{left}  ")
    yield from wrap(paths[compared.right], width, f"{right}  ")
    both = (compared.left, compared.right)
    shared = once(page, compared.shared, both)
    yield from _claims(page, "Both tell", shared, both, width)
    if compared.reused:
        yield from ("", "The same words in both")
    for here, there in compared.reused:
        words = shortened(" ".join(here.text.split()), _LONGEST)
        places = f"{plain((cite(here, page.labels),))}; {plain((cite(there, page.labels),))}"
        yield from wrap(f"“{words}” ({places})", width, "  ", "    ")
    alone = once(page, compared.left_alone, both[:1], shared)
    yield from _claims(page, f"Only {left} tells", alone, both[:1], width)
    alone = once(page, compared.right_alone, both[1:], shared)
    yield from _claims(page, f"Only {right} tells", alone, both[1:], width)
    if compared.differences:
        yield from ("", "They differ")
    for one in compared.differences:
        values = "; ".join(
            f"{value_words(value)} ({plain(cite_all(value.spans, page.labels, 3))})"
            for value in one.values
        )
        yield from wrap(f"{one.field}, {one.verdict}: {values}", width, "  ", "    ")


def _claims(
    page: Page, title: str, claims: Sequence[Claim], articles: Sequence[str], width: int
) -> Iterator[str]:
    """Claims, with whom each article puts them to and its words, once where they are the same."""
    if not claims:
        return
    yield from ("", f"{title} {len(claims)}")
    for claim in claims:
        kind = claim.about.replace("_", " ").replace("redline", "red line")
        found: dict[str, list[str]] = {}
        for article in articles:
            for account in accounts(page, claim, article):
                words = f"{account.who}: {shortened(account.words, _LONGEST)}"
                found.setdefault(words, []).append(page.labels[article])
        if len(found) == 1:
            yield from wrap(f"{kind}, {next(iter(found))}", width, "  ", "    ")
            continue
        yield f"  {kind}"
        for words, labels in found.items():
            yield from wrap(words, width, f"    {' and '.join(labels)}  ", "       ")


def _reused(collation: Collation, a: str, b: str) -> Iterator[tuple[Span, Span]]:
    for edge in collation.sources:
        if {edge.article, edge.source} == {a, b}:
            for here, there in edge.evidence:
                if there is not None:
                    yield (here, there) if here.article == a else (there, here)


def _speaks_of(difference: Difference, article: str) -> bool:
    return any(article in value.articles for value in difference.values)


def _article(collation: Collation, name: str) -> str:
    for ledger in collation.ledgers:
        if name in {ledger.article.id, ledger.article.path}:
            return ledger.article.id
    raise UsageError(f"no article {name!r} was read")
