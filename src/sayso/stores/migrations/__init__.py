"""The history of the tables, for Alembic. A revision is a number of four digits, one after another."""
