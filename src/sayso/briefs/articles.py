"""What each article brings: its declared sources, what it left out, and what no other article has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.books.printed import called
from sayso.briefs.dating import NOTHING, Bounds, possible_days
from sayso.collate.novelty import is_new, published_at
from sayso.model.collation import BriefArticle, Claim, OriginPath
from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.model.text import NEWSROOMS, Actor, Party


def describe_articles(
    ledgers: Sequence[Ledger],
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    actors: Mapping[str, Actor],
) -> tuple[BriefArticle, ...]:
    """One entry per article, in the order given. Shares count claims; None where it has none.

    A claim is new in an article that alone tells it, or that tells it first where all are dated.
    """
    published = published_at(ledgers)
    days = possible_days([ledger.article for ledger in ledgers], claims, statements, actors)
    return tuple(
        _describe(ledger, claims, statements, actors, published, days.get(ledger.article.id))
        for ledger in ledgers
    )


def _describe(
    ledger: Ledger,
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    actors: Mapping[str, Actor],
    published: Mapping[str, str | None],
    days: Bounds | None,
) -> BriefArticle:
    article, possible = ledger.article, days or NOTHING
    own = [claim for claim in claims if article.id in claim.articles]
    paths = [_path(claim, article.id) for claim in own]
    new = [claim for claim in own if is_new(claim, article.id, published)]
    left_out = [party for path in paths if path is not None for party in path.left_out]
    bare = [path for path in paths if path is None or path.way == "not_named"]
    return BriefArticle(
        article=article.id,
        path=article.path or article.url,
        outlet=article.outlet,
        published=article.published,
        possible=possible.when,
        possible_by=possible.spans,
        declared=_distinct((*ledger.declared, *_linked(article.id, statements, actors))),
        left_out=_distinct(left_out),
        adds=tuple(claim.id for claim in own if claim.articles == (article.id,)),
        new_share=_share(len(new), len(own)),
        repeated_share=_share(len(own) - len(new), len(own)),
        unsourced_share=_share(len(bare), len(own)),
    )


def _path(claim: Claim, article: str) -> OriginPath | None:
    paths = [path for origin in claim.origins for path in origin.paths if path.article == article]
    return next((path for path in paths if path.way != "not_named"), paths[0] if paths else None)


def _linked(
    article: str, statements: Mapping[str, Statement], actors: Mapping[str, Actor]
) -> list[Party]:
    """The newsrooms that the article's chains name."""
    return [
        link.party
        for statement in statements.values()
        if statement.article == article
        for link in statement.chain
        if link.party is not None
        and (actor := actors.get(link.party.actor or "")) is not None
        and actor.type in NEWSROOMS
    ]


def _distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Each party once, by actor or name, in the order of its name."""
    found: dict[str, Party] = {}
    for party in sorted(parties, key=lambda p: (called(p), p.span.start if p.span else -1)):
        found.setdefault(party.actor or called(party).casefold(), party)
    return tuple(found.values())


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
