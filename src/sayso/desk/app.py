"""The pages as one application."""

from __future__ import annotations

import importlib
import logging
import pkgutil
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.response import Response
from litestar.static_files import create_static_files_router
from litestar.types import ASGIApp

from sayso import charts
from sayso.desk import pages
from sayso.desk.admitting import ANYBODY, admit
from sayso.desk.door import Door, Gate
from sayso.desk.errands import StillComparing
from sayso.desk.faults import log_fault
from sayso.desk.guard import LOOPBACK, Guard
from sayso.desk.heads import heads_of
from sayso.desk.library import Library
from sayso.desk.reading import ReadingRoom
from sayso.desk.showing import Asked, Desk
from sayso.desk.words import environment
from sayso.errors import JudgementError, StoreError, UsageError
from sayso.settings import Settings
from sayso.stores import Store

log = logging.getLogger(__name__)

_STATIC = Path(__file__).parent / "static"
_FIGURES = Path(charts.__file__).parent / "static"
_NOT_FOUND = 404
# So many articles of a story that is still compared are listed.
_MOST_HEADS = 30


def make_app(
    store: Store,
    settings: Settings,
    door: Door,
    hosts: Collection[str] = LOOPBACK,
    *,
    ahead: bool = False,
    patience: float | None = None,
) -> ASGIApp:
    """The desk over an open store, for those whom the door lets in and who ask for one of `hosts`.

    What takes longer than `patience` seconds to compare is told to be under way. With `ahead` the newest stories are compared at once, in a thread of their own, or where there is none the
    language model is loaded, so that whoever opens the first page need not wait for them.
    """
    desk = Desk(
        Library(store, settings.story_window, patience=patience),
        ReadingRoom(store, settings),
        settings,
        environment(),
        door,
    )

    def given() -> Desk:
        return desk

    app = Litestar(
        route_handlers=[
            *page_handlers(),
            create_static_files_router(
                path="/static",
                directories=[_STATIC, _FIGURES],
                cache_control=CacheControlHeader(no_cache=True),
                opt={"role": ANYBODY},
            ),
        ],
        dependencies={"desk": Provide(given, sync_to_thread=False)},
        before_request=_first,
        exception_handlers={
            HTTPException: _refused,
            JudgementError: _unfit,
            UsageError: _misused,
            StillComparing: _comparing,
            StoreError: _lost,
            Exception: _failed,
        },
        openapi_config=None,
        logging_config=None,
        request_max_body_size=settings.max_upload_bytes,
        state=State({"desk": desk}),
    )
    if ahead:
        threading.Thread(target=_go_ahead, args=(desk,), name="comparing", daemon=True).start()
    return Guard(Gate(app, door), hosts)


async def _first(asked: Asked) -> Response[Any] | None:
    """Before any page is made: whether this visitor may have it, and whether it was made before."""
    desk: Desk = asked.app.state.desk
    return await admit(asked) or await desk.shown_before(asked)


def _go_ahead(desk: Desk) -> None:
    if not desk.library.quick():
        desk.room.prepare()


def page_handlers() -> list[HTTPRouteHandler]:
    """What the files of ``pages`` answer with."""
    names = sorted(module.name for module in pkgutil.iter_modules(pages.__path__))
    modules = [importlib.import_module(f"{pages.__name__}.{name}") for name in names]
    return [handler for module in modules for handler in getattr(module, "HANDLERS", ())]


def _refused(asked: Asked, error: HTTPException) -> Response[bytes]:
    told = {
        401: ("Sign in first", "Whoever is signed in can ask for that."),
        403: _forbidden(error),
        404: ("There is no such page", "Nothing here has that address."),
        405: ("That cannot be done here", "The page is there to be read."),
        413: ("That is too large", "One request takes less; read the rest with sayso read."),
        429: ("That is too often", "Wait a little, or read articles in with sayso read."),
    }.get(error.status_code, ("That cannot be answered", "The request is not one of the desk's."))
    answer = _problem(asked, error.status_code, *told)
    answer.headers.update(error.headers or {})
    return answer


def _forbidden(error: HTTPException) -> tuple[str, str]:
    if error.extra:
        return "That form is out of date", "Go back, load its page again, and send it once more."
    return "That is not for your account", "An account of another role may do that."


def _unfit(asked: Asked, error: JudgementError) -> Response[bytes]:
    return _problem(asked, 422, "That judgement does not fit", f"{error}.")


def _misused(asked: Asked, error: UsageError) -> Response[bytes]:
    return _problem(asked, _NOT_FOUND, "That is not here", f"{error}.")


def _comparing(asked: Asked, error: StillComparing) -> Response[bytes]:
    """The story's page asks again by itself; whoever reads no page is told when to."""
    desk: Desk = asked.app.state.desk
    status = 503 if "as" in asked.query_params else 202
    answer = desk.show(
        asked,
        "comparing.html",
        [error.story],
        status=status,
        story=error.story,
        articles=heads_of(desk.library.store, error.story.articles[:_MOST_HEADS]),
        title="Comparing",
    )
    answer.headers["Retry-After"] = "3"
    return answer


def _lost(asked: Asked, error: StoreError) -> Response[bytes]:
    log.error("%s", error)
    return _problem(asked, 503, "The store does not answer", "The log of the desk says why.")


def _failed(asked: Asked, error: Exception) -> Response[bytes]:
    log_fault(log, error)
    return _problem(asked, 500, "A fault of Sayso’s own", "The log of the desk names the place.")


def _problem(asked: Asked, status: int, title: str, text: str) -> Response[bytes]:
    desk: Desk = asked.app.state.desk
    return desk.show(asked, "problem.html", [], status=status, title=title, text=text)
