"""The desk on a socket: of this machine alone, or with accounts of others too."""

from __future__ import annotations

import logging
import socket
import sys
import webbrowser
from collections.abc import Collection

import uvicorn

from sayso.desk.accounts import Accounts
from sayso.desk.app import make_app
from sayso.desk.door import Door
from sayso.desk.guard import LOOPBACK
from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.stores import Store

log = logging.getLogger(__name__)

# Comparing and reading keep the interpreter busy. With its usual 5 ms, every step of an answer waits that long for its
# turn: beside a busy thread a page took 35 ms instead of 13.
_TURN_SECONDS = 0.0005
# So long a page is awaited before it says that the story is still compared.
_PATIENCE_SECONDS = 4.0
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 (it is what is looked for)


def serve(
    store: Store,
    settings: Settings,
    *,
    author: str,
    accounts: Accounts,
    host: str,
    port: int,
    names: Collection[str],
    browse: bool,
) -> None:
    """Answer until interrupted.

    UsageError where others than this machine are to be answered and there are no accounts, or the address is
    not to be had. Where there are accounts everybody signs in, at this machine too.
    """
    known = bool(accounts.all())
    if not known and (host not in _HERE or names or settings.https):
        raise UsageError(
            "without accounts the desk answers this machine only; `sayso account add NAME --role admin` makes one"
        )
    if host in _EVERYWHERE and not names:
        raise UsageError(f"{host}: say with --name under which name browsers ask for the desk")
    if host not in _HERE and not settings.https:
        log.warning("passwords travel in the clear: put the desk behind a proxy with https")
    door = Door(settings, author, accounts if known else None)
    listening = _listen(host, port)
    address = f"http://{_named(host)}:{listening.getsockname()[1]}/"
    log.info("the desk is at %s — Ctrl-C ends it", address)
    if browse:
        webbrowser.open(address)
    hosts = {*LOOPBACK, *(name.lower() for name in names)}
    hosts |= set() if host in _EVERYWHERE else {_named(host)}
    config = uvicorn.Config(
        make_app(store, settings, door, hosts, ahead=True, patience=_PATIENCE_SECONDS),
        log_config=None,
        access_log=False,
        server_header=False,
        # Whoever asks might name any address; only a proxy is believed.
        proxy_headers=settings.https,
    )
    sys.setswitchinterval(_TURN_SECONDS)
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise UsageError(
            f"{host}, port {port}: {error.strerror}; --port 0 takes a free port"
        ) from error
    return made


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
