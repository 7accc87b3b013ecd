"""Addresses, schema and migrations, on both databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from briefs.dispute import dispute
from sayso.errors import NoStore, StoreError
from sayso.stores import Store, open_store
from sayso.stores.asking import Hits, Phrase, Question, Term
from sayso.stores.opening import SCHEMA, current, migrate, open_engine
from sayso.stores.tables import metadata
from stores.shelf import batch


def test_the_migrations_make_the_tables_that_the_code_knows(address: str) -> None:
    engine, _, _ = open_engine(address, create=True)
    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_no_index}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def _is_no_index(name: str | None, kind: str, _: object) -> bool:
    """The index of words is made in the database's own way; SQLite keeps it in tables of its own."""
    return kind != "table" or not (name or "").startswith(("article_words", "statement_words"))


def test_an_older_store_is_given_its_index_when_it_is_opened(address: str) -> None:
    with open_store(address, create=True) as store:
        store.write(batch(*dispute()))
        wanted = found(store)
        assert wanted.ranked > 0
    engine, _, _ = open_engine(address, create=False)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection, "0001")
        assert not inspect(connection).has_table("article_words")
    engine.dispose()
    with open_store(address) as store:
        assert found(store) == wanted
        assert store.spelt_like(["cyrillic x"]) == {}


def found(store: Store) -> Hits:
    herring = Term((Phrase(("herring",)),))
    return store.search("statements", Question(terms=(herring,)), limit=10)


def test_migrations_go_back_and_forth_with_data_in_the_tables(address: str) -> None:
    with open_store(address, create=True) as store:
        store.write(batch(*dispute()))
    engine, _, _ = open_engine(address, create=False)
    with engine.execution_options(writes=True).begin() as connection:
        assert current(connection) == SCHEMA
        migrate(connection, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()
    with pytest.raises(NoStore):
        open_store(address)
    with open_store(address, create=True) as store:
        assert store.write(batch(*dispute())).new == 4
        assert store.counts()["articles"] == 4


def test_each_migration_goes_back_and_forth_and_keeps_what_was_read(address: str) -> None:
    with open_store(address, create=True) as store:
        store.write(batch(*dispute()))
        before = msgspec.json.encode(list(store.ledgers()))
    engine, _, _ = open_engine(address, create=False)
    config = Config()
    config.set_main_option("script_location", "sayso.stores:migrations")
    *older, first = (one.revision for one in ScriptDirectory.from_config(config).walk_revisions())
    assert older[0] == SCHEMA
    for revision in (*older[1:], first):
        with engine.execution_options(writes=True).begin() as connection:
            migrate(connection, revision)
            assert current(connection) == revision
    engine.dispose()
    with open_store(address) as store:
        assert msgspec.json.encode(list(store.ledgers())) == before
        assert list(store.check()) == []


def test_the_store_of_a_newer_sayso_is_refused_and_left_as_it_is(address: str) -> None:
    engine, _, _ = open_engine(address, create=True)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for create in (False, True):
        with pytest.raises(StoreError, match=r"newer Sayso.*9999.*install that Sayso"):
            open_store(address, create=create)
    with engine.connect() as connection:
        assert current(connection) == "9999"
    engine.dispose()


def test_where_there_is_no_store_none_is_made_unasked(address: str, tmp_path: Path) -> None:
    with pytest.raises(NoStore, match=r"`sayso read PATH\.\.\.` makes one"):
        open_store(address)
    assert list(tmp_path.glob("*.sqlite*")) == []


def test_a_path_is_an_address(tmp_path: Path) -> None:
    path = tmp_path / "new" / "news.sqlite"
    with open_store(str(path), create=True) as store:
        assert store.address == f"sqlite:///{path}"
    with open_store(f"sqlite:///{path}") as store:
        assert store.counts()["articles"] == 0


def test_a_file_that_is_no_store_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear all, this is no database. " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(str(path), create=True)
    assert path.read_text().startswith("Dear all")


def test_tables_of_somebody_else_are_no_store(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id TEXT)")
    with pytest.raises(NoStore):
        open_store(str(path))
    with pytest.raises(StoreError, match="another program"):
        open_store(str(path), create=True)


def test_a_password_is_never_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"postgresql://ann:secret@/news?host={tmp_path}")
    assert "secret" not in str(caught.value)
    assert "ann:***@" in str(caught.value)


@pytest.mark.parametrize("address", ["mysql://ann:secret@db/news", "sqlite://", "://x"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(NoStore, match=r"no address of a store") as caught:
        open_store(address)
    assert "secret" not in str(caught.value)
