"""Differences side by side: each value with the words that tell it, and what stands around them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sayso.briefs.page import Page
from sayso.briefs.sections.differences import VERDICTS
from sayso.model.collation import Difference, DifferenceValue
from sayso.model.text import Article, Span

_AROUND = 90
_MOST_PASSAGES = 4


class Passage(NamedTuple):
    """Words in their place: what stands before and after them, cut at words."""

    label: str
    before: str
    span: Span
    after: str


class Side(NamedTuple):
    """One of the values, with the articles that give it."""

    value: str
    labels: tuple[str, ...]
    passages: tuple[Passage, ...]
    more: int


class Contrast(NamedTuple):
    """A difference of which `claims` are numbers of the claims that have it."""

    difference: Difference
    verdict: str
    sides: tuple[Side, ...]
    claims: tuple[int, ...]


def contrasts(
    page: Page,
    wanted: Collection[Difference] | None = None,
    among: Collection[str] | None = None,
) -> tuple[Contrast, ...]:
    """Every difference of a brief once, or those that are `wanted`, those of most claims first.

    With `among`, the ids of articles, only what these say of it.
    """
    ids = None if wanted is None else {one.id for one in wanted}
    articles = {one.id: one for one in page.brief.records if isinstance(one, Article)}
    found: dict[str, tuple[Difference, list[int]]] = {}
    for claim in page.claims:
        for difference in claim.differences:
            if ids is not None and difference.id not in ids:
                continue
            numbers = found.setdefault(difference.id, (difference, []))[1]
            numbers.append(page.numbers[claim.id])
    made = [
        Contrast(
            difference,
            VERDICTS[difference.verdict],
            tuple(
                _side(page, value, articles, among)
                for value in difference.values
                if among is None or set(among) & set(value.articles)
            ),
            tuple(sorted(set(numbers))),
        )
        for difference, numbers in found.values()
    ]
    return tuple(_once(made))


def _side(
    page: Page,
    value: DifferenceValue,
    articles: Mapping[str, Article],
    among: Collection[str] | None,
) -> Side:
    spans = [span for span in value.spans if among is None or span.article in among]
    return Side(
        value.value,
        tuple(sorted(page.labels[key] for key in value.articles if among is None or key in among)),
        tuple(passage(page, span, articles) for span in spans[:_MOST_PASSAGES]),
        max(0, len(spans) - _MOST_PASSAGES),
    )


def passage(page: Page, span: Span, articles: Mapping[str, Article]) -> Passage:
    """The words of a span with what stands around them."""
    whole = articles[span.article].part(span.part)
    before = whole[max(0, span.start - _AROUND) : span.start]
    after = whole[span.end : span.end + _AROUND]
    if span.start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if span.end + _AROUND < len(whole):
        after = f"{after.rpartition(' ')[0]} …"
    return Passage(page.labels[span.article], before, span, after)


def _once(made: list[Contrast]) -> list[Contrast]:
    """Differences in the same words are one, with the claims of all: a red line and its statement."""
    found: dict[object, Contrast] = {}
    for one in made:
        key = (one.difference.field, one.verdict, one.sides)
        known = found.get(key)
        claims = tuple(sorted({*(known.claims if known else ()), *one.claims}))
        found[key] = one._replace(claims=claims)
    return sorted(found.values(), key=lambda one: (-len(one.claims), one.claims))
