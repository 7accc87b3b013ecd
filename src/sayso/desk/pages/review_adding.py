"""A record added by hand: its words are found in the article, the rest is asked field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Response

from sayso.collate.judged import change_record
from sayso.desk.drawing.marking import Noted, marked, portion_of, window
from sayso.desk.judged import MOST_BYTES, Form, field, judged, reason_of, to_log
from sayso.desk.questions import Question, changes_of, questions_of
from sayso.desk.showing import Asked, Desk, OurDesk
from sayso.errors import JudgementError, UsageError
from sayso.judging import add
from sayso.model.collation import LedgerUnion
from sayso.model.finding import parties_of
from sayso.model.ledger import (
    Caveat,
    Condition,
    Consequence,
    Event,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.reading import Ledger
from sayso.model.text import Article, Span

_NAMES = ("statement", "event", "redline", "transfer", "policy_change", "relation")


@get("/review/add/{article:str}", sync_to_thread=True)
def show_adding(request: Asked, desk: OurDesk, article: FromPath[str]) -> Response[bytes]:
    """First the kind and the words are asked for; then the record, with its span, is there to be filled in."""
    ledgers = judged(desk, article)
    if not ledgers:
        raise UsageError(f"no article {article} is here")
    [ledger] = ledgers
    kind = request.query_params.get("kind", _NAMES[0])
    words = request.query_params.get("words", "").strip()
    spans = _found(ledger.article, words)
    draft = ""
    questions: tuple[Question, ...] = ()
    if len(spans) == 1 and kind in _NAMES:
        made = _draft(kind, ledger.article, spans[0])
        draft = msgspec.json.format(msgspec.json.encode(made), indent=2).decode()
        questions = questions_of(made, ledger)
    shown = window(ledger.article.text, portion_of(spans[0].start) if spans else 1)
    return desk.show(
        request,
        "review_adding.html",
        [ledger.article],
        article=ledger.article,
        kinds=_NAMES,
        kind=kind,
        words=words,
        found=len(spans),
        draft=draft,
        questions=questions,
        around=marked(ledger.article.text, "text", _noted(kind, spans), (), shown=shown),
        cut=shown.portions > 1,
        parties=_parties(ledger) if draft else [],
    )


@post("/review/add", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def add_record(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Add the record: as the form has filled it in, or where that sends it so as JSON."""
    given = field(data, "record").encode() or _filled_in(desk, data)
    return to_log(add(desk.library.store, request.user.known_as, given, reason_of(data)))


def _filled_in(desk: Desk, data: Form) -> bytes:
    """The record of a kind on some words of an article, with the answers that a form gives."""
    kind, words = field(data, "kind"), field(data, "words", "there is no record to be added")
    ledgers = judged(desk, field(data, "article"))
    spans = _found(ledgers[0].article, words) if ledgers else []
    if len(spans) != 1 or kind not in _NAMES:
        raise JudgementError("the words of the record do not stand once in the article")
    [ledger] = ledgers
    made = _draft(kind, ledger.article, spans[0])
    changes = changes_of(questions_of(made, ledger), data, ledger.article, spans[0])
    return msgspec.json.encode(change_record(made, changes, ledger.article))


def _noted(kind: str, spans: Sequence[Span]) -> list[Noted]:
    return [Noted(0, kind, tuple(spans))] if spans and kind in _NAMES else []


def _found(article: Article, words: str) -> list[Span]:
    """Where the words stand, exactly as they are given: at most two, which is one too many."""
    found: list[Span] = []
    parts = [("title", article.title or ""), ("text", article.text)]
    for part, text in parts if words else ():
        at = text.find(words)
        while at >= 0 and len(found) < 2:
            found.append(article.span(at, at + len(words), part))
            at = text.find(words, at + 1)
    return found


def _draft(kind: str, article: Article, span: Span) -> LedgerUnion:
    """A record of the kind on the span, with what it must have and nothing more."""
    shared: dict[str, Any] = {"id": "", "article": article.id, "spans": (span,)}
    drafts: dict[str, LedgerUnion] = {
        "statement": Statement(
            **shared, form="indirect", act="speech", speaker=None, cue=None, content=(span,)
        ),
        "event": Event(**shared, type="CONSULT", trigger=span),
        "redline": RedLine(
            **shared,
            warner=None,
            warned=None,
            condition=Condition(spans=(span,)),
            consequence=Consequence(spans=(span,)),
        ),
        "transfer": Transfer(**shared, act="supply", weapon=None),
        "policy_change": PolicyChange(
            **shared, jurisdiction=None, subject=span.text, direction="introduced"
        ),
        "relation": Relation(**shared, type="partnership", parties=()),
    }
    return drafts[kind]


def _parties(ledger: Ledger) -> list[str]:
    """The parties of the article's records as JSON, each once, in the order of their names."""
    found = {
        party.actor or party.name: party
        for record in ledger.records
        if not isinstance(record, Caveat)
        for party in parties_of(record)
    }
    bare = [msgspec.structs.replace(one, span=None, count=None) for one in found.values()]
    return [msgspec.json.encode(one).decode() for one in sorted(bare, key=lambda one: one.name)]


HANDLERS = (show_adding, add_record)
