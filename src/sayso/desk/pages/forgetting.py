"""An article that must go: asked once more, then deleted for good."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Response

from sayso.desk.judged import MOST_BYTES, Form, field, reason_of
from sayso.desk.showing import Asked, Desk, OurDesk
from sayso.errors import UsageError
from sayso.forgetting import forget, tombstone_of
from sayso.model.text import Article
from sayso.stores import Selection

_OPT = {"role": "admin"}


@get("/forget/{article:str}", opt=_OPT, sync_to_thread=True)
def ask_to_forget(request: Asked, desk: OurDesk, article: FromPath[str]) -> Response[bytes]:
    """What would go, and why."""
    found = _article(desk, article)
    return desk.show(request, "forget.html", [found], article=found)


@post("/forget", opt=_OPT, sync_to_thread=True, request_max_body_size=MOST_BYTES)
def forget_article(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Delete it, with all that was made of it."""
    found = _article(desk, field(data, "article", "which article is not said"))
    store = desk.library.store
    forget(store, tombstone_of(found, reason_of(data), request.user.known_as))
    store.cleanse()
    return Redirect("/", status_code=303)


def _article(desk: Desk, article: str) -> Article:
    chosen = Selection(articles=frozenset((article,)), bare=True)
    for ledger in desk.library.store.ledgers(chosen):
        return ledger.article
    raise UsageError(f"no article {article} is here")


HANDLERS = (ask_to_forget, forget_article)
