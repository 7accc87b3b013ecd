"""The accounts, for those who manage them."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import get, post
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException, PermissionDeniedException
from litestar.params import Body
from litestar.response import Redirect, Response

from sayso.desk.accounts import ROLES, SHORTEST, Accounts, Role
from sayso.desk.showing import Asked, Desk, OurDesk
from sayso.errors import UsageError

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
_OPT = {"role": "admin"}
_MOST_BYTES = 10_000


@get("/accounts", opt=_OPT, sync_to_thread=False)
def show_accounts(request: Asked, desk: OurDesk) -> Response[bytes]:
    """Who may sign in."""
    return _shown(request, desk, "")


@post("/accounts/add", opt=_OPT, sync_to_thread=True, request_max_body_size=_MOST_BYTES)
def add_account(request: Asked, desk: OurDesk, data: Form) -> Response[Any]:
    """Make an account."""
    try:
        _accounts(desk).add(_text(data, "name"), _role(data), str(data.get("password", "")))
    except UsageError as error:
        return _shown(request, desk, f"{error}.", 422)
    return Redirect("/accounts", status_code=303)


@post("/accounts/role", opt=_OPT, sync_to_thread=True, request_max_body_size=_MOST_BYTES)
def change_role(request: Asked, desk: OurDesk, data: Form) -> Response[Any]:
    """Give somebody else another role."""
    _accounts(desk).set_role(_other(request, data), _role(data))
    return Redirect("/accounts", status_code=303)


@post("/accounts/remove", opt=_OPT, sync_to_thread=True, request_max_body_size=_MOST_BYTES)
def remove_account(request: Asked, desk: OurDesk, data: Form) -> Response[Any]:
    """Delete somebody else's account."""
    _accounts(desk).remove(_other(request, data))
    return Redirect("/accounts", status_code=303)


def _shown(request: Asked, desk: Desk, trouble: str, status: int = 200) -> Response[bytes]:
    held = sorted(_accounts(desk).all().values(), key=lambda one: one.name)
    return desk.show(
        request,
        "accounts.html",
        [],
        status=status,
        accounts=held,
        own=request.user.name,
        roles=ROLES,
        shortest=SHORTEST,
        trouble=trouble,
    )


def _accounts(desk: Desk) -> Accounts:
    if desk.door.accounts is None:
        raise NotFoundException
    return desk.door.accounts


def _other(request: Asked, data: dict[str, Any]) -> str:
    """Nobody shuts themselves out: another admin, or the command line, changes one's own account."""
    name = _text(data, "name")
    if name == request.user.name:
        raise PermissionDeniedException
    return name


def _role(data: dict[str, Any]) -> Role:
    given = _text(data, "role")
    found = next((role for role in ROLES if role == given), None)
    if found is None:
        raise UsageError(f"there is no role {given!r}")
    return found


def _text(data: dict[str, Any], name: str) -> str:
    return str(data.get(name, "")).strip()


HANDLERS = (show_accounts, add_account, change_role, remove_account)
