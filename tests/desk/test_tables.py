"""CSV that no spreadsheet executes."""

from __future__ import annotations

import csv
import io

import pytest

from sayso.desk.tables import Row, Value, _csv
from sayso.model.collation import Story


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\u202e=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    record = Story(id="story_a", title="t", articles=())
    row = Row((Value(text, "/here"),), {}, (text,), record)
    [_, told] = csv.reader(io.StringIO(_csv(["Words"], [row])))
    assert not told[0].startswith(("=", "+", "-", "@", "\t"))
    assert told[1] == "/here"
