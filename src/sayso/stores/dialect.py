"""What the store asks of a database beyond SQL that all understand: ``sqlite`` and ``postgresql`` answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Table
from sqlalchemy.engine import URL

from sayso.stores.asking import Term


class Dialect(Protocol):
    """A module of functions."""

    def exists(self, url: URL, /) -> bool:
        """Whether there can be a store at that address."""

    def engine(self, url: URL, /, *, create: bool) -> Engine:
        """Connections to it; those with the execution option ``writes`` are a writer's."""

    def snapshot(self, engine: Engine, /) -> Connection:
        """A connection on which all that is read is of one moment, and nobody waits for it."""

    def insert_new(self, table: Table, /) -> Any:
        """An insert that leaves what is there as it is."""

    def meets(
        self, table: Table, terms: Sequence[Term], without: Sequence[Term], /
    ) -> ColumnElement[bool]:
        """Whether a row of the index has one phrase of each term, and none of those it is to be without."""

    def sweep(self, connection: Connection, /) -> None:
        """See that words which were taken out of the index do not stay in its files."""

    def lock_schema(self, connection: Connection, /) -> None:
        """Keep others from changing tables until the transaction ends."""

    def lock_names(self, connection: Connection, names: Sequence[str], /) -> None:
        """Keep others who lock one of these from going on until the transaction ends."""

    def is_collision(self, error: BaseException, /) -> bool:
        """Whether two writers came in each other's way, so that trying again helps."""

    def cleanse(self, engine: Engine, tables: Sequence[Table], /) -> str | None:
        """Take the words of deleted rows out of the database's files, or say why that cannot be done now."""

    def broken(self, connection: Connection, /) -> Iterator[str]:
        """What the database itself finds wrong with its files."""
