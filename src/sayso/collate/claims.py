"""Claims: what several records say in common, with the origins that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, cast

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Cluster, Key, Ties, quoted_ties
from sayso.collate.independence import Ground, all_pairs, count_origins, judge_pair, shared_words
from sayso.collate.occasions import Occasions, find_occasions
from sayso.collate.parties import Parties
from sayso.collate.paths import Path, Way, find_paths
from sayso.collate.reuse import Reuse
from sayso.collate.sourcing import Source, find_sources
from sayso.collate.tellings import Telling
from sayso.collate.timing import time_difference
from sayso.collate.witnesses import count_witnesses, is_published
from sayso.collate.wording import certainty_difference, speaker_differences, wording_differences
from sayso.model.collation import Claim, Difference, Independence, Origin
from sayso.model.ids import content_id, kind_of
from sayso.model.ledger import RedLine, Statement
from sayso.model.text import Party, When

Standing = Literal["single_origin", "corroborated", "contested", "unsourced"]
About = Literal["statement", "event", "redline", "transfer", "policy_change", "relation"]
BETWEEN = " … "


class Context(NamedTuple):
    """What building claims needs to know of the batch."""

    parties: Parties
    reuse: Reuse
    ways: frozenset[Way]
    book: AccountBook


class Built(NamedTuple):
    """A claim and the paths by which its articles came by it."""

    claim: Claim
    paths: tuple[Path, ...]


def build_claim(story: str | None, cluster: Cluster, context: Context) -> Built:
    """The claim of one cluster, counted as docs/origins.md defines it."""
    parties, reuse, _, book = context
    quoted = quoted_ties(cluster)
    denying = _denying(cluster)
    stated = cluster._replace(tellings=tuple(t for t in cluster.tellings if t.key not in denying))
    against = tuple(telling for telling in cluster.tellings if telling.key in denying)
    sources = find_sources(stated.tellings, quoted, parties, reuse.texts)
    grounds = _grounds(sources, cluster, context)
    tally = count_origins(sources, lambda i, j: grounds[i, j].verdict, parties, book)
    occasions = _occasions(sources, quoted, context)
    denials = find_sources(against, quoted, parties, reuse.texts)
    origins, paths = _origins(sources, grounds, quoted, context)
    best = best_told(stated, parties)
    articles = tuple(sorted({telling.statement.article for telling in cluster.tellings}))
    records = tuple(telling.record.id for telling in cluster.tellings)
    claim = Claim(
        id=content_id("claim", [kind_of(best.record), records]),
        story=story,
        about=cast("About", kind_of(best.record)),
        text=BETWEEN.join(span.text for span in best.evidence),
        record=best.record,
        records=records,
        articles=articles,
        origins=origins,
        independent_origins=tally.independent,
        possible_origins=tally.possible,
        witnesses=count_witnesses(stated.tellings, parties, reuse.copies, book),
        occasions=occasions.evident if occasions else None,
        possible_occasions=occasions.possible if occasions else None,
        denials=_origins(denials, _grounds(denials, cluster, context), quoted, context)[0],
        first_reported=_first(articles, parties),
        differences=_differences(sources, cluster, context),
        standing=_standing(tally.independent, bool(denials)),
    )
    return Built(claim, paths)


def _denying(cluster: Cluster) -> frozenset[tuple[str, int, str]]:
    """The tellings that deny what others in the cluster state. Nobody denies what he states himself."""
    opposed = {telling.key for telling in cluster.tellings if telling.negated != telling.denied}
    denied = {telling.key for telling in cluster.tellings if telling.denied}
    if len(denied) == len(cluster.tellings):
        return frozenset()
    people = {
        (a.key if a.key in opposed else b.key)
        for a, b, likeness in cluster.ties
        if not likeness.quoted
        and (a.key in opposed) != (b.key in opposed)
        and _contradict(a, b)
        and a.statement.speaker != b.statement.speaker
    }
    against = denied | people
    stating = {telling.who for telling in cluster.tellings if telling.key not in against}
    if not stating:
        return frozenset()
    return frozenset(
        telling.key
        for telling in cluster.tellings
        if telling.key in against and (telling.who is None or telling.who not in stating)
    )


def _contradict(a: Telling, b: Telling) -> bool:
    """True where one denies what the other says: the deed that both tell, or all of it.

    "Was without" denies no "has no", and "and none was hurt" nothing that the other leaves out.
    """
    if (a.negated != a.lacking, a.denied) == (b.negated != b.lacking, b.denied):
        return False
    return a.denied != b.denied or bool(a.negates & b.stems or b.negates & a.stems)


def _grounds(
    sources: tuple[Source, ...], cluster: Cluster, context: Context
) -> Mapping[tuple[int, int], Ground]:
    """The verdict on every pair of sources, in both orders."""
    parties, reuse, _, book = context
    grounds = {}
    shared = shared_words(sources, cluster)
    for i, j in all_pairs(len(sources)):
        ground = judge_pair(
            sources[i],
            sources[j],
            shared.get((i, j)),
            lambda key: reuse.texts.get(key, key),
            parties,
            book,
        )
        grounds[i, j] = grounds[j, i] = ground
    return grounds


def _occasions(sources: tuple[Source, ...], quoted: Ties, context: Context) -> Occasions | None:
    """The occasions of a claim that one person or institution uttered; else None.

    A state is no second person beside somebody who speaks for it: what is told as the state's own words may be
    another occasion, and only raises the upper bound.
    """
    parties = context.parties
    stating = [one for one in sources if one.stated]
    spoken_for = {principal.actor for one in stating if (principal := _speaks_for(parties, one))}
    speaking = [
        one
        for one in stating
        if (actor := parties.actor(one.party)) is None or actor.id not in spoken_for
    ]
    voices = {telling.voice for source in speaking for telling in source.stated}
    if len(speaking) != 1 or not voices & {"person", "institution"}:
        return None
    found = find_occasions(speaking[0].stated, quoted, parties, context.book)
    return found._replace(possible=found.possible + len(stating) - 1)


def _speaks_for(parties: Parties, source: Source) -> Party | None:
    """The state that a source speaks for, unless it is that state."""
    principal, actor = parties.principal(source.party), parties.actor(source.party)
    if principal is None or principal.actor is None or actor is None:
        return None
    return principal if principal.actor != actor.id else None


def _origins(
    sources: tuple[Source, ...],
    grounds: Mapping[tuple[int, int], Ground],
    quoted: Ties,
    context: Context,
) -> tuple[tuple[Origin, ...], tuple[Path, ...]]:
    parties, _, ways, book = context
    ids = [content_id("origin", [s.key, [t.record.id for t in s.tellings]]) for s in sources]
    origins: list[Origin] = []
    paths: list[Path] = []
    for i, source in enumerate(sources):
        told = find_paths(source, quoted, ways, parties)
        paths.extend(told)
        known = _occasions((source,), quoted, context)
        single = known.evident[0] if known and len(known.evident) == 1 else None
        origins.append(
            Origin(
                id=ids[i],
                party=source.party,
                principal=parties.principal(source.party),
                occasion=single.occasion if single else None,
                when=single.when if single else None,
                primary_held=_primary_held(source, parties, book),
                paths=tuple(path.told for path in told),
                independence=tuple(
                    Independence(
                        origin=ids[j],
                        verdict=grounds[i, j].verdict,
                        ground=grounds[i, j].ground,
                        spans=grounds[i, j].spans,
                    )
                    for j in range(len(sources))
                    if j != i
                ),
            )
        )
    return tuple(origins), tuple(paths)


def _primary_held(source: Source, parties: Parties, book: AccountBook) -> bool:
    """True where an article of the batch is the author's own publication."""
    actor = parties.actor(source.party)
    names = {name.casefold() for name in (actor.name, *actor.names)} if actor else set()
    return any(
        (parties.article(telling.statement.article).outlet or "").casefold() in names
        and is_published(telling.statement, book)
        for telling in source.tellings
    )


