"""Many articles together: who said what, on whose say-so, and how many independent origins it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from sayso.books.accounts import load_accounts
from sayso.collate.actors import join_actors
from sayso.collate.batch import settle
from sayso.collate.claims import Context, build_claim
from sayso.collate.clusters import cluster
from sayso.collate.doubts import altered_quotes, dropped_attributions, unnamed_sources
from sayso.collate.edges import find_edges
from sayso.collate.likeness import Scale
from sayso.collate.parties import Parties
from sayso.collate.paths import named_ways
from sayso.collate.renaming import renamed
from sayso.collate.reuse import find_reuse
from sayso.collate.stories import find_stories
from sayso.collate.tellings import Telling, make_tellings
from sayso.collate.words import rarity
from sayso.model.collation import Claim, Difference, Judgement, SourceEdge, Story
from sayso.model.ledger import Caveat
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article


class Collation(msgspec.Struct, frozen=True, kw_only=True):
    """What many articles say together. Everything is in an order that does not depend on the input's.

    `ledgers` are as they came, each article once; `records` of the claims carry the actor ids after
    judgement, and `joined` maps an actor's old id to the one it carries now. `caveats` are those of the
    ledgers and those that collation adds.
    """

    ledgers: tuple[Ledger, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    joined: Mapping[str, Actor]
    judgements: tuple[Judgement, ...]
    sources: tuple[SourceEdge, ...]
    differences: tuple[Difference, ...]
    caveats: tuple[Caveat, ...]


def collate(ledgers: Sequence[Ledger]) -> Collation:
    """The collation of a batch of ledgers: same articles, same result, whatever their order."""
    book = load_accounts()
    given = settle(ledgers)
    cast = join_actors(given, book.after_surname)
    judged = tuple(
        msgspec.structs.replace(ledger, records=renamed(ledger.records, cast.joined))
        for ledger in given
    )
    parties = Parties(judged, cast.actors, book)
    tellings = make_tellings(judged, parties, book)
    weights = rarity(telling.stems for telling in tellings)
    stories = find_stories([ledger.article for ledger in judged])
    story_of = {article: story.id for story in stories for article in story.articles}
    clusters = cluster(tellings, Scale(weights, parties, book))
    reuse = find_reuse(judged, book)
    context = Context(parties, reuse, named_ways(tellings, parties, book), book)
    built = [
        build_claim(story_of[found.tellings[0].statement.article], found, context)
        for found in clusters
    ]
    claims = tuple(sorted((b.claim for b in built), key=lambda claim: claim.id))
    paths = [path for b in built for path in b.paths]
    caveats = {
        caveat.id: caveat
        for caveat in (
            *(
                record
                for ledger in judged
                for record in ledger.records
                if isinstance(record, Caveat)
            ),
            *dropped_attributions(paths),
            *altered_quotes(claims),
            *_unnamed(judged, tellings, context),
        )
    }
    return Collation(
        ledgers=given,
        stories=stories,
        claims=claims,
        actors=tuple(cast.actors.values()),
        joined=cast.joined,
        judgements=cast.judgements,
        sources=tuple(sorted((*reuse.edges, *find_edges(tellings, clusters, parties)), key=_edge)),
        differences=tuple(
            sorted((d for claim in claims for d in claim.differences), key=lambda d: d.id)
        ),
        caveats=tuple(caveats[key] for key in sorted(caveats)),
    )


def _edge(edge: SourceEdge) -> tuple[str, str, str]:
    return edge.article, edge.source, edge.how


def _unnamed(
    ledgers: Sequence[Ledger], tellings: Sequence[Telling], context: Context
) -> Sequence[Caveat]:
    found = []
    for ledger in ledgers:
        if _has(ledger, "source_not_named"):
            continue
        own = [telling for telling in tellings if telling.statement.article == ledger.article.id]
        caveat = unnamed_sources(ledger.article.id, own, context.parties, context.book)
        if caveat is not None:
            found.append(caveat)
    return found


def _has(ledger: Ledger, code: str) -> bool:
    article: Article = ledger.article
    return any(
        isinstance(record, Caveat) and record.code == code and record.about == article.id
        for record in ledger.records
    )
