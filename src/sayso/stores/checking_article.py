"""Whether an article's rows are as they must be: each record alone, and all of them together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

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


class Checked(NamedTuple):
    """The flaws of an article's rows, and the ledger that they make: None where they make none."""

    flaws: tuple[Flaw, ...]
    ledger: Ledger | None


def check_article(row: Any, rows: Rows) -> Checked:
    """An article's row and those that hang on it.

    Where one of them cannot be read, what they say together is not looked at.
    """
    try:
        article = ARTICLE.decode(row.record)
    except msgspec.DecodeError as error:
        return Checked((_flaw(articles, row.id, f"no record: {error}"),), None)
    unread, ledger = _read(article, row, rows)
    flaws = [*_of_text(article, row), *unread]
    if ledger is not None:
        flaws += _together(ledger, row, rows)
    return Checked(tuple(flaws), ledger)


def _of_text(article: Article, row: Any) -> Iterator[Flaw]:
    if hashlib.sha256(article.text.encode()).hexdigest() != article.text_sha256:
        yield _flaw(articles, row.id, "text_sha256 is not its text's")


def _read(article: Article, row: Any, rows: Rows) -> Checked:
    """The rows as a ledger, unless some are missing, too many, or no records."""
    flaws = [*_gaps(article, row, rows)]
    found: dict[str, list[Any]] = {name: [] for name in PARTS}
    for name, part in PARTS.items():
        for child in rows.get(name, ()):
            try:
                found[name].append(part(article, child))
            except (msgspec.DecodeError, SpanError) as error:
                label = getattr(child, "id", f"{article.id}/{child.position}")
                flaws.append(Flaw(table=str(name), id=label, what=f"no record: {error}"))
    if flaws:
        return Checked(tuple(flaws), None)
    parts = {name: tuple(made) for name, made in found.items()}
    return Checked((), Ledger(article=article, **parts))


def _together(ledger: Ledger, row: Any, rows: Rows) -> Iterator[Flaw]:
    yield from different(articles, row.id, row, article_row(ledger, row.version, row.written))
    yield from _children(ledger, rows)
    there = _There(ledger)
    for record in ledger.records:
        for what in (*_of_itself(record, ledger.article), *_references(record, there)):
            yield _flaw(records, record.id, what)
    named = [(mentions, one.actor.id) for one in ledger.mentions if one.actor]
    named += [(declared, party.actor) for party in ledger.declared if party.actor]
    for table, key in named:
        if key not in there.actors:
            yield _flaw(table, ledger.article.id, f"there is no actor {key}")


def _flaw(table: Table, key: str, what: str) -> Flaw:
    return Flaw(table=str(table.name), id=key, what=what)


def different(table: Table, key: str, row: Any, wanted: Row) -> Iterator[Flaw]:
    """The columns that are not what the record says."""
    if attrgetter(*wanted)(row) == tuple(wanted.values()):
        return
    for name, value in wanted.items():
        if getattr(row, name) != value:
            yield _flaw(table, key, f"{name} is not what its record says")


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
        above = (one["record"],) if name == parties.name else ()
        wanted[name][(*above, one["position"])] = one
    for table in CHILDREN:
        of_table = wanted[table.name]
        held = dict(zip(_places(table, rows), rows.get(table.name, ()), strict=True))
        for place in sorted({*held, *of_table}):
            row = held.get(place)
            if row is None:
                yield _flaw(table, _label(ledger, place), "it is not there")
            elif place not in of_table:
                yield _flaw(table, _label(ledger, place), "nothing says that it is there")
            else:
                label = row.id if table in {records, actors} else _label(ledger, place)
                yield from different(table, label, row, of_table[place])


def _label(ledger: Ledger, place: tuple[int, ...]) -> str:
    return "/".join(map(str, (ledger.article.id, *place)))


def _places(table: Table, rows: Rows) -> Iterator[tuple[int, ...]]:
    for row in rows.get(table.name, ()):
        yield (row.record, row.position) if table is parties else (row.position,)


def _of_itself(record: LedgerUnion, article: Article) -> Iterator[str]:
    if record_id(record) != record.id:
        yield "its id is not its content's"
    if record.article != article.id:
        yield "it names another article"
    if not record.spans and not isinstance(record, Caveat):
        yield "it has no evidence"
    for span in spans_of(record):
        try:
            same = span == article.span(span.start, span.end, span.part)
        except SpanError:
            yield f"the span {span.start}-{span.end} of {span.part} lies outside"
        else:
            if not same:
                yield f"the span {span.start}-{span.end} of {span.part} is not its text"


class _There:
    """What a record may refer to: the article's records, by their types, and its actors."""

    def __init__(self, ledger: Ledger) -> None:
        self.article = ledger.article.id
        self.records = {one.id: type(one) for one in ledger.records}
        self.actors = {actor.id for actor in ledger.actors}


def _references(record: LedgerUnion, there: _There) -> Iterator[str]:
    said = record.statement if isinstance(record, Event | RedLine) else None
    if said is not None and there.records.get(said) is not Statement:
        yield f"there is no statement {said}"
    if isinstance(record, Transfer):
        for leg in record.next_legs:
            if there.records.get(leg) is not Transfer:
                yield f"there is no transfer {leg}"
    if isinstance(record, Caveat):
        about = record.about
        if about is not None and about != there.article and about not in there.records:
            yield f"what it is about, {about}, is not there"
    else:
        named = {party.actor for party in everybody(record) if party.actor}
        for key in sorted(named - there.actors):
            yield f"there is no actor {key}"
