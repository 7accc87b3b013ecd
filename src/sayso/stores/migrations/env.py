"""What Alembic runs: the migrations on the connection that it is given, in the caller's transaction."""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    # SQLite changes a table by copying it.
    render_as_batch=True,
)
context.run_migrations()
