"""Many articles together: who said what, on whose say-so, and how many independent origins it has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.books.accounts import AccountBook, load_accounts
from sayso.books.roles import load_roles
from sayso.collate.actors import join_actors
from sayso.collate.batch import as_one, settle
from sayso.collate.claims import Context, build_claim
from sayso.collate.clusters import cluster
from sayso.collate.deeds import bear_on
from sayso.collate.dismissals import Dismissals, put_denials
from sayso.collate.doubts import altered_quotes, dropped_attributions, unnamed_sources
from sayso.collate.edges import find_edges
from sayso.collate.fragments import join_fragments
from sayso.collate.grouping import group_records, is_worth_telling
from sayso.collate.headlines import against_their_text
from sayso.collate.likeness import Scale
from sayso.collate.novelty import nothing_new, published_at
from sayso.collate.pairs import Pairs, find_pairs, rejoin
from sayso.collate.parties import Parties
from sayso.collate.paths import named_ways
from sayso.collate.profiles import Slots
from sayso.collate.profiling import Profiler
from sayso.collate.relating import relate_claims
from sayso.collate.renaming import renamed
from sayso.collate.reuse import find_reuse
from sayso.collate.rivals import contradicting_themselves, find_rivals, with_rivals
from sayso.collate.standing_in import tell_records
from sayso.collate.stories import WINDOW, stories_among
from sayso.collate.tellings import Telling, make_tellings
from sayso.collate.words import rarity
from sayso.meaning import Meaning, load_meaning
from sayso.model.collation import Claim, Difference, Judgement, SourceEdge, Story
from sayso.model.ledger import Caveat, RedLine
from sayso.model.reading import Ledger
from sayso.model.text import Actor, Article


class Collation(msgspec.Struct, frozen=True, kw_only=True):
    """What many articles say together. Everything is in an order that does not depend on the input's.

    `together` says that all articles were taken for one story.

    `ledgers` are as they came, each article once; `records` of the claims carry the actor ids after
    judgement, and `joined` maps an actor's old id to the one it carries now. `judgements` are its own, `by_hand` those it was given. `caveats` are those of the
    ledgers and those that collation adds.
    """

    ledgers: tuple[Ledger, ...]
    together: bool
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    joined: Mapping[str, Actor]
    judgements: tuple[Judgement, ...]
    by_hand: tuple[Judgement, ...]
    sources: tuple[SourceEdge, ...]
    differences: tuple[Difference, ...]
    caveats: tuple[Caveat, ...]


def collate(
    ledgers: Sequence[Ledger],
    *,
    together: bool = False,
    judgements: Sequence[Judgement] = (),
    stories: Sequence[Story] = (),
    window: int = WINDOW,
    words_alone: bool = False,
) -> Collation:
    """The collation of a batch of ledgers: same articles, same result, whatever their order.

    With `together` all of them are one story; else those of `stories` stay together that are in one of
    them, and of the others their words decide, within a `window` of days (``stories.find_stories``).
    `judgements` are those in force that people have made: what they say of pairs goes before what is found
    here. With `words_alone` nobody asks what sentences mean, as where that model is not installed.
    """
    book, meaning = load_accounts(), None if words_alone or not ledgers else load_meaning()
    given = settle(ledgers)
    pairs = find_pairs(given, judgements)
    cast = join_actors(given, load_roles(), pairs)
    judged = tuple(
        msgspec.structs.replace(ledger, records=renamed(ledger.records, cast.joined))
        for ledger in given
    )
    told = stories_among(
        [ledger.article for ledger in judged], stories, window, words_alone=words_alone
    )
    told = as_one(told) if together else told
    batch = _Batch(judged, Parties(judged, cast.actors, book), book, pairs, meaning)
    found = [_collate_story(story, batch) for story in told]
    claims = tuple(sorted((c for one in found for c in one.claims), key=lambda claim: claim.id))
    given_caveats = (r for ledger in judged for r in ledger.records if isinstance(r, Caveat))
    caveats = {
        caveat.id: caveat
        for caveat in (
            *given_caveats,
            *(caveat for one in found for caveat in one.caveats),
            *altered_quotes(claims, published_at(judged)),
        )
    }
    return Collation(
        ledgers=given,
        together=together,
        stories=told,
        claims=claims,
        actors=tuple(cast.actors.values()),
        joined=cast.joined,
        judgements=cast.judgements,
        by_hand=tuple(judgements),
        sources=tuple(sorted((edge for one in found for edge in one.sources), key=_edge)),
        differences=tuple(
            sorted((d for claim in claims for d in claim.differences), key=lambda d: d.id)
        ),
        caveats=tuple(caveats[key] for key in sorted(caveats)),
    )


class _Batch(NamedTuple):
    """What all stories share: the ledgers after judgement, who is who, the book, and pairs judged by hand."""

    ledgers: tuple[Ledger, ...]
    parties: Parties
    book: AccountBook
    pairs: Pairs
    meaning: Meaning | None


class _Found(NamedTuple):
    """What one story's articles say together."""

    claims: tuple[Claim, ...]
    sources: tuple[SourceEdge, ...]
    caveats: tuple[Caveat, ...]


