"""A store of any size: what a store holds, copied into its past many times.

Straight into the tables, since to find the stories of a million articles one by one takes hours. Copied are the
articles and all that stories are found by, with other ids and earlier days; not what the articles say (records,
actors, full text). Sketches stand as they are: nobody reads one that is so much older.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

# The columns of each table that have ids.
IDS = {
    "articles": ("id",),
    "sketches": ("article", "story"),
    "story_terms": ("article",),
    "story_links": ("article", "other"),
    "stories": ("id",),
}
_DATES = ("published_start", "published_end", "first", "last")
# Another id of the same kind for each of a hundred copies: its letters turned around by some, behind one more.
_OTHER = """
substr({0}, 1, instr({0}, '_')) || char(97 + number / 26)
|| substr({0}, instr({0}, '_') + 1 + number % 26)
|| substr({0}, instr({0}, '_') + 1, number % 26)"""
_PRAGMAS = ("synchronous=OFF", "cache_size=-2000000", "temp_store=MEMORY")


def copy_into_past(store: Path, original: Path, copies: range, days: int) -> None:
    """Add copies of a SQLite store to another one: number `n` is `n` times so many days older.

    The indexes are made anew when all is there, which is much quicker.
    """
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("ATTACH ? AS original", [str(original)])
        connection.execute("CREATE TEMP TABLE copies (number INTEGER PRIMARY KEY)")
        numbers = [(number,) for number in copies]
        connection.executemany("INSERT INTO copies VALUES (?)", numbers)
        indexes = connection.execute(
            "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX main."{name}"')
        for table in IDS:
            connection.execute(_copying(connection, table), {"days": days})
        for _, made in indexes:
            connection.execute(made)


def set_count(store: Path, articles: int) -> None:
    """Take how usual words are as counted among so many articles."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE story_scale SET articles = ?", [articles])


def _copying(connection: sqlite3.Connection, table: str) -> str:
    """Each row of the original with all its copies after it: so they come where they belong in a table."""
    listed = connection.execute("SELECT name FROM pragma_table_info(?, 'original')", [table])
    names = [name for (name,) in listed if name != "key"]
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(_value(table, name) for name in names)
    return (
        f"INSERT INTO main.{table} ({columns}) "  # noqa: S608 (names of our own tables)
        f"SELECT {values} FROM original.{table} CROSS JOIN copies"
    )


def _value(table: str, name: str) -> str:
    if name in IDS[table]:
        return _OTHER.format(f'"{name}"')
    if name == "day":
        return '"day" - number * :days'
    return f"date(\"{name}\", (-number * :days) || ' days')" if name in _DATES else f'"{name}"'
