"""The index of words, filled from the articles that are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.types import TypeEngine

revision = "0003"
down_revision = "0002"

_INDEXED = {"article_words": "articles", "statement_words": "records"}


def _words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the index, and take in what is there."""
    op.create_table(
        "spellings",
        sa.Column("key", _words(), nullable=False),
        sa.Column("word", _words(), nullable=False),
        sa.PrimaryKeyConstraint("key", "word", name=op.f("pk_spellings")),
    )
    for name, of in _INDEXED.items():
        if context.get_context().dialect.name == "sqlite":
            op.execute(
                f"CREATE VIRTUAL TABLE {name} USING fts5(words, facets, "
                "tokenize = \"ascii tokenchars '_'\")"
            )
        else:
            op.execute(
                f"CREATE TABLE {name} (rowid integer PRIMARY KEY REFERENCES {of} (key) "
                'ON DELETE CASCADE, words text COLLATE "C" NOT NULL, facets text NOT NULL, '
                "terms tsvector GENERATED ALWAYS AS "
                "(array_to_tsvector(string_to_array(btrim(words || facets), ' '))) STORED)"
            )
            op.execute(
                f"CREATE INDEX ix_{name}_terms ON {name} USING gin (terms) WITH (fastupdate = off)"
            )
    _fill()


def _fill() -> None:
    from sayso.stores.filling import fill_index

    fill_index(op.get_bind())


def downgrade() -> None:
    """Drop the index."""
    for name in reversed(_INDEXED):
        op.drop_table(name)
    op.drop_table("spellings")
