"""One record under review: what it says field by field, and forms that reject or correct it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Response

from sayso.collate.judged import FIXED
from sayso.desk.drawing.marking import Noted, Window, marked, word_after, word_before
from sayso.desk.errands import StillComparing
from sayso.desk.judged import MOST_BYTES, Form, Held, field, held_record, past_of, reason_of, to_log
from sayso.desk.questions import changes_of, questions_of
from sayso.desk.showing import Asked, Desk, OurDesk
from sayso.errors import JudgementError
from sayso.judging import correct, reject
from sayso.model.ids import kind_of

_MOST_SHOWN = 200
# So many characters before and after a record's words stand beside its form, and no more than that of all.
_AROUND, _MOST_AROUND = 700, 4_000


class Field(NamedTuple):
    """A field: its path, its value in JSON, and the values that it can have where those are few."""

    path: str
    value: str
    choices: tuple[str, ...]


@get("/review/record/{record:str}", sync_to_thread=True)
def show_record(request: Asked, desk: OurDesk, record: FromPath[str]) -> Response[bytes]:
    """One record, rejected or not."""
    held = held_record(desk, record)
    return desk.show(
        request,
        "review_record.html",
        [held.record],
        held=held,
        kind=kind_of(held.record),
        questions=questions_of(held.record, held.ledger),
        fields=list(_fields(held.record)),
        claim_review=_claim_review(desk, held),
        **_in_place(held),
        past=past_of(desk, {record}),
    )


@post("/review/reject", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def reject_record(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Say that a record is wrong."""
    record = field(data, "record", "which record is wrong is not said")
    made = reject(desk.library.store, request.user.known_as, record, reason_of(data))
    return to_log(made)


@post("/review/right", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def put_right(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Say what the fields of a record hold: those that the form sends in another way than they are."""
    record = field(data, "record", "which record is to be put right is not said")
    held = held_record(desk, record)
    asked = questions_of(held.record, held.ledger)
    changes = changes_of(asked, data, held.article, held.record.spans[0])
    if not changes:
        raise JudgementError("that is what the record says")
    settings = [f"{one.path}={one.value}" for one in changes]
    store = desk.library.store
    return to_log(correct(store, request.user.known_as, record, settings, reason_of(data)))


@post("/review/correct", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def correct_record(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Say that a field of a record has another value: as JSON, or else as text."""
    record = field(data, "record", "which record is to be corrected is not said")
    path = field(data, "path", "which field is to be corrected is not said")
    change = f"{path}={field(data, 'value')}"
    store = desk.library.store
    return to_log(correct(store, request.user.known_as, record, [change], reason_of(data)))


def _in_place(held: Held) -> dict[str, Any]:
    """The words of the article around the record, with its own marked, and where in the article they are."""
    own = held.record.spans
    part = own[0].part
    inside = [span for span in own if span.part == part]
    whole = held.article.part(part)
    first, last = min(one.start for one in inside), max(one.end for one in inside)
    shown = Window(
        word_before(whole, max(0, first - _AROUND)),
        word_after(whole, min(len(whole), last + _AROUND, first + _MOST_AROUND)),
        1,
        1,
    )
    noted = Noted(0, kind_of(held.record), own)
    return {
        "before": shown.first > 0,
        "around": marked(whole, part, [noted], (), shown=shown),
        "after": shown.last < len(whole),
    }


def _claim_review(desk: Desk, held: Held) -> str | None:
    """Where the claim that the record is of is merged and split, if its story has been compared by now."""
    story = desk.library.shelf().story_of.get(held.article.id)
    try:
        told = desk.library.told(story.id) if story else None
    except StillComparing:
        return None
    claim = told.claim_of.get(held.record.id) if told else None
    return f"/review/claim/{story.id}/{claim.id}" if story and claim else None


def _fields(record: msgspec.Struct) -> Iterator[Field]:
    """Every field that can be corrected, a whole before its parts; spans, seldom wrong, come last."""
    hints = get_type_hints(type(record))
    content = msgspec.json.decode(msgspec.json.encode(record))
    for name, value in sorted(content.items(), key=lambda item: item[0] == "spans"):
        if name not in FIXED:
            yield from _parts(name, value, _literals(hints.get(name)))


def _parts(path: str, value: Any, choices: tuple[str, ...] = ()) -> Iterator[Field]:
    shown = msgspec.json.encode(value).decode()
    yield Field(path, shown if len(shown) <= _MOST_SHOWN else f"{shown[:_MOST_SHOWN]} …", choices)
    parts = value if isinstance(value, dict) else {}
    if isinstance(value, list):
        parts = {str(number): one for number, one in enumerate(value)}
    for name, one in parts.items():
        yield from _parts(f"{path}.{name}", one)


def _literals(hint: Any) -> tuple[str, ...]:
    """The values of a Literal, alone or in a union with None."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    return next((get_args(one) for one in get_args(hint) if get_origin(one) is Literal), ())


HANDLERS = (show_record, reject_record, put_right, correct_record)
