"""Judgements with what they stand on, tombstones of forgotten articles, and how much an article has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0002"
down_revision = "0001"


def _words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


_COUNTED = ("records", "mentions", "actors", "declared")


def upgrade() -> None:
    """Make the tables, and count."""
    for name in _COUNTED:
        number = sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        op.add_column("articles", number)
        counted = sa.table(name, sa.column("article"))
        articles = sa.table("articles", sa.column("id"), sa.column(name))
        found = sa.select(sa.func.count()).where(counted.c.article == articles.c.id)
        op.execute(articles.update().values({name: found.scalar_subquery()}))
    op.create_table(
        "tombstones",
        sa.Column("article", _words(), nullable=False),
        sa.Column("text_sha256", _words(), nullable=False),
        sa.Column("reason", _words(), nullable=True),
        sa.Column("author", _words(), nullable=False),
        sa.Column("at", _words(), nullable=False),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_tombstones")),
    )
    op.create_index(op.f("ix_tombstones_text_sha256"), "tombstones", ["text_sha256"])
    op.create_table(
        "judgements",
        sa.Column("id", _words(), nullable=False),
        sa.Column("left", _words(), nullable=False),
        sa.Column("right", _words(), nullable=True),
        sa.Column("verdict", _words(), nullable=False),
        sa.Column("author", _words(), nullable=False),
        sa.Column("at", _words(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
    )
    op.create_table(
        "judged",
        sa.Column("judgement", _words(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", _words(), nullable=False),
        sa.Column("record", _words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["judgement"],
            ["judgements.id"],
            name=op.f("fk_judged_judgement_judgements"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("judgement", "position", name=op.f("pk_judged")),
    )
    op.create_index(op.f("ix_judged_article"), "judged", ["article"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_index(op.f("ix_judged_article"), table_name="judged")
    op.drop_table("judged")
    op.drop_table("judgements")
    op.drop_index(op.f("ix_tombstones_text_sha256"), table_name="tombstones")
    op.drop_table("tombstones")
    for name in reversed(_COUNTED):
        op.drop_column("articles", name)
