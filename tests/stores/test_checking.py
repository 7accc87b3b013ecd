"""A store that is as it must be has no flaw; whatever is broken by hand is named, and left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, text

from briefs.dispute import dispute, wire
from sayso.errors import StoreError
from sayso.model.collation import Footing, Judgement
from sayso.model.ids import with_id
from sayso.model.ledger import Quarantine
from sayso.stores import Store, open_store
from sayso.stores.checking import check_store
from sayso.stores.dialect import Dialect
from sayso.stores.opening import open_engine
from sayso.stores.tables import metadata
from stores.shelf import batch

RECORD = wire().records[0]
JUDGEMENT = with_id(
    Judgement(
        id="",
        left=RECORD.id,
        verdict="wrong",
        reason="misread",
        author="ida",
        at="2025-06-01T12:00:00+00:00",
        on=(
            Footing(
                record=RECORD.id, about="statement", article=RECORD.article, spans=RECORD.spans
            ),
        ),
    )
)
UNFIT = msgspec.structs.replace(RECORD, article="article_other")


@pytest.fixture
def full(store: Store) -> Store:
    quarantine = Quarantine(path="cut.txt", reason="cut off", bytes=3, sha256="00" * 32)
    store.write(msgspec.structs.replace(batch(*dispute()), quarantines=(quarantine,)))
    store.judge(JUDGEMENT)
    return store


@contextmanager
def unguarded(address: str) -> Iterator[tuple[Connection, Dialect]]:
    """A connection on which nothing is held back that Sayso would never do; it is never committed."""
    engine, dialect, _ = open_engine(address, create=False)
    try:
        with engine.execution_options(outside=True).connect() as connection:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            else:
                connection.execute(text("SET session_replication_role = replica"))
            connection.commit()
            yield connection.execution_options(outside=False), dialect
    finally:
        engine.dispose()


def test_nothing_is_wrong_with_what_sayso_writes(full: Store) -> None:
    assert list(full.check()) == []


EDIT = "UPDATE {} SET record = replace(record, :old, :new) WHERE "
FIRST = "article = :article AND position = 0"
RECORDS = EDIT.format("records") + FIRST
PARTY = "(article, record, position, part, name, folded) VALUES (:article, {}, 9, 'p', 'N', 'n')"
TOMB = "(article, text_sha256, author, at) VALUES (:article, '0', 'ida', '2025')"


BREAKS = (
    (RECORDS, '"asserted"', '"denied"', "records", "its id is not"),
    (RECORDS, '"text":"', '"text":"x', "records", "is not its text"),
    (RECORDS, '"end":', '"end":99', "records", "lies outside"),
    (RECORDS, "{", "(", "records", "no record"),
    (RECORDS, '"kind":', '"mood":1,"kind":', "records", "no record"),
    (RECORDS, '"actor":"', '"actor":"x', "records", "there is no actor"),
    ("UPDATE records SET modality = 'denied' WHERE FIRST", "", "", "records", "modality"),
    ("UPDATE records SET last_day = '1999' WHERE FIRST", "", "", "records", "last_day"),
    ("UPDATE records SET id = 'statement_x' WHERE FIRST", "", "", "records", "id is not"),
    ("DELETE FROM records WHERE FIRST", "", "", "records", "2 of 3 records are there"),
    ("DELETE FROM records WHERE position = 2", "", "", "records", "2 of 3 records are there"),
    ("UPDATE parties SET actor = 'x' WHERE FIRST", "", "", "parties", "actor is not"),
    ("DELETE FROM parties WHERE FIRST", "", "", "parties", "it is not there"),
    (f"INSERT INTO parties {PARTY.format(0)}", "", "", "parties", "nothing says"),
    (f"INSERT INTO parties {PARTY.format(77)}", "", "", "parties", "hangs on nothing"),
    ("UPDATE actors SET country = 'XXX' WHERE FIRST", "", "", "actors", "country"),
    ("DELETE FROM articles WHERE id = :article", "", "", "records", "hangs on nothing"),
    ("UPDATE articles SET outlet = 'Other'", "", "", "articles", "outlet is not"),
    (EDIT.format("articles") + "id = :article", "harsh", "soft", "articles", "text_sha256"),
    ("UPDATE articles SET version = 'gone'", "", "", "articles", "its version is not there"),
    ("DELETE FROM captures WHERE article = :article", "", "", "articles", "no capture"),
    ("UPDATE captures SET path = 'zoo/' || path", "", "", "articles", "smallest"),
    ("UPDATE article_words SET words = ' other '", "", "", "article_words", "index does not"),
    ("DELETE FROM statement_words", "", "", "statement_words", "index does not"),
    (
        "INSERT INTO statement_words (rowid, words, facets) VALUES (9999, ' stray ', '')",
        "",
        "",
        "statement_words",
        "not there",
    ),
    ("UPDATE quarantines SET reason = 'fine'", "", "", "quarantines", "reason is not"),
    ("UPDATE judgements SET verdict = 'same'", "", "", "judgements", "verdict is not"),
    (EDIT.format("judgements") + "1 = 1", "misread", "well", "judgements", "its id is not"),
    ("DELETE FROM judged", "", "", "judged", "stands on"),
    (f"INSERT INTO tombstones {TOMB}", "", "", "records", "of a forgotten article"),
)


def test_what_is_broken_is_named_and_left_as_it_is(full: Store, address: str) -> None:
    missed = []
    with unguarded(address) as (connection, dialect):
        for statement, old, new, table, what in BREAKS:
            values = {"old": old, "new": new, "article": RECORD.article}
            query = statement.replace("FIRST", FIRST)
            used = {name: value for name, value in values.items() if f":{name}" in query}
            assert connection.execute(text(query), used).rowcount, query
            before = dump(connection)
            found = list(check_store(connection, dialect.broken))
            assert dump(connection) == before
            connection.rollback()
            if not any(flaw.table == table and what in flaw.what for flaw in found):
                missed.append((statement, found))
    assert not missed
    assert list(full.check()) == []


def dump(connection: Connection) -> list[str]:
    return sorted(
        str(row) for table in metadata.sorted_tables for row in connection.execute(table.select())
    )


def test_a_statement_that_is_not_there_is_missed(store: Store) -> None:
    [said, *rest] = wire().records
    store.write(batch(msgspec.structs.replace(wire(), records=(UNFIT, *rest))))
    found = [flaw for flaw in store.check() if flaw.table == "records"]
    assert {flaw.what for flaw in found} >= {
        "it names another article",
        "its id is not its content's",
    }
    assert {flaw.id for flaw in found} == {said.id}


def test_a_broken_file_is_the_only_thing_told(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    with open_store(str(path), create=True) as store:
        store.write(batch(*dispute()))
        store.cleanse()
        [root] = [*page_of(store, "ix_records_id")]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 + 12 : root * 4096] = bytes(4096 - 12)
    path.write_bytes(content)
    with open_store(str(path)) as store:
        found = list(store.check())
    assert found
    assert {flaw.table for flaw in found} == {"database"}
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError):
        open_store(str(path))


def page_of(store: Store, name: str) -> Iterator[int]:
    engine, _, _ = open_engine(store.address, create=False)
    with engine.connect() as connection:
        query = text("SELECT rootpage FROM sqlite_master WHERE name = :name")
        yield from connection.scalars(query, {"name": name})
    engine.dispose()
