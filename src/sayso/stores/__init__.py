"""The store: what was read is kept, each article once, and found again.

``Store`` is the contract. There is one implementation, over SQLite (a file; the default) and PostgreSQL.
An article is known by its content id, so the same bytes at another path are another capture of the same
article. What is written together appears together or not at all, whatever happens on the way; several
processes may write into one store, and whoever reads never waits.

``tables``     the tables and their columns       ``rows``       ledgers to rows and back
``sql``        the implementation                 ``selecting``  which articles and records are wanted
``asking``     what is searched, and hits         ``searching``, ``ranking``   what is found, the best first
``index``      the index of words                 ``filling``, ``erasing``  it is made from what is there; for good without
``opening``    addresses, schema and migrations   ``writing``    one batch in one transaction
``judging``    judgements                         ``standing``   statements as judged, for a search
``forgetting`` articles that must go          ``succession`` corrected versions of articles
``loading``    articles out of the tables          ``stories``, ``gathering``   stories, and articles on their way into them
``checking``   whether all is as it must be       ``sqlite``, ``postgresql``  what databases do differently
``state``      whether anything has changed
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

import msgspec

from sayso.model.collation import Judgement, Story
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores.asking import Among, Hits, Question

if TYPE_CHECKING:
    from sayso.stores.gathering import Shelf


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """What made records: two with the same `id` make the same records of the same article.

    `sayso` is the package's version, `extractors` the versions that the extractors give themselves, by
    name; `rules`, `books` and `model` are digests of the code, the knowledge and the weights that read.
    """

    id: str
    sayso: str
    extractors: Mapping[str, str]
    rules: str
    books: str
    model: str


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """A place where the content of an article was found: a path as it was named, or an address."""

    article: str
    path: str | None
    url: str | None = None


class Tombstone(msgspec.Struct, frozen=True, kw_only=True, tag="tombstone", tag_field="kind"):
    """What stays of an article that was forgotten. `at` is an instant in UTC (ISO 8601)."""

    article: str
    text_sha256: str
    reason: str | None
    author: str
    at: str


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """What is written together: ledgers that `version` made, captures of known articles, quarantines.

    `again`: a ledger takes the place of what the store has of that article; otherwise the first stays.
    Judgements and tombstones are those of another store; a tombstone of what is here does nothing.
    `placed`: `captures` hold every place of the ledgers' articles; otherwise each is also at its own path.
    """

    version: Version
    ledgers: tuple[Ledger, ...] = ()
    captures: tuple[Capture, ...] = ()
    quarantines: tuple[Quarantine, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    again: bool = False
    placed: bool = False


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What writing changed: articles that are new or were made anew, and records by what became of them.

    `forgotten` are articles that stayed out, since they were forgotten or have the text of one that was.
    """

    new: int = 0
    renewed: int = 0
    added: int = 0
    removed: int = 0
    kept: int = 0
    forgotten: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(
            **{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__}
        )


class Forgotten(msgspec.Struct, frozen=True, kw_only=True, tag="forgotten", tag_field="kind"):
    """What went with an article, in numbers. `same_text`: articles that have its text and are still there."""

    article: str
    records: int
    mentions: int
    captures: int
    quarantines: int
    judgements: int
    same_text: int