def _collate_story(story: Story, batch: _Batch) -> _Found:
    """The claims of one story. No article of another story has a part in them."""
    _, parties, book, pairs, _ = batch
    members = frozenset(story.articles)
    own = [ledger for ledger in batch.ledgers if ledger.article.id in members]
    tellings = make_tellings(own, parties, book)
    weights = rarity(telling.stems for telling in tellings)
    denied = Dismissals(parties, book).find(tellings)
    stated = [telling for telling in tellings if telling.record.id not in denied]
    found = cluster(stated, Scale(weights, parties, book, batch.meaning))
    whole = join_fragments(put_denials(found, tellings, denied), book)
    clusters = rejoin(whole, pairs)
    reuse = find_reuse(own, book)
    context = Context(parties, reuse, named_ways(tellings, parties, book), book)
    told = tell_records(own, tellings, Profiler(own, parties, book), parties, book)
    lines = [one.record for one, _ in told if isinstance(one.record, RedLine)]
    groups = [
        group
        for group in rejoin(group_records(told, clusters, Slots(book)), pairs)
        if is_worth_telling(group) or bear_on(lines, (t.record for t in group.tellings), parties)
    ]
    built = [build_claim(story.id, one, context) for one in (*clusters, *groups)]
    said = [path for b in built if b.claim.about == "statement" for path in b.paths]
    related = relate_claims([b.claim for b in built], told, _latest(own), parties, book)
    rivals = tuple(find_rivals(tellings, book))
    claims = with_rivals(related, rivals)
    return _Found(
        claims=claims,
        sources=(*reuse.edges, *find_edges(tellings, clusters, parties)),
        caveats=(
            *dropped_attributions(said),
            *_unnamed(own, tellings, context),
            *nothing_new(own, claims),
            *against_their_text(own, tellings, parties, book),
            *contradicting_themselves(rivals),
        ),
    )


def _latest(ledgers: Sequence[Ledger]) -> str | None:
    """The day or instant of the newest article that is dated."""
    dates = (ledger.article.published for ledger in ledgers)
    return max((when.start for when in dates if when and when.start), default=None)


def _edge(edge: SourceEdge) -> tuple[str, str, str]:
    return edge.article, edge.source, edge.how


def _unnamed(
    ledgers: Sequence[Ledger], tellings: Sequence[Telling], context: Context
) -> Sequence[Caveat]:
    found = []
    by_article: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_article[telling.statement.article].append(telling)
    for ledger in ledgers:
        if _has(ledger, "source_not_named"):
            continue
        own = by_article[ledger.article.id]
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
