"""`sayso serve`: the desk, in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli import options

EXAMPLES = """\b
Examples:
  sayso serve
  sayso serve --open --port 8800
  sayso serve --store archive.sqlite
"""


def run(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where it listens; only this machine's own.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="0 takes one that is free.")
    ] = 8765,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Open the desk: pages over the store, for a browser on this machine.

    An empty store is made where there is none: drop articles on the first page to read them.
    """
    from importlib.util import find_spec

    from sayso.cli.session import start
    from sayso.errors import UsageError
    from sayso.stores import open_store

    if find_spec("litestar") is None or find_spec("uvicorn") is None:
        raise UsageError("the desk needs two packages more: pip install 'sayso[web]'")
    from sayso.desk.serving import serve

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store, create=True) as opened:
        serve(opened, session.settings, host=host, port=port, browse=open_)