class Flaw(msgspec.Struct, frozen=True, kw_only=True, tag="flaw", tag_field="kind"):
    """Something in the store that is not as it must be: in which table, of which id, and what."""

    table: str
    id: str
    what: str


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are wanted, and what of them. Every condition narrows; none of them means all.

    `articles` are ids. `published_until` is a day (ISO date; undated articles stay), `written_until` an
    instant in UTC as `Store.write` noted it. `kinds` are of ledger records: then ledgers hold these and
    nothing else of the article's reading. The rest asks for articles with one record (of `kinds`) in which
    a party has all the words `who` (folded) in its name or role, as parts of words too, and whose days
    touch `since` to `until` (ISO dates; undated records stay); the articles in `always` need none. `actors` are
    ids of which an article must name one. `bare`: ledgers hold the article alone.
    """

    articles: Collection[str] | None = None
    published_until: str | None = None
    written_until: str | None = None
    kinds: frozenset[str] | None = None
    who: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    bare: bool = False
    always: Collection[str] = ()
    actors: Collection[str] = ()


EVERYTHING = Selection()


class Store(Protocol):
    """What a store does. StoreError where the database does not."""

    @property
    def address(self) -> str:
        """Where the store is, without a password."""

    def write(self, batch: Batch) -> Written:
        """Write a batch: all of it, or (where anything fails) nothing."""

    def known(self, articles: Collection[str]) -> Mapping[str, str]:
        """Those of the article ids that are there, each with the id of the version that read it."""

    def ledgers(self, selection: Selection = EVERYTHING) -> Iterator[Ledger]:
        """The ledgers that are wanted, as one moment has them: by day of publication, then by id.

        Articles without a date come last. Few are in memory at a time.
        """

    def articles(self, selection: Selection = EVERYTHING) -> tuple[str, ...]:
        """The ids of the articles that are wanted, in the same order."""

    def batches(self) -> Iterator[Batch]:
        """All that is there, as one moment has it: written into an empty store, it is the same again."""

    def quarantines(self) -> Iterator[Quarantine]:
        """What could not be read and has not been read since, by path."""

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement. The records that it is about stay as they are."""

    def judgements(self) -> tuple[Judgement, ...]:
        """All that were made by hand, in the order in which they were made."""

    def find(self, given: str) -> tuple[str, ...]:
        """The ids of articles: by id, or the beginning of it, by path or by address."""

    def locate(self, given: str) -> tuple[tuple[str, str], ...]:
        """Records and actors by their id or the beginning of it, at most some: each with an article."""

    def forget(self, tombstone: Tombstone) -> Forgotten:
        """Delete the article that a tombstone names, with all that was made of it. The tombstone stays."""

    def forgotten(self, articles: Collection[str]) -> frozenset[str]:
        """Those of the article ids that were forgotten."""

    def tombstone(self, article: str) -> Tombstone | None:
        """What is left of an article that was forgotten."""

    def cleanse(self) -> None:
        """Take the words of what was deleted out of the files, as far as the database lets us.

        StoreError where that must be done again, since others are using them.
        """

    def check(self) -> Iterator[Flaw]:
        """Everything that is not as it must be. Nothing is repaired, and few rows are in memory at a time."""

    def state(self) -> str:
        """A text that is another one after any article was written or forgotten, or anything judged."""

    def counts(self) -> Mapping[str, int]:
        """How many there are: articles, captures, quarantined inputs, and records of each kind."""

    def search(self, among: Among, question: Question, *, limit: int, offset: int = 0) -> Hits:
        """What meets a question, the best first, from `offset` on and at most `limit`.

        Statements are as people have judged them: rejected ones are not found, corrected ones as they are now.
        """

    def spelt_like(self, keys: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """For each key of a spelling (``index.spelling_key``) the words of people's names that have it."""

    def stories(self, ids: Collection[str] | None = None) -> Iterator[Story]:
        """These stories, or all of them, by id, as they stand."""

    def find_stories(self, given: str) -> tuple[str, ...]:
        """The ids of stories by an id, or the beginning of one; for one of the past, what it became."""

    def waiting(self, rules: str) -> bool:
        """Whether there are articles in no story yet that was made by these rules."""

    def gathering(self) -> AbstractContextManager[Shelf]:
        """The stories to be worked on: alone, and all of it is kept or nothing."""

    def close(self) -> None:
        """Let go of the database."""

    def __enter__(self) -> Store: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def open_store(address: str, *, create: bool = False) -> Store:
    """The store at an address: ``sqlite:///FILE``, ``postgresql://…``, or the path of a SQLite file.

    A store that an older Sayso made is brought up to date. NoStore where there is none, unless `create`;
    StoreError where it cannot be reached or was made by a newer Sayso.
    """
    from sayso.stores.opening import open_engine
    from sayso.stores.sql import SqlStore

    return SqlStore(*open_engine(address, create=create))
