"""The tables. docs/store.md tells what each column holds; migrations make them.

Text is compared by code point on both databases, so that an order never depends on a locale.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def _article(name: str = "article") -> Column[str]:
    return Column(name, words(), ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


def _position(name: str = "position") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


versions = Table(
    "versions",
    metadata,
    Column("id", words(), primary_key=True),
    Column("sayso", words(), nullable=False),
    Column("extractors", words(), nullable=False),
    Column("rules", words(), nullable=False),
    Column("books", words(), nullable=False),
    Column("model", words(), nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", words(), nullable=False, unique=True),
    Column("text_sha256", words(), nullable=False),
    Column("source_id", words()),
    Column("version_of", words()),
    Column("path", words()),
    Column("url", words()),
    Column("outlet", words()),
    Column("title", words()),
    Column("published_start", words()),
    Column("published_end", words()),
    Column("language", words()),
    Column("version", words(), ForeignKey("versions.id"), nullable=False),
    Column("written", words(), nullable=False),
    Column("record", words(), nullable=False),
    *(
        Column(name, Integer, nullable=False, server_default="0")
        for name in ("records", "mentions", "actors", "declared")
    ),
    Index(None, "published_start"),
    Index(None, "outlet"),
    Index(None, "url"),
    Index(None, "text_sha256"),
    Index(None, "version"),
    Index(None, "written"),
)

captures = Table(
    "captures",
    metadata,
    _article(),
    Column("path", words(), primary_key=True),
    Column("url", words(), primary_key=True),
)

records = Table(
    "records",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", words(), nullable=False),
    Column("article", words(), ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", words(), nullable=False),
    Column("modality", words(), nullable=False),
    Column("when_start", words()),
    Column("when_end", words()),
    Column("first_day", words()),
    Column("last_day", words()),
    Column("record", words(), nullable=False),
    UniqueConstraint("article", "position"),
    Index(None, "id"),
    Index(None, "kind", "first_day"),
)

parties = Table(
    "parties",
    metadata,
    Column("article", words(), primary_key=True),
    _position("record"),
    _position(),
    Column("part", words(), nullable=False),
    Column("actor", words()),
    Column("name", words(), nullable=False),
    Column("resolved", words()),
    Column("role", words()),
    Column("folded", words(), nullable=False),
    ForeignKeyConstraint(
        ["article", "record"], ["records.article", "records.position"], ondelete="CASCADE"
    ),
    Index(None, "actor"),
)

mentions = Table(
    "mentions",
    metadata,
    _article(),
    _position(),
    Column("type", words(), nullable=False),
    Column("part", words(), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", words(), nullable=False),
    Column("refers", words(), nullable=False),
)

actors = Table(
    "actors",
    metadata,
    _article(),
    _position(),
    Column("id", words(), nullable=False),
    Column("type", words(), nullable=False),
    Column("name", words(), nullable=False),
    Column("country", words()),
    Column("record", words(), nullable=False),
    Index(None, "id"),
)

declared = Table(
    "declared",
    metadata,
    _article(),
    _position(),
    Column("actor", words()),
    Column("name", words(), nullable=False),
    Column("record", words(), nullable=False),
    Index(None, "actor"),
)

quarantines = Table(
    "quarantines",
    metadata,
    Column("path", words(), primary_key=True),
    Column("sha256", words()),
    Column("reason", words(), nullable=False),
    Column("record", words(), nullable=False),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("article", words(), primary_key=True),
    Column("text_sha256", words(), nullable=False),
    Column("reason", words()),
    Column("author", words(), nullable=False),
    Column("at", words(), nullable=False),
    Index(None, "text_sha256"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", words(), primary_key=True),
    Column("left", words(), nullable=False),
    Column("right", words()),
    Column("verdict", words(), nullable=False),
    Column("author", words(), nullable=False),
    Column("at", words(), nullable=False),
    Column("record", words(), nullable=False),
)

# What a judgement stands on. An article that is not there does not matter to it.
judged = Table(
    "judged",
    metadata,
    Column("judgement", words(), ForeignKey("judgements.id", ondelete="CASCADE"), primary_key=True),
    _position(),
    Column("article", words(), nullable=False),
    Column("record", words(), nullable=False),
    Index(None, "article"),
)

spellings = Table(
    "spellings",
    metadata,
    Column("key", words(), primary_key=True),
    Column("word", words(), primary_key=True),
)

# Stories are made of what is there; nothing of them goes into another store.
stories = Table(
    "stories",
    metadata,
    Column("id", words(), primary_key=True),
    Column("title", words(), nullable=False),
    Column("first", words()),
    Column("last", words()),
    Column("articles", Integer, nullable=False),
    Column("record", words(), nullable=False),
    Index(None, "last"),
)

story_changes = Table(
    "story_changes",
    metadata,
    Column("before", words(), primary_key=True),
    Column("after", words(), primary_key=True),
    Column("articles", Integer, nullable=False),
    Column("at", words(), nullable=False),
    Index(None, "after"),
)

story_scale = Table(
    "story_scale",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("rules", words(), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("scale", LargeBinary, nullable=False),
)

sketches = Table(
    "sketches",
    metadata,
    _article(),
    Column("day", Integer, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("story", words()),
    Column("was", words()),
    Index(None, "story"),
    Index(None, "was"),
    # Those that wait for a sketch (day -1) or a story, whatever the number of all others.
    Index(
        "ix_sketches_storyless",
        "day",
        "article",
        sqlite_where=text("story IS NULL"),
        postgresql_where=text("story IS NULL"),
    ),
)

story_terms = Table(
    "story_terms",
    metadata,
    Column("term", words(), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    _article(),
    Column("weight", Double, nullable=False),
    Index(None, "article"),
    # An index of its own would have most of a row once more.
    sqlite_with_rowid=False,
)

story_links = Table(
    "story_links",
    metadata,
    _article(),
    _article("other"),
    Column("likeness", Double, nullable=False),
    Index(None, "other"),
)

# What is read of one article beside its own row; those that hang on another come before it.
CHILDREN = (parties, records, mentions, actors, declared)
