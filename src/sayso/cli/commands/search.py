"""`sayso search`: full text over the articles and statements of the store."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso search herring quota
  sayso search '"free mooring" -cod' --in statements
  sayso search missiles --who Fyodorov --since 2024-03-01 --until 2024-03-31
  sayso search 'ferr*' --outlet "Harbour Post" --limit 20 --page 2 --json
"""


class Place(StrEnum):
    """Where to search."""

    ARTICLES = "articles"
    STATEMENTS = "statements"


def run(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help='Words that stand there, "words in a row", -words that do not, beginnings of words*.',
        ),
    ],
    place: Annotated[
        Place | None, typer.Option("--in", help="Only there; without it, in both.")
    ] = None,
    who: options.Who = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With all these words in the outlet's name.")
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=100, help="So many of each on a page.")
    ] = 10,
    page: Annotated[int, typer.Option(metavar="K", min=1, help="Which page.")] = 1,
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Search the articles and statements of the store.

    Articles by their titles and texts, statements by their words; the best first, with the passages that
    are meant. Spellings of one name meet, unless it stands in "quotes". With --json, first what was
    searched, then one hit a line.
    """
    from sayso.cli.naming import nothing_in
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import colour, start
    from sayso.errors import NothingRead
    from sayso.search.finding import EVERYWHERE, Request, search
    from sayso.stores import open_store

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    request = Request(
        words=" ".join(words),
        among=EVERYWHERE if place is None else (place.value,),
        who=who,
        outlet=outlet,
        since=since,
        until=until,
        limit=limit,
        page=page,
    )
    with open_store(session.store) as opened:
        result = search(opened, request)
        if not result.found and not opened.counts()["articles"]:
            raise NothingRead(nothing_in(opened))
    if json:
        write_records([result.search, *result.found])
    else:
        from sayso.cli.hits import page_text

        bold = colour()
        write_text(page_text(result, session.width, bold=bold), coloured=bold)
