"""`sayso statements`: who said, wrote, thought or meant to do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.cli.filters import Filter
    from sayso.model.ledger import Quarantine, Statement
    from sayso.model.reading import Ledger
    from sayso.model.text import Article

EXAMPLES = """\b
Examples:
  sayso statements articles/
  sayso statements articles/ --who ambassador --about missiles
  sayso statements articles/ --since 2024-03-01 --until 2024-03-31 --json
"""


def run(
    paths: options.Paths,
    json: options.Json = False,
    who: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Said or passed on by somebody so named.")
    ] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With all these words in what is said.")
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the statements of the articles.

    Each with its speaker, its chain of sources and its place.
    """
    from sayso.cli.filters import Filter
    from sayso.cli.intake import take
    from sayso.cli.listing import statement_text
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given)
    wanted = Filter(who=who, about=about, since=since, until=until)
    taking = Taking(as_is=as_is, published=published, language=language)
    with take(paths, taking, session, streams=True) as items:
        for number, (statement, article) in enumerate(_chosen(items, wanted)):
            if json:
                write_records([statement])
            else:
                gap = "\n" if number else ""
                write_text(gap + statement_text(statement, article, session.width))


def _chosen(
    items: Iterable[Ledger | Quarantine], wanted: Filter
) -> Iterator[tuple[Statement, Article]]:
    import logging

    from sayso.cli.filters import day_range
    from sayso.model.ledger import Quarantine, Statement

    undated = 0
    for item in items:
        if isinstance(item, Quarantine):
            continue
        for record in item.records:
            if isinstance(record, Statement):
                if wanted.meets(record, item.article):
                    yield record, item.article
                elif wanted.dated and day_range(record, item.article) is None:
                    undated += 1
    if undated:
        logging.getLogger(__name__).info(
            "%d statements have no date, so --since and --until leave them out", undated
        )
