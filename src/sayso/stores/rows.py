"""Ledgers to rows and back. What comes back is equal to what went in, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from sayso.model.collation import LedgerUnion
from sayso.model.finding import day_range, fold, named, placed_parties
from sayso.model.ids import kind_of
from sayso.model.ledger import Caveat, Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import (
    Actor,
    ActorRef,
    Article,
    Mention,
    Party,
    Place,
    Quantity,
    WeaponRef,
    When,
)
from sayso.stores.tables import actors, declared, mentions, parties, records

Row = dict[str, Any]

ARTICLE = msgspec.json.Decoder(Article)
RECORD = msgspec.json.Decoder[LedgerUnion](LedgerUnion)
ACTOR = msgspec.json.Decoder(Actor)
_PARTY = msgspec.json.Decoder(Party)


def json_of(record: msgspec.Struct) -> str:
    """The record in JSON, as commands print it."""
    return msgspec.json.encode(record).decode()


def plain(text: str | None) -> str | None:
    """A column that is asked by: U+0000, which PostgreSQL does not take, becomes U+FFFD as in a path."""
    return None if text is None else text.replace("\0", "\ufffd")


def article_row(ledger: Ledger, version: str, written: str) -> Row:
    """The row of an article; `written` is the instant at which the store takes it in."""
    article = ledger.article
    when = article.published
    return {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "source_id": plain(article.source_id),
        "version_of": plain(article.version_of),
        "path": plain(article.path),
        "url": plain(article.url),
        "outlet": plain(article.outlet),
        "title": plain(article.title),
        "published_start": when.start if when else None,
        "published_end": when.end if when else None,
        "language": article.language,
        "version": version,
        "written": written,
        "record": json_of(article),
        **{name: len(getattr(ledger, name)) for name in PARTS},
    }


def child_rows(ledger: Ledger) -> Iterator[tuple[str, Row]]:
    """The rows of all that hangs on an article, each with the name of its table."""
    key = ledger.article.id
    for position, record in enumerate(ledger.records):
        yield records.name, {"article": key, "position": position, **_record(record, ledger)}
        for number, (part, party) in enumerate(_parties(record)):
            row = {"article": key, "record": position, "position": number, "part": part}
            yield parties.name, row | _party(party) | {"folded": plain(fold(named(party)))}
    for position, mention in enumerate(ledger.mentions):
        yield mentions.name, {"article": key, "position": position, **_mention(mention)}
    for position, actor in enumerate(ledger.actors):
        row = {"article": key, "position": position, "id": actor.id, "type": actor.type}
        row |= {"name": plain(actor.name), "country": actor.country, "record": json_of(actor)}
        yield actors.name, row
    for position, party in enumerate(ledger.declared):
        row = {"article": key, "position": position, "actor": party.actor}
        yield declared.name, row | {"name": plain(party.name), "record": json_of(party)}


def quarantine_row(quarantine: Quarantine) -> Row:
    """The row of an input that could not be read."""
    return {
        "path": plain(quarantine.path),
        "sha256": quarantine.sha256,
        "reason": plain(quarantine.reason),
        "record": json_of(quarantine),
    }


def ledger_of(article: Article, rows: Mapping[str, Iterable[Any]]) -> Ledger:
    """The ledger of an article; `rows` holds for each table its rows of that article in their order."""
    parts = {
        name: tuple(part(article, row) for row in rows.get(name, ()))
        for name, part in PARTS.items()
    }
    return Ledger(article=article, **parts)


def _record(record: LedgerUnion, ledger: Ledger) -> Row:
    days = None if isinstance(record, Caveat) else day_range(record, ledger.article)
    return {
        "id": record.id,
        "kind": kind_of(record),
        "modality": record.modality,
        "when_start": record.when.start if record.when else None,
        "when_end": record.when.end if record.when else None,
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "record": json_of(record),
    }


def _parties(record: LedgerUnion) -> Iterator[tuple[str, Party]]:
    return iter(()) if isinstance(record, Caveat) else placed_parties(record)


def _party(party: Party) -> Row:
    return {
        "actor": party.actor,
        "name": plain(party.name),
        "resolved": plain(party.resolved),
        "role": plain(party.role),
    }


class _Refers(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a mention refers to. Most of a store would be mentions, so nothing null is written."""

    actor: ActorRef | None = None
    weapon: WeaponRef | None = None
    place: Place | None = None
    when: When | None = None
    quantity: Quantity | None = None


_REFERS = msgspec.json.Decoder(_Refers)


def _mention(mention: Mention) -> Row:
    span = mention.span
    refers = _Refers(mention.actor, mention.weapon, mention.place, mention.when, mention.quantity)
    return {
        "type": mention.type,
        "part": span.part,
        "start": span.start,
        "end": span.end,
        "text": plain(span.text),
        "refers": json_of(refers),
    }


def _as_mention(article: Article, row: Any) -> Mention:
    refers = _REFERS.decode(row.refers)
    return Mention(
        type=row.type,
        span=article.span(row.start, row.end, row.part),
        actor=refers.actor,
        weapon=refers.weapon,
        place=refers.place,
        when=refers.when,
        quantity=refers.quantity,
    )


# The fields of a ledger beside its article, which are tables too, and how a row of each is read.
PARTS: Mapping[str, Callable[[Article, Any], Any]] = MappingProxyType(
    {
        mentions.name: _as_mention,
        actors.name: lambda _, row: ACTOR.decode(row.record),
        declared.name: lambda _, row: _PARTY.decode(row.record),
        records.name: lambda _, row: RECORD.decode(row.record),
    }
)
