"""Signing in and out."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Response

from sayso.desk.admitting import ANYBODY, own_place
from sayso.desk.door import Refused
from sayso.desk.showing import Asked, OurDesk

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.URL_ENCODED)]
_MOST_BYTES = 10_000


@get("/sign-in", opt={"role": ANYBODY}, sync_to_thread=False)
def ask_in(request: Asked, desk: OurDesk) -> Response[Any]:
    """The form; whoever is in already goes on."""
    place = own_place(request.query_params.get("next", "/"))
    if request.user.role is not None:
        return Redirect(place, status_code=303)
    return desk.show(request, "sign_in.html", [], place=place, trouble="")


@post("/sign-in", opt={"role": ANYBODY}, sync_to_thread=True, request_max_body_size=_MOST_BYTES)
def sign_in(request: Asked, desk: OurDesk, data: Form) -> Response[Any]:
    """Let somebody in whose password is right."""
    place = own_place(str(data.get("next", "/")))
    address = request.client.host if request.client else ""
    name = str(data.get("name", "")).strip().lower()
    found = desk.door.sign_in(name, str(data.get("password", "")), address)
    if isinstance(found, str):
        return Redirect(place, status_code=303, headers={"set-cookie": desk.door.crumb(found)})
    if found.wait:
        return _again(request, desk, place, found)
    return desk.show(
        request,
        "sign_in.html",
        [],
        status=401,
        place=place,
        trouble="No account has that name and that password.",
    )


@post("/sign-out", opt={"role": ANYBODY}, sync_to_thread=False, status_code=303)
def sign_out(request: Asked, desk: OurDesk) -> Redirect:
    """End the session."""
    desk.door.sign_out(request.user)
    return Redirect("/", status_code=303)


def _again(request: Asked, desk: OurDesk, place: str, refused: Refused) -> Response[bytes]:
    minutes = -(-refused.wait // 60)
    answer = desk.show(
        request,
        "sign_in.html",
        [],
        status=429,
        place=place,
        trouble=f"Too many attempts. Try again in {minutes} min.",
    )
    answer.headers["retry-after"] = str(refused.wait)
    return answer


HANDLERS = (ask_in, sign_in, sign_out)
