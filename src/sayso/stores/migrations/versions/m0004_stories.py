"""Stories, and what they are found by; they are filled by whoever reads or asks next."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"


def _words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _of_article(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_articles")
    return sa.ForeignKeyConstraint([column], ["articles.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "stories",
        sa.Column("id", _words(), nullable=False),
        sa.Column("title", _words(), nullable=False),
        sa.Column("first", _words(), nullable=True),
        sa.Column("last", _words(), nullable=True),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_index(op.f("ix_stories_last"), "stories", ["last"])
    op.create_table(
        "story_changes",
        sa.Column("before", _words(), nullable=False),
        sa.Column("after", _words(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("at", _words(), nullable=False),
        sa.PrimaryKeyConstraint("before", "after", name=op.f("pk_story_changes")),
    )
    op.create_index(op.f("ix_story_changes_after"), "story_changes", ["after"])
    op.create_table(
        "story_scale",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rules", _words(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("scale", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_scale")),
    )
    op.create_table(
        "sketches",
        sa.Column("article", _words(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.Column("story", _words(), nullable=True),
        sa.Column("was", _words(), nullable=True),
        _of_article("sketches", "article"),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_sketches")),
    )
    op.create_index(op.f("ix_sketches_story"), "sketches", ["story"])
    op.create_index(op.f("ix_sketches_was"), "sketches", ["was"])
    op.create_table(
        "story_terms",
        sa.Column("term", _words(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article", _words(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        _of_article("story_terms", "article"),
        sa.PrimaryKeyConstraint("term", "day", "article", name=op.f("pk_story_terms")),
    )
    op.create_index(op.f("ix_story_terms_article"), "story_terms", ["article"])
    op.create_table(
        "story_links",
        sa.Column("article", _words(), nullable=False),
        sa.Column("other", _words(), nullable=False),
        sa.Column("likeness", sa.Double(), nullable=False),
        _of_article("story_links", "article"),
        _of_article("story_links", "other"),
        sa.PrimaryKeyConstraint("article", "other", name=op.f("pk_story_links")),
    )
    op.create_index(op.f("ix_story_links_other"), "story_links", ["other"])


def downgrade() -> None:
    """Drop the tables."""
    for name in (
        "story_links",
        "story_terms",
        "sketches",
        "story_scale",
        "story_changes",
        "stories",
    ):
        op.drop_table(name)
