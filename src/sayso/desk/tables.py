"""Records as rows: facets, order, pages."""

from __future__ import annotations

from typing import NamedTuple

from sayso.desk.showing import Asked, with_query


class PageLinks(NamedTuple):
    """Where one page of many begins, and the addresses of its neighbours."""

    number: int
    pages: int
    total: int
    first: int
    before: str | None
    after: str | None


def page_links(asked: Asked, total: int, size: int) -> PageLinks:
    """The page that was asked for as ``?page=N`` (from 1; what is no page is the nearest one)."""
    pages = max(1, -(-total // size))
    given = asked.query_params.get("page", "1")
    number = min(pages, max(1, int(given) if given.isascii() and given.isdigit() else 1))
    return PageLinks(
        number=number,
        pages=pages,
        total=total,
        first=(number - 1) * size,
        before=with_query(asked, {"page": str(number - 1)}) if number > 1 else None,
        after=with_query(asked, {"page": str(number + 1)}) if number < pages else None,
    )
