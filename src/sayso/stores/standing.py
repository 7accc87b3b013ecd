"""Statements as people have judged them: a search has them in the place of what was extracted.

The index has the words of what was extracted. What was judged is little beside that, so it is held against a
question here, article by article, when somebody asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from sayso.model.collation import Judgement
from sayso.model.finding import day_range, named, parties_of
from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.model.words import bare_words
from sayso.stores import Selection
from sayso.stores.asking import Hit, Phrase, Question, Term
from sayso.stores.index import said_in
from sayso.stores.judging import read_judgements
from sayso.stores.loading import load
from sayso.stores.tables import articles, records

_STATEMENTS = Selection(kinds=frozenset({"statement"}))


class Standing(NamedTuple):
    """A statement of a judged article that meets a question, with its words as the index would have them."""

    words: str
    hit: Hit


class Judged:
    """The judgements in force that change records, by the articles of the records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_article: defaultdict[str, list[Judgement]] = defaultdict(list)
        made = read_judgements(connection)
        if not made:
            return  # and `collate`, with all that it needs, is not loaded
        from sayso.collate.judged import in_force

        for one in in_force(made):
            if one.verdict in {"wrong", "corrected", "added"}:
                for article in {footing.article for footing in one.on}:
                    self._by_article[article].append(one)

    def changed(self) -> frozenset[str]:
        """The articles with statements that the index does not have: those corrected or added."""
        return frozenset(
            article
            for article, own in self._by_article.items()
            if any(one.verdict != "wrong" for one in own)
        )

    def among(self, keys: Collection[int]) -> Mapping[int, str]:
        """Those of the records (by their keys) that are of judged articles, each with its article."""
        if not self._by_article:
            return {}
        query = select(records.c.key, records.c.article).where(
            records.c.key.in_(keys), records.c.article.in_(sorted(self._by_article))
        )
        return {row.key: row.article for row in self._connection.execute(query)}

    def standing(
        self, ids: Iterable[str], question: Question, facets: Sequence[Term]
    ) -> Iterator[Standing]:
        """The statements of these articles that meet the question, and (in their facets) what narrows it."""
        if not self._by_article:
            return
        from sayso.collate.judged import judge_ledger

        there = select(articles.c.id).where(articles.c.id.in_(sorted(ids))).order_by(articles.c.id)
        held = self._connection.scalars(there).all()
        for ledger in load(self._connection, held, _STATEMENTS):
            judged = judge_ledger(ledger, self._by_article[ledger.article.id]).ledger
            for position, (words, besides) in said_in(judged).items():
                statement = judged.records[position]
                if (
                    isinstance(statement, Statement)
                    and _has(question.terms, words)
                    and not any(_has([term], words) for term in question.without)
                    and _has(facets, f" {besides}")
                    and _is_dated(statement, judged, question)
                    and _has_party(statement, question.who)
                ):
                    yield Standing(words, Hit(article=judged.article, statement=statement))


def one_has_all(names: str, who: Sequence[Term]) -> bool:
    """Whether what somebody is called has a phrase of each term."""
    words = frozenset(bare_words(names))
    return all(any(_stands(phrase, words) for phrase in term.phrases) for term in who)


def _stands(phrase: Phrase, words: Collection[str]) -> bool:
    *whole, last = phrase.words
    return set(whole).issubset(words) and (
        any(word.startswith(last) for word in words) if phrase.open else last in words
    )


def _has(terms: Iterable[Term], line: str) -> bool:
    """Whether words between spaces have one phrase of each term."""
    return all(
        any(
            f" {' '.join(phrase.words)}{'' if phrase.open else ' '}" in line
            for phrase in term.phrases
        )
        for term in terms
    )


def _is_dated(statement: Statement, ledger: Ledger, question: Question) -> bool:
    if question.since is None and question.until is None:
        return True
    days = day_range(statement, ledger.article)
    return (
        days is not None
        and (question.since is None or days[1] >= question.since)
        and (question.until is None or days[0] <= question.until)
    )


def _has_party(statement: Statement, who: Sequence[Term]) -> bool:
    return not who or any(one_has_all(named(party), who) for party in parties_of(statement))
