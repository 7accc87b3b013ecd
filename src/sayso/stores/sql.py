"""The store in a SQL database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DBAPIError

from sayso.errors import StoreError
from sayso.model.collation import Judgement, Story
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import EVERYTHING, Batch, Flaw, Forgotten, Selection, Tombstone, Written
from sayso.stores.asking import Among, Hits, Question
from sayso.stores.checking import check_store
from sayso.stores.dialect import Dialect
from sayso.stores.erasing import erase_words
from sayso.stores.forgetting import buried, bury, find_articles, tombstone_of
from sayso.stores.gathering import Shelf
from sayso.stores.index import INDEX
from sayso.stores.judging import locate, read_judgements, write_judgement
from sayso.stores.loading import AT_A_TIME, load, load_batches, load_quarantines
from sayso.stores.opening import told
from sayso.stores.searching import find, spelt_like
from sayso.stores.selecting import MANY, chosen, parted
from sayso.stores.state import state_of
from sayso.stores.stories import are_waiting, find_stories, load_stories
from sayso.stores.tables import articles, captures, metadata, quarantines, records
from sayso.stores.writing import write_batch

_TRIES = 5


class SqlStore:
    """Sayso's tables in SQLite or PostgreSQL.

    `dialect` is what the database does its own way, `address` where it is, as it is shown.
    """

    def __init__(self, engine: Engine, dialect: Dialect, address: str) -> None:
        self._engine = engine
        self._writes = engine.execution_options(writes=True)
        self._dialect = dialect
        self.address = address

    def write(self, batch: Batch) -> Written:
        """Write a batch: all of it, or (where anything fails) nothing."""
        with told(self.address):
            for _ in range(_TRIES - 1):
                try:
                    return self._write(batch)
                except DBAPIError as error:
                    if error.orig is None or not self._dialect.is_collision(error.orig):
                        raise
            return self._write(batch)

    def known(self, articles_: Collection[str]) -> Mapping[str, str]:
        """Those of the article ids that are there, each with the id of the version that read it."""
        found: dict[str, str] = {}
        with told(self.address), self._engine.connect() as connection:
            for ids in parted(sorted(articles_), MANY):
                query = select(articles.c.id, articles.c.version).where(articles.c.id.in_(ids))
                found.update((key, version) for key, version in connection.execute(query))
        return found

    def ledgers(self, selection: Selection = EVERYTHING) -> Iterator[Ledger]:
        """The ledgers that are wanted, as one moment has them: by day of publication, then by id."""
        with told(self.address), self._snapshot() as connection:
            for ids in parted(chosen(connection, selection), AT_A_TIME):
                yield from load(connection, ids, selection)

    def articles(self, selection: Selection = EVERYTHING) -> tuple[str, ...]:
        """The ids of the articles that are wanted, in the same order."""
        with told(self.address), self._snapshot() as connection:
            return tuple(chosen(connection, selection))

    def batches(self) -> Iterator[Batch]:
        """All that is there, as one moment has it, for another store to take over."""
        with told(self.address), self._snapshot() as connection:
            yield from load_batches(connection)

    def quarantines(self) -> Iterator[Quarantine]:
        """What could not be read and has not been read since, by path."""
        with told(self.address), self._snapshot() as connection:
            yield from load_quarantines(connection)

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement. The records that it is about stay as they are."""
        with told(self.address), self._writes.begin() as connection:
            write_judgement(connection, self._dialect.insert_new, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """All that were made by hand, in the order in which they were made."""
        with told(self.address), self._engine.connect() as connection:
            return read_judgements(connection)

    def find(self, given: str) -> tuple[str, ...]:
        """The ids of articles: by id, or the beginning of it, by path or by address."""
        with told(self.address), self._engine.connect() as connection:
            return find_articles(connection, given)

    def locate(self, given: str) -> tuple[tuple[str, str], ...]:
        """Records and actors by their id or the beginning of it, at most some: each with an article."""
        with told(self.address), self._engine.connect() as connection:
            return locate(connection, given)

    def forget(self, tombstone: Tombstone) -> Forgotten:
        """Delete the article that a tombstone names, with all that was made of it. The tombstone stays."""
        with told(self.address), self._writes.begin() as connection:
            erase_words(connection, self._dialect, [tombstone.article])
            return bury(connection, self._dialect, tombstone)

    def forgotten(self, articles_: Collection[str]) -> frozenset[str]:
        """Those of the article ids that were forgotten."""
        with told(self.address), self._engine.connect() as connection:
            return buried(connection, articles_)

    def tombstone(self, article: str) -> Tombstone | None:
        """What is left of an article that was forgotten."""
        with told(self.address), self._engine.connect() as connection:
            return tombstone_of(connection, article)

    def cleanse(self) -> None:
        """Take the words of what was deleted out of the files, as far as the database lets us."""
        with told(self.address):
            reason = self._dialect.cleanse(self._engine, (*metadata.tables.values(), *INDEX))
        if reason is not None:
            raise StoreError(f"the store at {self.address}: {reason}; run the same command again")

    def check(self) -> Iterator[Flaw]:
        """Everything that is not as it must be. Nothing is repaired."""
        with told(self.address), self._snapshot() as connection:
            yield from check_store(connection, self._dialect.broken)

    def state(self) -> str:
        """A text that is another one after any article was written or forgotten, or anything judged."""
        with told(self.address), self._snapshot() as connection:
            return state_of(connection)

    def counts(self) -> Mapping[str, int]:
        """How many there are: articles, captures, quarantined inputs, and records of each kind."""
        kinds = select(records.c.kind, func.count()).group_by(records.c.kind)
        with told(self.address), self._snapshot() as connection:
            whole = {
                table.name: connection.scalar(select(func.count()).select_from(table)) or 0
                for table in (articles, captures, quarantines)
            }
            return whole | dict(
                sorted((kind, number) for kind, number in connection.execute(kinds))
            )

    def search(self, among: Among, question: Question, *, limit: int, offset: int = 0) -> Hits:
        """What meets a question, the best first, from `offset` on and at most `limit`."""
        with told(self.address), self._snapshot() as connection:
            return find(connection, self._dialect, among, question, limit=limit, offset=offset)

    def spelt_like(self, keys: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """For each key of a spelling the words of people's names that have it."""
        with told(self.address), self._snapshot() as connection:
            return spelt_like(connection, keys)

    def stories(self, ids: Collection[str] | None = None) -> Iterator[Story]:
        """These stories, or all of them, by id."""
        with told(self.address), self._snapshot() as connection:
            yield from load_stories(connection, ids)

    def find_stories(self, given: str) -> tuple[str, ...]:
        """The ids of stories by an id, or the beginning of one; for one of the past, what it became."""
        with told(self.address), self._snapshot() as connection:
            return find_stories(connection, given)

    def waiting(self, rules: str) -> bool:
        """Whether there are articles in no story yet that was made by these rules."""
        with told(self.address), self._snapshot() as connection:
            return are_waiting(connection, rules)

    @contextmanager
    def gathering(self) -> Iterator[Shelf]:
        """The stories to be worked on: alone, and all of it is kept or nothing."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with told(self.address), self._writes.begin() as connection:
            self._dialect.lock_schema(connection)
            yield Shelf(connection, self._dialect.insert_new, now)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, batch: Batch) -> Written:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        with self._writes.begin() as connection:
            return write_batch(connection, self._dialect, batch, now)

    def _snapshot(self) -> Connection:
        """A connection on which all that is read is of one moment."""
        return self._dialect.snapshot(self._engine)
