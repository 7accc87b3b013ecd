"""Records as rows: facets, order, pages, and the same as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from litestar.response import Response

from sayso.desk.library import Portion
from sayso.desk.showing import CSV, Asked, Desk, with_query
from sayso.desk.words import day_of
from sayso.neutral import as_cell
from sayso.search.filters import Filter

ON_A_PAGE = 50
# In the query: a page of rows, and a portion of the stories.
PAGE, PART = "page", "part"
_MOST_VALUES = 12


class Value(NamedTuple):
    """What stands in a cell; `href` leads on from it."""

    text: str
    href: str | None = None


class Row(NamedTuple):
    """One row: a value for each column, the facets' values by name, and what the row is sorted by."""

    cells: tuple[Value, ...]
    facets: Mapping[str, str]
    keys: tuple[str, ...]
    record: msgspec.Struct


class Column(NamedTuple):
    """A column with the address that sorts by it, and how it is sorted now."""

    name: str
    href: str
    sorted: str | None


class Choice(NamedTuple):
    """A value of a facet: how many rows have it, and the address that asks for it or no more."""

    value: str
    number: int
    href: str
    chosen: bool


class Facet(NamedTuple):
    """A facet with its commonest values; `more` is how many others there are."""

    name: str
    choices: tuple[Choice, ...]
    more: int


class Neighbours(NamedTuple):
    """The addresses of what comes before and after."""

    before: str | None
    after: str | None


class PageLinks(NamedTuple):
    """Where one page of many begins, and the addresses of its neighbours."""

    number: int
    pages: int
    total: int
    first: int
    before: str | None
    after: str | None


class Table(NamedTuple):
    """One page of rows."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    facets: tuple[Facet, ...]
    links: PageLinks
    as_csv: str


def show_table(
    request: Asked,
    desk: Desk,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Row],
    stories: Portion,
) -> Response[bytes]:
    """The page of a table as HTML, JSON or CSV, with the rows of these stories.

    Of the query, ``sort`` is a column's number (``-`` before it: the other way round), ``page`` a page, and
    a facet's name a value of it. In JSON and CSV there are all rows of these stories that meet the facets.
    """
    held = list(rows)
    names = list(dict.fromkeys(name for row in held for name in row.facets))
    wanted = {name: request.query_params[name] for name in names if name in request.query_params}
    found = [row for row in held if all(row.facets.get(k) == v for k, v in wanted.items())]
    at, backwards = _order(request, len(columns))
    if at is not None:
        # Empty values stand last, whichever way round.
        found.sort(key=lambda row: row.keys[at], reverse=backwards)
        found.sort(key=lambda row: not row.keys[at])
    if request.query_params.get("as") == "csv":
        return desk.keep(request, _csv(columns, found).encode("utf-8"), CSV)
    pages = page_links(request, len(found), ON_A_PAGE)
    table = Table(
        columns=tuple(_column(request, i, name, at, backwards) for i, name in enumerate(columns)),
        rows=tuple(found[pages.first : pages.first + ON_A_PAGE]),
        facets=tuple(_facet(request, name, held, wanted) for name in names),
        links=pages,
        as_csv=with_query(request, {"as": "csv", PAGE: None}),
    )
    records = list({id(row.record): row.record for row in found}.values())
    return desk.show(
        request,
        "table.html",
        records,
        title=title,
        table=table,
        stories=stories,
        parts=links(request, PART, stories.number, stories.portions),
        wanted=asked_filter(request),
    )


def asked_filter(request: Asked) -> Filter:
    """What ``who``, ``about``, ``since`` and ``until`` ask for; UsageError where one is no day."""
    given = {name: request.query_params.get(name) or None for name in Filter.__struct_fields__}
    for name in ("since", "until"):
        given[name] = day_of(given[name])
    return Filter(**given)


def page_links(request: Asked, total: int, size: int, name: str = PAGE) -> PageLinks:
    """The page that was asked for as ``?page=N`` (from 1; what is no page is the nearest one).

    `name` is what the query calls a page.
    """
    pages = max(1, -(-total // size))
    number = min(pages, numbered(request, name))
    return PageLinks(
        number, pages, total, (number - 1) * size, *links(request, name, number, pages)
    )


def numbered(request: Asked, name: str) -> int:
    """A number of the query, from 1; 1 where it is none."""
    given = request.query_params.get(name, "")
    return max(1, int(given)) if given.isascii() and given.isdigit() else 1


def links(request: Asked, name: str, number: int, whole: int) -> Neighbours:
    """The addresses of the neighbours of what the query calls `name`; the pages of a part begin anew."""
    anew = {PAGE: None} if name == PART else {}
    return Neighbours(
        with_query(request, {name: str(number - 1), **anew}) if number > 1 else None,
        with_query(request, {name: str(number + 1), **anew}) if number < whole else None,
    )


def _order(request: Asked, columns: int) -> tuple[int | None, bool]:
    given = request.query_params.get("sort", "")
    number = given.removeprefix("-")
    known = number.isascii() and number.isdigit() and int(number) < columns
    return (int(number), given.startswith("-")) if known else (None, False)


def _column(request: Asked, number: int, name: str, at: int | None, backwards: bool) -> Column:
    again = at == number and not backwards
    href = with_query(request, {"sort": f"-{number}" if again else str(number), PAGE: None})
    now = ("descending" if backwards else "ascending") if at == number else None
    return Column(name, href, now)


def _facet(request: Asked, name: str, rows: Sequence[Row], wanted: Mapping[str, str]) -> Facet:
    """The values of a facet, counted over the rows that meet all the others."""
    others = {key: value for key, value in wanted.items() if key != name}
    counts = Counter(
        row.facets[name]
        for row in rows
        if name in row.facets and all(row.facets.get(k) == v for k, v in others.items())
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = ranked[:_MOST_VALUES]
    chosen = wanted.get(name)
    if chosen is not None and chosen not in dict(shown):
        shown.append((chosen, counts.get(chosen, 0)))
    return Facet(
        name,
        tuple(
            Choice(
                value,
                number,
                with_query(request, {name: None if value == chosen else value, PAGE: None}),
                value == chosen,
            )
            for value, number in shown
        ),
        max(0, len(ranked) - _MOST_VALUES),
    )


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*columns, "address"])
    for row in rows:
        href = next((cell.href for cell in row.cells if cell.href), "")
        writer.writerow([*(as_cell(cell.text) for cell in row.cells), href])
    return out.getvalue()
