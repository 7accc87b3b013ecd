"""The index of words: what a search looks up, kept in the same transactions as the articles themselves.

Two tables of one shape, ``article_words`` and ``statement_words``: `rowid` is the key of the article or
record, `words` its words between spaces, `facets` who, which outlet and which months it is found by, each
a word with a mark before it that no word of a text has. SQLite has them as FTS5 tables, PostgreSQL as
tables with a GIN index over a tsvector. The words are Sayso's own (`sayso.model.words`), so that both find
the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
)

from sayso.books.romanised import spelling, system_of
from sayso.model.finding import day_range, days_of, named, parties_of
from sayso.model.ledger import Caveat, Statement
from sayso.model.reading import Ledger
from sayso.model.text import Actor
from sayso.model.words import bare_words
from sayso.stores.ranking import END
from sayso.stores.rows import ACTOR, Row
from sayso.stores.tables import actors, articles, records, spellings

# Apart from the other tables: no two databases make them alike.
_apart = MetaData()


def _table(name: str) -> Table:
    return Table(
        name,
        _apart,
        Column("rowid", Integer, primary_key=True),
        Column("words", Text),
        Column("facets", Text),
    )


article_words = _table("article_words")
statement_words = _table("statement_words")
INDEX = (article_words, statement_words)

WHO, OUTLET, MONTH = "_w", "_o", "_m"
# For what lasts longer than so many months, or is open at an end, instead of a facet for each month.
LONG = f"{MONTH}long"
_MONTHS = 12
# PostgreSQL takes a megabyte of different words of one text: what a greater article has beyond is not found.
_TEXT_BYTES = 700_000
_FACET_BYTES = 300_000
_LONGEST_BYTES = 4 * 64
# So short a word shows no spelling.
_SHORT = 4


def index_words(connection: Connection, ledgers: Iterable[Ledger], insert_new: Any) -> None:
    """Take in the words of articles that are there with their records, and are not in the index."""
    of_articles: list[Row] = []
    of_statements: list[Row] = []
    of_names: dict[tuple[str, str], Row] = {}
    for ledger in ledgers:
        names = _names(ledger)
        of_articles.append(_article_row(ledger, names))
        of_statements += _statement_rows(ledger, names)
        for name in spelt(ledger.actors):
            of_names[name] = {"key": name[0], "word": name[1]}
    if of_articles:
        key = select(articles.c.key).where(articles.c.id == bindparam("of"))
        connection.execute(_insert(article_words, key), of_articles)
    if of_statements:
        key = select(records.c.key).where(
            records.c.article == bindparam("of"), records.c.position == bindparam("at")
        )
        connection.execute(_insert(statement_words, key), of_statements)
    if of_names:
        # Sorted, so that of two writers one waits for the other and never each for each.
        connection.execute(insert_new(spellings), [of_names[name] for name in sorted(of_names)])


def words_of(ledger: Ledger) -> tuple[tuple[str, str], Mapping[int, tuple[str, str]]]:
    """Words and facets that the index must have: of the article, and of its statements by their positions."""
    whole = _article_row(ledger, _names(ledger))
    return (whole["in_text"], whole["besides"]), said_in(ledger)


def said_in(ledger: Ledger) -> Mapping[int, tuple[str, str]]:
    """Words and facets of the statements by their positions."""
    rows = _statement_rows(ledger, _names(ledger))
    return {row["at"]: (row["in_text"], row["besides"]) for row in rows}


def drop_words(connection: Connection, ids: Sequence[str]) -> None:
    """Take articles out of the index while they and their records are still there."""
    keys = select(records.c.key).where(records.c.article.in_(ids))
    connection.execute(delete(statement_words).where(statement_words.c.rowid.in_(keys)))
    keys = select(articles.c.key).where(articles.c.id.in_(ids))
    connection.execute(delete(article_words).where(article_words.c.rowid.in_(keys)))


def names_of(connection: Connection, ids: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The spellings that the actors of articles have brought, as keys and words."""
    held = connection.scalars(select(actors.c.record).where(actors.c.article.in_(ids)))
    return frozenset(spelt(map(ACTOR.decode, held)))


def spelt(named_: Iterable[Actor]) -> Iterator[tuple[str, str]]:
    """Words of people's names with the keys of their spellings, where a name shows its script."""
    for actor in named_:
        if actor.type != "person":
            continue
        for name in (actor.name, *actor.names):
            for word in bare_words(name):
                key = spelling_key(word)
                if key is not None:
                    yield key, word


def spelling_key(word: str) -> str | None:
    """What the spellings of one name have in common; None where its form shows no script."""
    system = system_of(word)
    if len(word) < _SHORT or system == "other":
        return None
    return f"{system} {spelling(word, system)}"


def months(first: str, last: str) -> Iterator[str]:
    """The months from one day to another as facets: ``_m202403``."""
    at, end = _month(first), _month(last)
    while at <= end:
        yield f"{MONTH}{at // 12:04}{at % 12 + 1:02}"
        at += 1


def months_between(first: str, last: str) -> int:
    """How many months two days touch."""
    return _month(last) - _month(first) + 1


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _insert(table: Table, key: Any) -> Any:
    return insert(table).values(
        rowid=key.scalar_subquery(), words=bindparam("in_text"), facets=bindparam("besides")
    )


def _names(ledger: Ledger) -> list[list[str]]:
    """For each record what its parties are called; nothing for a caveat."""
    return [
        [] if isinstance(record, Caveat) else list(map(named, parties_of(record)))
        for record in ledger.records
    ]


def _article_row(ledger: Ledger, names: Iterable[Iterable[str]]) -> Row:
    article = ledger.article
    every = [name for actor in ledger.actors for name in (actor.name, *actor.names)]
    every += (name for of_record in names for name in of_record)
    words = [*bare_words(article.title or ""), END, *bare_words(article.text)]
    return {
        "of": article.id,
        "in_text": line(_within(words)),
        "besides": facets(article.outlet, every, days_of(article.published)),
    }


def _statement_rows(ledger: Ledger, names: Sequence[Iterable[str]]) -> Iterator[Row]:
    for position, record in enumerate(ledger.records):
        if not isinstance(record, Statement):
            continue
        words: list[str] = []
        for span in record.content:
            words += [*([END] if words else ()), *bare_words(span.text)]
        days = day_range(record, ledger.article)
        yield {
            "of": ledger.article.id,
            "at": position,
            "in_text": line(_within(words)),
            "besides": facets(ledger.article.outlet, names[position], days),
        }


def facets(outlet: str | None, names: Iterable[str], days: tuple[str, str] | None) -> str:
    """What a text is found by beside its words, as the index has it: no space before the first."""
    found = {WHO + word for name in set(names) for word in bare_words(name)}
    found |= {OUTLET + word for word in bare_words(outlet or "")}
    if days is not None:
        short = months_between(*days) <= _MONTHS
        found |= set(months(*days)) if short else {LONG}
    return "".join(f"{facet} " for facet in _within(sorted(found), _FACET_BYTES))


def line(words: Iterable[str]) -> str:
    """Each word between spaces."""
    return " " + "".join(f"{word} " for word in words)


def _within(words: list[str], room: int = _TEXT_BYTES) -> list[str]:
    """The words up to where all different ones together would not have room (in bytes)."""
    if len(words) * _LONGEST_BYTES <= room:
        return words
    seen: set[str] = set()
    for number, word in enumerate(words):
        if word not in seen:
            seen.add(word)
            room -= len(word.encode()) + 2
            if room < 0:
                return words[:number]
    return words