def best_told(cluster: Cluster, parties: Parties) -> Telling:
    """The telling with the best-sourced wording: full, quoted, through a newsroom.

    Then the longest of a statement; of another record, whose slots tell it, the shortest. A red line is
    what was said: there a newsroom comes first.
    """

    def rank(telling: Telling) -> tuple[bool, int, bool, bool, bool, int, int, Key]:
        statement = telling.statement
        return (
            isinstance(telling.record, RedLine) and not parties.newsrooms(statement),
            -telling.fullness,
            telling.presupposed,
            telling.voice != "person",
            not parties.newsrooms(statement),
            ("direct", "mixed", "indirect").index(statement.form),
            _length(telling),
            telling.key,
        )

    return min(cluster.tellings, key=rank)


def _length(telling: Telling) -> int:
    length = sum(len(span.text) for span in telling.evidence)
    return -length if isinstance(telling.record, Statement) else length


def _first(articles: tuple[str, ...], parties: Parties) -> When | None:
    dated = [when for key in articles if (when := parties.article(key).published) and when.start]
    return min(dated, key=lambda when: (when.start or "", when.text), default=None)


def _differences(
    sources: tuple[Source, ...], cluster: Cluster, context: Context
) -> tuple[Difference, ...]:
    """Where the words differ: of utterances alone, and of red lines how firm they are."""
    kind = kind_of(cluster.tellings[0].record)
    if kind not in {"statement", "redline"}:
        return ()
    found: list[Difference] = []
    if kind == "statement":
        found.extend(speaker_differences(sources, cluster, context.parties, context.book))
        found.extend(d for one in sources for d in wording_differences(one, context.book))
        dated = [t.dated for one in sources for t in one.tellings if t.dated is not None]
        times = time_difference(dated, context.book)
        found.extend([times] if times else [])
    for source in sources:
        certainty = certainty_difference(source, context.book)
        if certainty is not None:
            found.append(certainty)
    return tuple(sorted(found, key=lambda difference: difference.id))


def _standing(independent: int, denied: bool) -> Standing:
    if denied:
        return "contested"
    standings: tuple[Standing, ...] = ("unsourced", "single_origin", "corroborated")
    return standings[min(independent, 2)]
