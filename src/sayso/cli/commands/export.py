"""`sayso export`: the store as files for other tools, and for another store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso export --out archive/
  sayso export --format jsonl --out records.jsonl --store archive.sqlite
  sayso read --from-parquet archive/ --store postgresql://sayso@db.example/news
"""


def run(
    out: Annotated[
        Path,
        typer.Option(metavar="PATH", help="Where to: a folder for Parquet, a file for JSON Lines."),
    ],
    format_: Annotated[
        Literal["parquet", "jsonl"],
        typer.Option("--format", help="A file for each kind of record, or one with all of them."),
    ] = "parquet",
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Write the whole store into files.

    Parquet loses nothing, and `sayso read --from-parquet` takes it into any store. The files are there
    when they are whole; what is there already is never written over.
    """
    from sayso.cli.exchange import export
    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.exporters import registry

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    exported = export(out, registry()[format_], session)
    if json:
        write_records([exported])
    else:
        write_text(exported.table())
