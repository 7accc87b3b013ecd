"""Search over articles and statements."""

from __future__ import annotations

from litestar import get
from litestar.response import Response

from sayso.desk.showing import KEPT, Asked, OurDesk, with_query
from sayso.desk.words import day_of
from sayso.errors import UsageError
from sayso.search.finding import Request, Result, search

_LIMIT = 10


@get("/search", opt=KEPT, sync_to_thread=True)
def show_search(request: Asked, desk: OurDesk) -> Response[bytes]:
    """A page of what is found, or the form alone."""
    given = request.query_params
    words = given.get("q", "").strip()
    page = given.get("page", "1")
    result: Result | None = None
    problem = ""
    number = max(1, int(page)) if page.isascii() and page.isdigit() else 1
    if words:
        try:
            result = search(
                desk.library.store,
                Request(
                    words=words,
                    who=given.get("who") or None,
                    outlet=given.get("outlet") or None,
                    since=day_of(given.get("since")),
                    until=day_of(given.get("until")),
                    limit=_LIMIT,
                    page=min(number, 1000),
                ),
            )
        except UsageError as error:
            problem = str(error)
    return desk.show(
        request,
        "search.html",
        [result.search, *result.found] if result else [],
        words=words,
        result=result,
        problem=problem,
        before=with_query(request, {"page": str(number - 1)}) if number > 1 else None,
        after=with_query(request, {"page": str(number + 1)}) if _has_more(result, number) else None,
        number=number,
    )


def _has_more(result: Result | None, number: int) -> bool:
    tallies = (result.search.articles, result.search.statements) if result else ()
    return any(tally is not None and tally.ranked > number * _LIMIT for tally in tallies)


HANDLERS = (show_search,)
