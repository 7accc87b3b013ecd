"""The review: every judgement by hand, who made it, when and why; each can be undone."""

from __future__ import annotations

from typing import NamedTuple

from litestar import get, post
from litestar.response import Redirect, Response

from sayso.desk.judged import MOST_BYTES, Form, Past, field, to_log
from sayso.desk.showing import Asked, OurDesk
from sayso.desk.tables import ON_A_PAGE, page_links
from sayso.errors import JudgementError
from sayso.judging import states, undo
from sayso.model.collation import Judgement

SAID = {
    "same": "one and the same",
    "different": "not the same",
    "wrong": "rejected",
    "corrected": "corrected",
    "added": "added",
    "undone": "undone",
}


class End(NamedTuple):
    """What a judgement is about: its place on the desk, its kind and its words."""

    id: str
    href: str
    kind: str
    words: str


class Line(NamedTuple):
    """A judgement in the log."""

    past: Past
    said: str
    ends: tuple[End, ...]


@get("/review", sync_to_thread=True)
def show_review(request: Asked, desk: OurDesk) -> Response[bytes]:
    """The log of judgements, the newest first."""
    every = [Past(*one) for one in reversed(states(desk.library.store))]
    by = request.query_params.get("by")
    if by:
        every = [one for one in every if one.judgement.author == by]
    known = {one.judgement.id: one.judgement for one in every}
    links = page_links(request, len(every), ON_A_PAGE)
    shown = every[links.first : links.first + ON_A_PAGE]
    return desk.show(
        request,
        "review.html",
        [one.judgement for one in every],
        lines=[_line(one, known) for one in shown],
        links=links,
        by=by,
        total=len(every),
    )


@post("/review/undo", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def undo_judgement(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Undo a judgement, or an undoing."""
    given = field(data, "judgement", "which judgement is to be undone is not said")
    if all(one.id != given for one in desk.library.store.judgements()):
        raise JudgementError(f"no judgement {given} is here")
    return to_log(undo(desk.library.store, request.user.known_as, given, field(data, "reason")))


def _line(past: Past, known: dict[str, Judgement]) -> Line:
    one = past.judgement
    if one.verdict == "undone":
        undone = known.get(one.left)
        what = f"{SAID[undone.verdict]}: {undone.reason}" if undone else ""
        return Line(past, SAID["undone"], (End(one.left, f"#{one.left}", "judgement", what),))
    ends = [
        End(
            footing.record,
            f"/review/{'actor' if footing.about == 'actor' else 'record'}/{footing.record}",
            footing.about,
            " … ".join(span.text for span in footing.spans),
        )
        for footing in one.on
    ]
    return Line(past, SAID[one.verdict], tuple(ends))


HANDLERS = (show_review, undo_judgement)
