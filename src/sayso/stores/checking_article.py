"""Whether an article's rows are as they must be: each record alone, and all of them together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Table

from sayso.errors import SpanError
from sayso.model.collation import LedgerUnion
from sayso.model.finding import everybody, spans_of
from sayso.model.ids import record_id
from sayso.model.ledger import Caveat, Event, RedLine, Statement, Transfer
from sayso.model.reading import Ledger
from sayso.model.text import Article
from sayso.stores import Flaw
from sayso.stores.rows import ARTICLE, PARTS, Row, article_row, child_rows
from sayso.stores.tables import CHILDREN, actors, articles, declared, mentions, parties, records

# An article's rows by the name of their table, in their order.
Rows = Mapping[str, Sequence[Any]]


def check_article(row: Any, rows: Rows) -> Iterator[Flaw]:
    """The flaws of one article's row and of those that hang on it.

    Where one of them cannot be read, what they say together is not looked at.
    """
    try:
        article = ARTICLE.decode(row.record)
    except msgspec.DecodeError as error:
        yield Flaw(table=str(articles.name), id=row.id, what=f"no record: {error}")
        return
    if hashlib.sha256(article.text.encode()).hexdigest() != article.text_sha256:
        yield Flaw(table=str(articles.name), id=row.id, what="text_sha256 is not its text's")
    flaws = [*_gaps(article, row, rows)]
    found: dict[str, list[Any]] = defaultdict(list)
    for name, part in PARTS.items():
        for child in rows.get(name, ()):
            try:
                found[name].append(part(article, child))
            except (msgspec.DecodeError, SpanError) as error:
                label = getattr(child, "id", f"{article.id}/{child.position}")
                flaws.append(Flaw(table=str(name), id=label, what=f"no record: {error}"))
    yield from flaws
    if flaws:
        return
    ledger = Ledger(article=article, **{name: tuple(found[name]) for name in PARTS})
    yield from different(articles, row.id, row, article_row(ledger, row.version, row.written))
    yield from _children(ledger, rows)
    for record in ledger.records:
        yield from _record(record, ledger)
    known = {actor.id for actor in ledger.actors}
    named = [(mentions.name, one.actor.id) for one in ledger.mentions if one.actor]
    named += [(declared.name, party.actor) for party in ledger.declared if party.actor]
    for name, key in named:
        if key not in known:
            yield Flaw(table=str(name), id=article.id, what=f"there is no actor {key}")


def different(table: Table, key: str, row: Any, wanted: Row) -> Iterator[Flaw]:
    """The columns that are not what the record says."""
    for name, value in wanted.items():
        if getattr(row, name) != value:
            yield Flaw(table=str(table.name), id=key, what=f"{name} is not what its record says")


def _gaps(article: Article, row: Any, rows: Rows) -> Iterator[Flaw]:
    """Rows that are missing, or too many."""
    for name in PARTS:
        held = [child.position for child in rows.get(name, ())]
        number = getattr(row, name)
        if held != list(range(number)):
            what = f"{len(held)} of {number} {name} are there"
            yield Flaw(table=str(name), id=article.id, what=what)


def _children(ledger: Ledger, rows: Rows) -> Iterator[Flaw]:
    """Rows are compared with those that the ledger would have now."""
    wanted: dict[str, dict[tuple[int, ...], Row]] = defaultdict(dict)
    for name, one in child_rows(ledger):
        wanted[name][_place(name, one)] = one
    for table in CHILDREN:
        held = {_place(table.name, row._asdict()): row for row in rows.get(table.name, ())}
        for place in sorted({*held, *wanted[table.name]}):
            label = "/".join(map(str, (ledger.article.id, *place)))
            if place not in held:
                yield Flaw(table=str(table.name), id=label, what="it is not there")
            elif place not in wanted[table.name]:
                yield Flaw(table=str(table.name), id=label, what="nothing says that it is there")
            else:
                row = held[place]
                label = row.id if table in {records, actors} else label
                yield from different(table, label, row, wanted[table.name][place])


def _place(name: str, row: Any) -> tuple[int, ...]:
    return (row["record"], row["position"]) if name == parties.name else (row["position"],)


def _record(record: LedgerUnion, ledger: Ledger) -> Iterator[Flaw]:
    for what in (*_of_itself(record, ledger.article), *_references(record, ledger)):
        yield Flaw(table=str(records.name), id=record.id, what=what)


def _of_itself(record: LedgerUnion, article: Article) -> Iterator[str]:
    if record_id(record) != record.id:
        yield "its id is not its content's"
    if record.article != article.id:
        yield "it names another article"
    if not record.spans and not isinstance(record, Caveat):
        yield "it has no evidence"
    for span in spans_of(record):
        where = f"the span {span.start}-{span.end} of {span.part}"
        try:
            same = span.article == article.id and span == article.span(
                span.start, span.end, span.part
            )
        except SpanError:
            yield f"{where} lies outside"
        else:
            if not same:
                yield f"{where} is not its text"


def _references(record: LedgerUnion, ledger: Ledger) -> Iterator[str]:
    known = {one.id: type(one) for one in ledger.records}
    said = record.statement if isinstance(record, Event | RedLine) else None
    if said is not None and known.get(said) is not Statement:
        yield f"there is no statement {said}"
    if isinstance(record, Transfer):
        for leg in record.next_legs:
            if known.get(leg) is not Transfer:
                yield f"there is no transfer {leg}"
    if isinstance(record, Caveat):
        if record.about is not None and record.about not in {*known, ledger.article.id}:
            yield f"what it is about, {record.about}, is not there"
    else:
        there = {actor.id for actor in ledger.actors}
        for key in sorted({party.actor for party in everybody(record) if party.actor} - there):
            yield f"there is no actor {key}"
