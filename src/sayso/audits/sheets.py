"""The sheets that coders fill in: how they are written, and how they are read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, get_args

import msgspec

from sayso.errors import UsageError
from sayso.neutral import as_cell

Verdict = Literal["right", "wrong", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


class Row(msgspec.Struct, frozen=True, kw_only=True, tag="audit", tag_field="kind"):
    """One record to be checked. `verdict`, `error` and `note` are the coder's.

    `population` is the number of records in its stratum, of which the sample is a part; `by` the extractor
    and its version; `words` the evidence; `context` the text around it, with the evidence in brackets.
    """

    id: str
    stratum: str
    population: int
    by: str
    article: str
    title: str
    claim: str
    words: str
    context: str
    verdict: str = ""
    error: str = ""
    note: str = ""


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed of a row that was checked; `verdict` is None where it was not."""

    id: str
    stratum: str
    population: int
    by: str
    verdict: Verdict | None


def sheet(rows: Iterable[Row]) -> str:
    """The rows as CSV with a header (RFC 4180, but lines end in a line feed).

    A cell that a spreadsheet would take for a formula gets an apostrophe in front; a carriage return,
    which the csv module leaves unquoted, becomes a space.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Row.__struct_fields__)
    for row in rows:
        writer.writerow(as_cell(str(value)) for value in msgspec.structs.astuple(row))
    return out.getvalue()


def read_sheet(path: Path) -> tuple[Coded, ...]:
    """The rows of a sheet in CSV (with commas, semicolons or tabs) or JSON Lines, in their order.

    UsageError where it cannot be read, lacks a column, has a verdict that is none, or a record twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}") from error
    lines = _json_lines(text, path) if text.lstrip().startswith("{") else _csv_lines(text, path)
    found: dict[str, Coded] = {}
    for number, fields in lines:
        row = _coded(fields, f"{path}, line {number}")
        if row.id in found:
            raise UsageError(f"{path}, line {number}: {row.id} stands twice")
        found[row.id] = row
    if not found:
        raise UsageError(f"{path} has no rows")
    return tuple(found.values())


def _json_lines(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line, type=dict[str, object])
            except msgspec.DecodeError as error:
                raise UsageError(f"{path}, line {number}: {error}") from error


def _csv_lines(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    header = text.partition("\n")[0]
    comma = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        for fields in reader:
            yield reader.line_num, fields
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: {error}") from error


def _coded(fields: Mapping[str, object], place: str) -> Coded:
    lacking = [name for name in Coded.__struct_fields__ if fields.get(name) is None]
    if lacking:
        raise UsageError(f"{place}: no {', '.join(lacking)}")
    verdict = str(fields["verdict"]).strip().casefold()
    try:
        return msgspec.convert(
            {**fields, "population": str(fields["population"]), "verdict": verdict or None},
            type=Coded,
            strict=False,
        )
    except msgspec.ValidationError as error:
        told = f"{verdict!r} is none of {', '.join(VERDICTS)}" if verdict not in VERDICTS else error
        raise UsageError(f"{place}: {told}") from error
