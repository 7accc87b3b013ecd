"""A store of any size: what a store holds, copied into its past again and again.

Straight into the tables, since to find the stories of a million articles one by one takes hours. A copy has
other ids and earlier dates; its words are the same, and so are its sketches, which nobody asks for that is so
much later. What full text is searched by is not copied.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from base64 import b32encode
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

# The columns of each table that have ids or dates.
AGED = {
    "articles": ("id", "published_start", "published_end", "record"),
    "records": ("id", "article", "record"),
    "parties": ("article", "actor"),
    "actors": ("article", "id", "record"),
    "sketches": ("article", "story"),
    "story_terms": ("article",),
    "story_links": ("article", "other"),
    "stories": ("id", "first", "last", "record"),
}
_PART = re.compile(r"\b([a-z]+)_([a-z2-7]{26})\b|\b\d{4}-\d\d-\d\d\b")
_SHORT = 40
_PRAGMAS = ("journal_mode=WAL", "synchronous=OFF", "cache_size=-1000000", "temp_store=MEMORY")


def copy_into_past(store: Path, original: Path, copies: range, days: int) -> None:
    """Add copies of a SQLite store to another one: number `n` is `n` times so many days older."""
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("ATTACH ? AS original", [str(original)])
        for number in copies:
            connection.create_function("aged", 1, _aged(number, days), deterministic=True)
            connection.execute("BEGIN")
            for table in AGED:
                connection.execute(_copying(connection, table), {"days": number * days})
            connection.execute("COMMIT")


def set_count(store: Path, articles: int) -> None:
    """Take how usual words are as counted among so many articles."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE story_scale SET articles = ?", [articles])


def _copying(connection: sqlite3.Connection, table: str) -> str:
    listed = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
    names = [name for (name,) in listed if name != "key"]
    columns = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(_value(table, name) for name in names)
    return f"INSERT INTO main.{table} ({columns}) SELECT {values} FROM original.{table}"  # noqa: S608


def _value(table: str, name: str) -> str:
    if name == "day":
        return '"day" - :days'
    return f'aged("{name}")' if name in AGED[table] else f'"{name}"'


def _aged(number: int, days: int) -> Callable[[str | None], str | None]:
    """Text with other ids, and with dates that are so many times so many days earlier."""
    back = timedelta(days=number * days)
    known: dict[str, str] = {}

    def age(match: re.Match[str]) -> str:
        kind, one = match.groups()
        if kind is None:
            return (date.fromisoformat(match.group()) - back).isoformat()
        head = hashlib.sha256(f"{number} {one}".encode()).digest()[:16]
        return f"{kind}_{b32encode(head).decode().rstrip('=').lower()}"

    def aged(text: str | None) -> str | None:
        if text is None:
            return None
        if text in known:
            return known[text]
        made = _PART.sub(age, text)
        if len(text) < _SHORT:
            known[text] = made
        return made

    return aged
