"""Sheets: what is written is read back, in each form that coders send; what is wrong is named."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.audits.sheets import Row, read_sheet, sheet
from sayso.errors import UsageError
from sayso.neutral import neutral

HEADER = "id,stratum,population,by,verdict\n"


def row(**fields: str) -> Row:
    values = dict.fromkeys(("article", "title", "claim", "words", "context"), "")
    return Row(
        **{**values, "id": "event_1", "stratum": "event AID", "by": "events 1", **fields},
        population=7,
    )


def put(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sheet"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sheet_is_read_back(tmp_path: Path) -> None:
    rows = (row(verdict="right", words='two\nlines, "quoted"'), row(id="event_2"))
    for text in (sheet(rows), "".join(msgspec.json.encode(one).decode() + "\n" for one in rows)):
        first, second = read_sheet(put(tmp_path, text))
        assert (first.id, first.stratum, first.population, first.by) == (
            "event_1",
            "event AID",
            7,
            "events 1",
        )
        assert (first.verdict, second.verdict) == ("right", None)


@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_as_spreadsheets_write_it(tmp_path: Path, comma: str) -> None:
    text = "\ufeff" + (HEADER + "event_1,event AID,7,events 1, Wrong \r\n").replace(",", comma)
    [one] = read_sheet(put(tmp_path, text))
    assert (one.id, one.verdict) == ("event_1", "wrong")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(start: str) -> None:
    [line] = csv.DictReader(io.StringIO(sheet([row(words=f"{start}1+1")]), newline=""))
    assert line["words"] == f"'{start}1+1"


@given(st.text())
def test_every_cell_survives(words: str) -> None:
    [line] = csv.DictReader(io.StringIO(sheet([row(words=words)]), newline=""))
    assert line["words"].removeprefix("'") == neutral(words).replace("\r", " ").removeprefix("'")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has no rows"),
        (HEADER, "has no rows"),
        ("id,verdict\nevent_1,right\n", "line 2: no stratum, population, by"),
        (HEADER + "event_1,event AID,7,events 1,yes\n", "line 2: 'yes' is none of right"),
        (HEADER + "event_1,event AID,many,events 1,right\n", "line 2: Expected `int`"),
        (HEADER + 2 * "event_1,event AID,7,events 1,right\n", "line 3: event_1 stands twice"),
        (HEADER + '"event_1,event AID,7,events 1,right\n', "line 1: unexpected end"),
        ('{"id": 1', "line 1: "),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_sheet(put(tmp_path, text))


def test_a_sheet_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        read_sheet(tmp_path / "nowhere.csv")
