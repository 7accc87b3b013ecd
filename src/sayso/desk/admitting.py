"""Before any page answers: whether this visitor may, and whether what is sent comes from our own form.

A handler says by ``opt`` what it needs: ``role`` (else ``reader`` to look and ``analyst`` to send; ``ANYBODY``
needs none), and ``upload`` where uploads are counted.
"""

from __future__ import annotations

from urllib.parse import quote

from litestar.exceptions import (
    NotAuthorizedException,
    PermissionDeniedException,
    TooManyRequestsException,
)
from litestar.response import Redirect

from sayso.desk.door import Door, Visitor
from sayso.desk.showing import Asked

ANYBODY = "anybody"
SEAL = "seal"
SEAL_HEADER = "x-sayso-seal"
_READING = frozenset({"GET", "HEAD"})


async def admit(asked: Asked) -> Redirect | None:
    """Nothing where the visitor may go on; else where to sign in, or an HTTPException."""
    door: Door = asked.app.state.desk.door
    visitor: Visitor = asked.user
    reading = asked.method in _READING
    options = asked.route_handler.opt
    needed = options.get("role", "reader" if reading else "analyst")
    if needed != ANYBODY and not visitor.may(needed):
        if visitor.role is not None:
            raise PermissionDeniedException
        if reading and asked.query_params.get("as") is None:
            return Redirect(f"/sign-in?next={quote(_whole(asked), safe='')}", status_code=303)
        raise NotAuthorizedException
    if reading:
        return None
    if options.get("upload"):
        wait = door.upload(visitor)
        if wait:
            raise TooManyRequestsException(headers={"retry-after": str(wait)})
    given = asked.headers.get(SEAL_HEADER) or (await asked.form()).get(SEAL)
    if not door.is_ours(visitor, given):
        raise PermissionDeniedException(extra={"stale": True})
    return None


def own_place(given: str) -> str:
    """The address if it is one of the desk's own, else the first page: nobody is led elsewhere."""
    plain = given.isprintable() and "\\" not in given
    return given if plain and given.startswith("/") and not given.startswith("//") else "/"


def _whole(asked: Asked) -> str:
    return f"{asked.url.path}?{asked.url.query}" if asked.url.query else asked.url.path
