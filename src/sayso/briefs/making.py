"""From a collation to briefs: one for each story, with every record that it refers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.briefs.absences import find_absences
from sayso.briefs.articles import describe_articles
from sayso.briefs.changes import check_order, with_changes
from sayso.briefs.dating import possible_days
from sayso.briefs.order import of_kind, order_articles, order_claims
from sayso.briefs.summary import MOST_SENTENCES, summarise
from sayso.briefs.timeline import make_timeline
from sayso.collate import Collation, collate
from sayso.collate.renaming import renamed
from sayso.errors import UsageError
from sayso.model.collation import Brief, Claim, ClaimRecord, Story
from sayso.model.finding import everybody
from sayso.model.ids import with_id
from sayso.model.ledger import By, Caveat, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article

BY = By(extractor="briefs", version="1")


def make_briefs(
    collation: Collation, as_of: str | None = None, since: str | None = None
) -> tuple[Brief, ...]:
    """The briefs of a collation, in the order of its stories.

    `as_of` is an ISO 8601 date (UTC): articles published after that day are left out and everything is
    collated again without them; so are those without a date that tell of what came later. Others without a
    date stay, each with a Caveat ``undated_kept``, since nothing tells that they are later. With `since`,
    such a date too and before `as_of`, each brief tells what has changed since that day. UsageError where one of
    them is no date, or their order is wrong.
    """
    if since is not None:
        check_order(since, as_of)
    told = collation if as_of is None else _collated_until(collation, as_of)
    undated = [
        _undated(one.article, as_of) for one in told.ledgers if as_of is not None and not _day(one)
    ]
    briefs = (_brief(story, told, as_of, undated) for story in told.stories)
    if since is None:
        return tuple(briefs)
    before = _collated_until(collation, since)
    out = {ledger.article.id for ledger in before.ledgers}
    return tuple(with_changes(brief, since, before.claims, out) for brief in briefs)


def _collated_until(collation: Collation, day: str) -> Collation:
    kept = _until(collation, day)
    return collate(kept, together=collation.together, judgements=collation.by_hand)


def _until(collation: Collation, as_of: str) -> list[Ledger]:
    if not _is_date(as_of):
        raise UsageError(f"not a date (YYYY-MM-DD): {as_of}")
    statements = {
        record.id: record
        for ledger in collation.ledgers
        for record in ledger.records
        if isinstance(record, Statement)
    }
    possible = possible_days(
        [ledger.article for ledger in collation.ledgers],
        collation.claims,
        statements,
        {actor.id: actor for actor in collation.actors},
    )
    return [
        ledger
        for ledger in collation.ledgers
        if (_day(ledger) or possible[ledger.article.id].first or as_of) <= as_of
    ]


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2024-05-31")


def _day(ledger: Ledger) -> str | None:
    published = ledger.article.published
    return published.start[:10] if published and published.start else None


def _undated(article: Article, as_of: str) -> Caveat:
    detail = f"carries no date of publication; kept, though it may be later than {as_of}"
    return with_id(
        Caveat(
            id="",
            article=article.id,
            spans=(),
            code="undated_kept",
            detail=detail,
            about=article.id,
            by=BY,
        )
    )


def _brief(
    story: Story, collation: Collation, as_of: str | None, undated: Sequence[Caveat]
) -> Brief:
    ledgers = {ledger.article.id: ledger for ledger in collation.ledgers}
    own = order_articles([ledgers[key] for key in story.articles])
    actors = {actor.id: actor for actor in collation.actors}
    claims = order_claims([claim for claim in collation.claims if claim.story == story.id])
    records = _records(own, claims, collation.joined)
    statements = {key: one for key, one in records.items() if isinstance(one, Statement)}
    caveats = [
        caveat for caveat in (*collation.caveats, *undated) if caveat.article in story.articles
    ]
    absences = find_absences(claims, statements, actors)
    articles = [ledger.article for ledger in own]
    summary = summarise(
        claims, {a.id: a for a in articles}, records, actors, MOST_SENTENCES - len(absences)
    )
    told = describe_articles(own, claims, statements, actors)
    telling = (*claims, *records.values(), *told)
    referred = {party.actor for one in telling for party in everybody(one) if party.actor}
    return Brief(
        story=story,
        as_of=as_of,
        summary=(*summary, *absences),
        articles=told,
        claims=claims,
        redlines=_ids(claims, "redline"),
        transfers=_ids(claims, "transfer"),
        policy_changes=_ids(claims, "policy_change"),
        relations=_ids(claims, "relation"),
        timeline=make_timeline(articles, claims, records),
        differences=tuple(d for claim in claims for d in claim.differences),
        caveats=tuple(sorted(caveats, key=_place)),
        records=(
            *articles,
            *(actor for actor in collation.actors if actor.id in referred),
            *records.values(),
            *(
                j
                for j in collation.judgements
                if j.verdict == "same" or referred & {j.left, j.right}
            ),
            *(j for j in collation.by_hand if {*referred, *records} & {j.left, j.right}),
            *(edge for edge in collation.sources if edge.article in story.articles),
        ),
    )


def _ids(claims: Sequence[Claim], about: str) -> tuple[str, ...]:
    return tuple(claim.id for claim in of_kind(claims, about))


def _records(
    ledgers: Sequence[Ledger], claims: Sequence[Claim], joined: Mapping[str, Actor]
) -> dict[str, ClaimRecord]:
    """All statements and all records of claims, by id, with the actor ids after judgement."""
    claimed = {key for claim in claims for key in claim.records}
    found = {
        record.id: renamed(record, joined)
        for ledger in ledgers
        for record in ledger.records
        if not isinstance(record, Caveat)
        if isinstance(record, Statement) or record.id in claimed
    }
    return {key: found[key] for key in sorted(found)}


def _place(caveat: Caveat) -> tuple[str, str, int, str]:
    return caveat.article, caveat.code, caveat.spans[0].start if caveat.spans else -1, caveat.id
