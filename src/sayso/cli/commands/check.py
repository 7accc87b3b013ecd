"""`sayso check`: whether all in the store is as it must be."""

from __future__ import annotations

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso check
  sayso check --store archive.sqlite --json
"""

BROKEN = 1


def run(
    json: options.Json = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Verify the store.

    Every record, id, span, chain, reference, column and number, and that forgotten articles have left
    nothing. What is broken is named, a line each, and the exit code is 1. Nothing is repaired.
    """
    import logging

    from sayso.cli.output import write_records, write_text
    from sayso.cli.session import start
    from sayso.stores import open_store

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store) as opened:
        broken = False
        for flaw in opened.check():
            broken = True
            if json:
                write_records([flaw])
            else:
                write_text(f"{flaw.table} {flaw.id}: {flaw.what}")
        if broken:
            raise typer.Exit(BROKEN)
        held = ", ".join(f"{name} {number:,}" for name, number in opened.counts().items())
    logging.getLogger(__name__).info("all is as it must be: %s", held)
