"""`sayso compare`: two articles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.collate import Collation
    from sayso.model.reading import Ledger

EXAMPLES = """\b
Examples:
  sayso compare wire.txt rewrite.txt
  sayso compare wire.txt page.html --json
  sayso compare article_4oymiquy article_kd2t5xqe --store archive.sqlite
"""


def run(
    left: Annotated[
        str, typer.Argument(metavar="A", help="A file with one article, or an id in the store.")
    ],
    right: Annotated[str, typer.Argument(metavar="B", help="The other article, given likewise.")],
    json: options.Json = False,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Put two articles side by side.

    Shared origins, reused words, what each adds and drops, where they differ. With --json, the claims
    of both, and how one depends on the other. Of an article of the store its id (article_…) or the
    beginning of it is enough; it is as people have judged it.
    """
    from sayso.cli.comparing import both
    from sayso.cli.session import start
    from sayso.collate import collate
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    taking = Taking(as_is=as_is, published=published, language=language)
    with both(left, right, taking, session) as supplied:
        found = list(supplied.ledgers)
        if found:  # where there is none, that is how the run ends
            _check(found)
            collation = collate(found, together=True, judgements=supplied.judgements)
            _print(collation, found, session.width, as_json=json)


def _check(found: Sequence[Ledger]) -> None:
    from sayso.errors import UsageError

    if len(found) != 2:
        raise UsageError(f"compare takes two articles, and here are {len(found)}")
    if found[0].article.id == found[1].article.id:
        raise UsageError("these are one and the same article, byte for byte")


def _print(collation: Collation, found: Sequence[Ledger], width: int, *, as_json: bool) -> None:
    from sayso.cli.output import write_records, write_text

    if as_json:
        write_records([*collation.claims, *collation.sources])
    else:
        from sayso.briefs.compare import render
        from sayso.briefs.labels import TIE

        left, right = (ledger.article.id for ledger in found)
        write_text(render(collation, left, right, width).replace(TIE, " "))
