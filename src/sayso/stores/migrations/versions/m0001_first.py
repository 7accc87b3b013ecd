"""The first tables: articles with their captures, what was read of them, and what could not be read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None


def _words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "quarantines",
        sa.Column("path", _words(), nullable=False),
        sa.Column("sha256", _words(), nullable=True),
        sa.Column("reason", _words(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_quarantines")),
    )
    op.create_table(
        "versions",
        sa.Column("id", _words(), nullable=False),
        sa.Column("sayso", _words(), nullable=False),
        sa.Column("extractors", _words(), nullable=False),
        sa.Column("rules", _words(), nullable=False),
        sa.Column("books", _words(), nullable=False),
        sa.Column("model", _words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
    )
    op.create_table(
        "articles",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", _words(), nullable=False),
        sa.Column("text_sha256", _words(), nullable=False),
        sa.Column("source_id", _words(), nullable=True),
        sa.Column("version_of", _words(), nullable=True),
        sa.Column("path", _words(), nullable=True),
        sa.Column("url", _words(), nullable=True),
        sa.Column("outlet", _words(), nullable=True),
        sa.Column("title", _words(), nullable=True),
        sa.Column("published_start", _words(), nullable=True),
        sa.Column("published_end", _words(), nullable=True),
        sa.Column("language", _words(), nullable=True),
        sa.Column("version", _words(), nullable=False),
        sa.Column("written", _words(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_articles_version_versions")
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
    )
    op.create_index(op.f("ix_articles_outlet"), "articles", ["outlet"], unique=False)
    op.create_index(
        op.f("ix_articles_published_start"), "articles", ["published_start"], unique=False
    )
    op.create_index(op.f("ix_articles_text_sha256"), "articles", ["text_sha256"], unique=False)
    op.create_index(op.f("ix_articles_url"), "articles", ["url"], unique=False)
    op.create_index(op.f("ix_articles_version"), "articles", ["version"], unique=False)
    op.create_table(
        "actors",
        sa.Column("article", _words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", _words(), nullable=False),
        sa.Column("type", _words(), nullable=False),
        sa.Column("name", _words(), nullable=False),
        sa.Column("country", _words(), nullable=True),
        sa.Column("record", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name=op.f("fk_actors_article_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "position", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_id"), "actors", ["id"], unique=False)
    op.create_table(
        "captures",
        sa.Column("article", _words(), nullable=False),
        sa.Column("path", _words(), nullable=False),
        sa.Column("url", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name=op.f("fk_captures_article_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "path", "url", name=op.f("pk_captures")),
    )
    op.create_table(
        "declared",
        sa.Column("article", _words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor", _words(), nullable=True),
        sa.Column("name", _words(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name=op.f("fk_declared_article_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "position", name=op.f("pk_declared")),
    )
    op.create_index(op.f("ix_declared_actor"), "declared", ["actor"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("article", _words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", _words(), nullable=False),
        sa.Column("part", _words(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", _words(), nullable=False),
        sa.Column("refers", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name=op.f("fk_mentions_article_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "position", name=op.f("pk_mentions")),
    )
    op.create_table(
        "records",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", _words(), nullable=False),
        sa.Column("article", _words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", _words(), nullable=False),
        sa.Column("modality", _words(), nullable=False),
        sa.Column("when_start", _words(), nullable=True),
        sa.Column("when_end", _words(), nullable=True),
        sa.Column("first_day", _words(), nullable=True),
        sa.Column("last_day", _words(), nullable=True),
        sa.Column("record", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name=op.f("fk_records_article_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_records")),
        sa.UniqueConstraint("article", "position", name=op.f("uq_records_article_position")),
    )
    op.create_index(op.f("ix_records_id"), "records", ["id"], unique=False)
    op.create_index(
        op.f("ix_records_kind_first_day"), "records", ["kind", "first_day"], unique=False
    )
    op.create_table(
        "parties",
        sa.Column("article", _words(), nullable=False),
        sa.Column("record", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", _words(), nullable=False),
        sa.Column("actor", _words(), nullable=True),
        sa.Column("name", _words(), nullable=False),
        sa.Column("resolved", _words(), nullable=True),
        sa.Column("role", _words(), nullable=True),
        sa.Column("folded", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "record"],
            ["records.article", "records.position"],
            name=op.f("fk_parties_article_records"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article", "record", "position", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_actor"), "parties", ["actor"], unique=False)


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_parties_actor"), table_name="parties")
    op.drop_table("parties")
    op.drop_index(op.f("ix_records_kind_first_day"), table_name="records")
    op.drop_index(op.f("ix_records_id"), table_name="records")
    op.drop_table("records")
    op.drop_table("mentions")
    op.drop_index(op.f("ix_declared_actor"), table_name="declared")
    op.drop_table("declared")
    op.drop_table("captures")
    op.drop_index(op.f("ix_actors_id"), table_name="actors")
    op.drop_table("actors")
    op.drop_index(op.f("ix_articles_version"), table_name="articles")
    op.drop_index(op.f("ix_articles_url"), table_name="articles")
    op.drop_index(op.f("ix_articles_text_sha256"), table_name="articles")
    op.drop_index(op.f("ix_articles_published_start"), table_name="articles")
    op.drop_index(op.f("ix_articles_outlet"), table_name="articles")
    op.drop_table("articles")
    op.drop_table("versions")
    op.drop_table("quarantines")
