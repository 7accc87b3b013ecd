"""What meets a question, by the index of words.

All hits would have to be read to be ranked, and a common word has hundreds of thousands: so those that the
store took in last are ranked, a number of them, and a page is there at once however many there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from sayso.model.ledger import Statement
from sayso.stores.asking import Among, Hit, Hits, Phrase, Question, Term
from sayso.stores.dialect import Dialect
from sayso.stores.index import (
    LONG,
    OUTLET,
    WHO,
    article_words,
    months,
    months_between,
    statement_words,
)
from sayso.stores.ranking import COMMON, best_first
from sayso.stores.rows import ARTICLE
from sayso.stores.selecting import END_OF_DAY
from sayso.stores.standing import Judged, one_has_all
from sayso.stores.tables import articles, parties, records, spellings

# Hits that are ranked: what can be read and weighed in some milliseconds.
RANKED = 300
# More months are not asked for one by one.
_MOST_MONTHS = 48

_STATEMENT = msgspec.json.Decoder(Statement)


def find(
    connection: Connection,
    dialect: Dialect,
    among: Among,
    question: Question,
    *,
    limit: int,
    offset: int,
) -> Hits:
    """The hits from `offset` on, at most `limit`; statements as people have judged them."""
    index = article_words if among == "articles" else statement_words
    facets = tuple(_facets(connection, among, question))
    query = select(index.c.rowid, index.c.words).where(
        dialect.meets(index, (*question.terms, *facets), question.without)
    )
    query = _dated(query, among, question).order_by(index.c.rowid.desc()).limit(RANKED + 1)
    texts: list[tuple[int, str]] = [(row[0], row[1]) for row in connection.execute(query).all()]
    more = len(texts) > RANKED
    texts = texts[:RANKED]
    by_hand: dict[int, Hit] = {}
    if among == "statements":
        if len(question.who) > 1:
            fitting = _by_one_party(connection, [key for key, _ in texts], question.who)
            texts = [(key, words) for key, words in texts if key in fitting]
        judged = Judged(connection)
        of_judged = judged.among([key for key, _ in texts])
        texts = [(key, words) for key, words in texts if key not in of_judged]
        touched = judged.changed().union(of_judged.values())
        # Keys that no record has; of equals those come last.
        for key, one in enumerate(judged.standing(touched, question, facets), 1):
            by_hand[-key] = one.hit
            texts.append((-key, one.words))
    # How rare the only term is, is the same for all.
    held_by = {
        term: _held_by(connection, dialect, index, term) if len(question.terms) > 1 else 1
        for term in question.terms
    }
    ranked = best_first(texts, question.terms, held_by, titled=among == "articles")
    page = ranked[offset : offset + limit]
    found = by_hand | _hits(connection, among, [key for key in page if key > 0])
    return Hits(hits=tuple(found[key] for key in page), ranked=len(ranked), more=more)


def spelt_like(connection: Connection, keys: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """For each key of a spelling the words of people's names that have it."""
    query = select(spellings.c.key, spellings.c.word).where(spellings.c.key.in_(sorted(keys)))
    found: dict[str, list[str]] = {}
    for key, word in connection.execute(query):
        found.setdefault(key, []).append(word)
    return {key: tuple(sorted(found[key])) for key in sorted(found)}


def _held_by(connection: Connection, dialect: Dialect, index: Any, term: Term) -> int:
    """About how many have a term, each word counted up to a bound; a phrase is as rare as its rarest word.

    To count phrases, all that has their words would have to be read.
    """
    return sum(
        min(_held(connection, dialect, index, word) for word in _words(phrase))
        for phrase in term.phrases
    )


def _words(phrase: Phrase) -> Iterator[Phrase]:
    *whole, last = dict.fromkeys(phrase.words)
    yield from (Phrase((word,)) for word in whole)
    yield Phrase((last,), phrase.open)


def _held(connection: Connection, dialect: Dialect, index: Any, phrase: Phrase) -> int:
    some = select(index.c.rowid).where(dialect.meets(index, [Term((phrase,))], ())).limit(COMMON)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


def _facets(connection: Connection, among: Among, question: Question) -> Iterator[Term]:
    """What else a hit must have in the index: people, outlet and time."""
    for term in question.who:
        yield Term(tuple(_marked(WHO, phrase) for phrase in term.phrases))
    for word in question.outlet:
        yield _one(OUTLET + word)
    if question.since is not None or question.until is not None:
        # An end that is open is that of all records.
        first = question.since or _day(connection, among, last=False) or question.until
        last = question.until or _day(connection, among, last=True) or question.since
        if first is not None and last is not None:
            touched = months_between(first, max(first, last))
            if touched <= _MOST_MONTHS:
                facets = (*months(first, max(first, last)), LONG)
                yield Term(tuple(Phrase((facet,)) for facet in facets))


def _day(connection: Connection, among: Among, *, last: bool) -> str | None:
    """The first or the last day on which one of them begins."""
    kept: ColumnElement[bool]
    if among == "articles":
        column, kept = articles.c.published_start, articles.c.published_start.is_not(None)
    else:
        column = records.c.first_day
        kept = and_(records.c.kind == "statement", column.is_not(None))
    order = column.desc() if last else column.asc()
    day: str | None = connection.scalar(select(column).where(kept).order_by(order).limit(1))
    return day and day[:10]


def _one(facet: str) -> Term:
    return Term((Phrase((facet,)),))


def _marked(mark: str, phrase: Phrase) -> Phrase:
    return Phrase(tuple(mark + word for word in phrase.words), phrase.open)


def _dated(query: Select[Any], among: Among, question: Question) -> Select[Any]:
    if question.since is None and question.until is None:
        return query
    if among == "articles":
        first, last = articles.c.published_start, articles.c.published_end
        query = query.join(articles, articles.c.key == article_words.c.rowid)
    else:
        first, last = records.c.first_day, records.c.last_day
        query = query.join(records, records.c.key == statement_words.c.rowid)
    # Either end may be open, and what has neither is not dated at all.
    query = query.where(or_(first.is_not(None), last.is_not(None)))
    if question.since is not None:
        query = query.where(or_(last.is_(None), last >= question.since))
    if question.until is not None:
        query = query.where(or_(first.is_(None), first <= question.until + END_OF_DAY))
    return query


def _by_one_party(
    connection: Connection, keys: Sequence[int], who: Sequence[Term]
) -> frozenset[int]:
    """The statements in which one party has all the words."""
    query = (
        select(records.c.key, parties.c.name, parties.c.resolved, parties.c.role)
        .join(
            parties,
            and_(parties.c.article == records.c.article, parties.c.record == records.c.position),
        )
        .where(records.c.key.in_(keys))
    )
    found = set()
    for key, *names in connection.execute(query):
        if one_has_all(" ".join(filter(None, names)), who):
            found.add(key)
    return frozenset(found)


def _hits(connection: Connection, among: Among, keys: Sequence[int]) -> dict[int, Hit]:
    """The articles or statements of these keys."""
    if among == "articles":
        query = select(articles.c.key, articles.c.record).where(articles.c.key.in_(keys))
        return {key: Hit(article=ARTICLE.decode(one)) for key, one in connection.execute(query)}
    joined = (
        select(records.c.key, articles.c.record, records.c.record)
        .join(articles, articles.c.id == records.c.article)
        .where(records.c.key.in_(keys))
    )
    return {
        key: Hit(article=ARTICLE.decode(article), statement=_STATEMENT.decode(record))
        for key, article, record in connection.execute(joined)
    }
