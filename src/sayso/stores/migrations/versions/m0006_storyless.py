"""Every article has a row among the sketches, so that those that wait are found without looking at all."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0006"
down_revision = "0005"


def _words() -> TypeEngine[str]:
    """Text that is ordered by code point."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Note all articles that have no sketch, with the day -1."""
    sketches = sa.table(
        "sketches", sa.column("article"), sa.column("day"), sa.column("sketch", sa.LargeBinary)
    )
    articles = sa.table("articles", sa.column("id"))
    op.execute(sketches.update().where(sketches.c.sketch == b"").values(day=-1))
    known = sa.exists().where(sketches.c.article == articles.c.id)
    missing = sa.select(articles.c.id, sa.literal(-1), sa.literal(b"", type_=sa.LargeBinary)).where(
        ~known
    )
    op.execute(sketches.insert().from_select(["article", "day", "sketch"], missing))
    op.create_index(
        "ix_sketches_storyless",
        "sketches",
        ["day", "article"],
        sqlite_where=sa.text("story IS NULL"),
        postgresql_where=sa.text("story IS NULL"),
    )
    _make_terms_anew(with_rowid=False)


def downgrade() -> None:
    """Drop the index. Rows without a sketch may stay: they are made then."""
    op.drop_index("ix_sketches_storyless", "sketches")
    _make_terms_anew(with_rowid=True)


def _make_terms_anew(*, with_rowid: bool) -> None:
    """SQLite keeps a table without row ids in the order of its key."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.drop_index("ix_story_terms_article", "story_terms")
    op.rename_table("story_terms", "story_terms_before")
    op.create_table(
        "story_terms",
        sa.Column("term", _words(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article", _words(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.id"],
            name="fk_story_terms_article_articles",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("term", "day", "article", name="pk_story_terms"),
        sqlite_with_rowid=with_rowid,
    )
    op.execute("INSERT INTO story_terms SELECT * FROM story_terms_before")
    op.drop_table("story_terms_before")
    op.create_index("ix_story_terms_article", "story_terms", ["article"])
