"""A record added by hand: its words are found in the article, the rest is filled in as JSON."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect, Response

from sayso.desk.judged import MOST_BYTES, Form, field, judged, reason_of, to_log
from sayso.desk.showing import Asked, OurDesk
from sayso.errors import UsageError
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
    if len(spans) == 1 and kind in _NAMES:
        made = msgspec.json.encode(_draft(kind, ledger.article, spans[0]))
        draft = msgspec.json.format(made, indent=2).decode()
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
        parties=_parties(ledger) if draft else [],
    )


@post("/review/add", sync_to_thread=True, request_max_body_size=MOST_BYTES)
def add_record(request: Asked, desk: OurDesk, data: Form) -> Redirect:
    """Add the record."""
    given = field(data, "record", "there is no record to be added")
    return to_log(add(desk.library.store, request.user.known_as, given.encode(), reason_of(data)))


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
