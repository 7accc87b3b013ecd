"""`sayso extract`: the ledger of each article as JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    import msgspec

    from sayso.model.ledger import Quarantine
    from sayso.model.reading import Ledger

EXAMPLES = """\b
Examples:
  sayso extract articles/ > ledger.jsonl
  sayso extract page.html --kinds article,statement
  cat wire.txt | sayso extract - --as-is --kinds mention
"""

KINDS = (
    "article",
    "mention",
    "statement",
    "event",
    "redline",
    "transfer",
    "policy_change",
    "relation",
    "caveat",
    "quarantine",
)


def run(
    paths: options.Paths = None,
    kinds: Annotated[
        str | None,
        typer.Option(metavar="KIND,...", help=f"Only these kinds of record: {', '.join(KINDS)}."),
    ] = None,
    json: options.Json = False,
    with_rejected: options.WithRejected = False,
    store: options.Store = None,
    as_is: options.AsIs = False,
    published: options.Published = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Print the records of each article.

    One JSON object a line. No article is compared with another.
    """
    del json  # it is the only format; the option is there because every command has it
    wanted = _wanted(kinds)
    from sayso.cli.output import write_records
    from sayso.cli.session import start
    from sayso.cli.supply import supply
    from sayso.engines.local import Taking

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    taking = Taking(as_is=as_is, published=published, language=language)
    plain = wanted <= {"article", "quarantine"}
    with supply(
        paths, taking, session, streams=True, articles_only=plain, with_rejected=with_rejected
    ) as items:
        for item in items:
            write_records(_chosen(item, wanted))


def _wanted(kinds: str | None) -> frozenset[str]:
    chosen = KINDS if kinds is None else tuple(kind.strip() for kind in kinds.split(","))
    for kind in chosen:
        if kind not in KINDS:
            raise typer.BadParameter(
                f"{kind!r} is not one of {', '.join(KINDS)}", param_hint="--kinds"
            )
    return frozenset(chosen)


def _chosen(item: Ledger | Quarantine, wanted: frozenset[str]) -> Iterator[msgspec.Struct]:
    from sayso.model.ids import kind_of
    from sayso.model.ledger import Quarantine

    records = (
        (item,) if isinstance(item, Quarantine) else (item.article, *item.mentions, *item.records)
    )
    return (record for record in records if kind_of(record) in wanted)
