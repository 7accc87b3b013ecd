"""How each article came by a claim, and the links that it left out where other articles' words prove them.

A link is proven only by quoted words: the article repeats words that another one quotes from the same
person through a newsroom, and all who quote them name the same newsroom. A later article that shares no
quoted words may rest on another occasion, so nothing is recovered there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sayso.books.accounts import AccountBook
from sayso.collate.clusters import Ties
from sayso.collate.likeness import Quoted
from sayso.collate.parties import Parties
from sayso.collate.sourcing import Source
from sayso.collate.tellings import Telling
from sayso.collate.witnesses import is_present, is_published, told_room
from sayso.model.collation import OriginPath
from sayso.model.text import Party, Span

Way = tuple[str, str | None]


class Recovered(NamedTuple):
    """The links that one telling left out, and the words (of other articles) that prove them."""

    parties: tuple[Party, ...]
    spans: tuple[Span, ...]


class Path(NamedTuple):
    """One article's path to an origin, and the telling that shows it best."""

    told: OriginPath
    telling: Telling


def named_ways(tellings: Iterable[Telling], parties: Parties, book: AccountBook) -> frozenset[Way]:
    """The pairs of article and speaker for which the article says anywhere how it knows.

    A newsroom that is named once for a speaker stands for all that the article has of him.
    """
    return frozenset(
        (telling.statement.article, telling.who)
        for telling in tellings
        if names_way(telling, parties, book)
    )


def find_paths(
    source: Source, ties: Ties, ways: frozenset[Way], parties: Parties
) -> tuple[Path, ...]:
    """One path per article that tells of this origin, by article. `ties` are those of quoted words."""
    articles = sorted({telling.statement.article for telling in source.tellings})
    by_article: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in source.tellings:
        by_article[telling.statement.article].append(telling)
    return tuple(
        _path(article, by_article[article], source, ties, ways, parties) for article in articles
    )


def _path(
    article: str,
    own: Sequence[Telling],
    source: Source,
    ties: Ties,
    ways: frozenset[Way],
    parties: Parties,
) -> Path:
    best = min(
        own, key=lambda t: (-len(parties.newsrooms(t.statement)), -len(t.statement.chain), t.key)
    )
    found = Recovered((), ())
    named = any((article, telling.who) in ways for telling in own)
    if not named:
        found = _recover(own, source, ties, parties)
    told = OriginPath(
        article=article,
        chain=best.statement.chain,
        evidence=tuple(span for telling in own for span in telling.evidence),
        left_out=found.parties,
        recovered=found.spans,
        way="named" if named else ("recovered" if found.parties else "not_named"),
    )
    return Path(told, best)


def names_way(telling: Telling, parties: Parties, book: AccountBook) -> bool:
    """True where an article says how it knows: a newsroom, a publication, or its own presence."""
    statement = telling.statement
    return bool(
        parties.newsrooms(statement)
        or told_room(statement, parties, book)
        or is_published(statement, book)
        or (parties.house(statement.article) and is_present(statement, parties, book))
    )


def _recover(own: Sequence[Telling], source: Source, ties: Ties, parties: Parties) -> Recovered:
    rest = {telling.key: telling for telling in source.tellings}
    proofs: list[tuple[Telling, Quoted]] = []
    for telling in own:
        shared = [
            (other, quoted)
            for other, quoted in ties.get(telling.key, ())
            if other.key in rest and other.statement.article != telling.statement.article
        ]
        # Who renders the words otherwise shares fewer of them, and is not where they come from.
        most = max((quoted.content for _, quoted in shared), default=0)
        proofs.extend(one for one in shared if one[1].content == most)
    with_way = [(other, quoted) for other, quoted in proofs if parties.newsrooms(other.statement)]
    rooms = {_room(other, parties) for other, _ in with_way}
    own_rooms = {actor.id for t in own if (actor := parties.outlet(t.statement.article))}
    if len(rooms) != 1 or rooms & own_rooms:
        return Recovered((), ())
    links = [link.party for link in parties.newsrooms(with_way[0][0].statement) if link.party]
    if all(telling.statement.speaker is None for telling in own) and source.party is not None:
        links.append(source.party)
    here = {telling.statement.article for telling in own}
    spans = {
        (span.article, span.part, span.start, span.end): span
        for _, quoted in with_way
        for span in (quoted.left, quoted.right)
        if span.article not in here
    }
    return Recovered(tuple(links), tuple(spans[key] for key in sorted(spans)))


def _room(telling: Telling, parties: Parties) -> str:
    """The newsroom nearest to the speaker: the one that recorded it."""
    party = parties.newsrooms(telling.statement)[-1].party
    actor = parties.actor(party)
    return actor.id if actor else (party.name.casefold() if party else "")
