"""docs/store.md tells of every table and column, and of no other."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.stores.tables import metadata

PAGE = Path(__file__).parents[2] / "docs" / "store.md"


def test_every_column_is_documented() -> None:
    told: set[tuple[str, str]] = set()
    table = ""
    for name, columns in re.findall(
        r"^\| (?:`(\w+)`)? ?\| ((?:`\w+`(?:, )?)+) \|", PAGE.read_text(), re.MULTILINE
    ):
        table = name or table
        told |= {(table, column) for column in re.findall(r"\w+", columns)}
    assert told == {
        (table.name, column.name) for table in metadata.sorted_tables for column in table.columns
    }
