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
  sayso account add ann --role admin
  sayso serve --name desk.example.org --set https=true
"""


def run(
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS", help="Where it listens; beyond this machine only with accounts."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="0 takes one that is free.")
    ] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name under which browsers ask for it."),
    ] = None,
    accounts: Annotated[
        str | None, typer.Option(metavar="FILE", help="Who may sign in (see account).")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    store: options.Store = None,
    quiet: options.Quiet = False,
    log_json: options.LogJson = False,
    given: options.Set = None,
) -> None:
    """Open the desk: pages over the store, for a browser on this machine; with accounts, for a team.

    An empty store is made where there is none: drop articles on the first page to read them.
    Where there are accounts, everybody signs in.
    """
    from importlib.util import find_spec
    from pathlib import Path

    from sayso.cli.session import start
    from sayso.errors import UsageError
    from sayso.stores import open_store

    if None in map(find_spec, ("argon2", "litestar", "uvicorn")):
        raise UsageError("the desk needs some packages more: pip install 'sayso[web]'")
    from sayso.desk.accounts import Accounts
    from sayso.desk.serving import serve

    session = start(quiet=quiet, log_json=log_json, given=given, store=store)
    with open_store(session.store, create=True) as opened:
        serve(
            opened,
            session.settings,
            author=session.author,
            accounts=Accounts(Path(accounts) if accounts else session.accounts),
            host=host,
            port=port,
            names=name or (),
            browse=open_,
        )
