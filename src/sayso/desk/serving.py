"""The desk on a socket of this machine."""

from __future__ import annotations

import logging
import socket
import webbrowser

import uvicorn

from sayso.desk.app import make_app
from sayso.errors import UsageError
from sayso.settings import Settings
from sayso.stores import Store

log = logging.getLogger(__name__)

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def serve(store: Store, settings: Settings, *, host: str, port: int, browse: bool) -> None:
    """Answer until interrupted. UsageError where the address is not this machine's own, or is taken."""
    if host not in _HERE:
        raise UsageError(f"{host}: the desk answers on this machine only, as 127.0.0.1 or ::1")
    listening = _listen(host, port)
    address = f"http://{_named(host)}:{listening.getsockname()[1]}/"
    log.info("the desk is at %s — Ctrl-C ends it", address)
    if browse:
        webbrowser.open(address)
    config = uvicorn.Config(
        make_app(store, settings), log_config=None, access_log=False, server_header=False
    )
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
        raise UsageError(f"port {port}: {error.strerror}; --port 0 takes a free one") from error
    return made


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
