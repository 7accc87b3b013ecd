"""An index of when articles were written: whether a store has changed is asked for every page."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index."""
    op.create_index(op.f("ix_articles_written"), "articles", ["written"])


def downgrade() -> None:
    """Do without it."""
    op.drop_index(op.f("ix_articles_written"), "articles")
