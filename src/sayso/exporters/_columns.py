"""The columns that analysts ask by: for each kind of record its name, type and place in the record.

A place is a path of fields; where it goes through a list, the column holds a list. Every file has
`article`, `position` and `record` beside these: the whole record as JSON, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from sayso.exporters import CAPTURE, DECLARED, VERSION

Type = Literal["text", "texts", "integer", "number", "day"]
Get = Callable[[Any], Any]


class Column(NamedTuple):
    """A column: its name, what it holds, and the path of fields in the record."""

    name: str
    type: Type
    path: str

    def getter(self) -> Get:
        """What takes its value from a record: None where there is none, or a time is on no day of the calendar."""
        follow = _following(self.path.split("."))
        return follow if self.type != "day" else lambda record: _day(follow(record))


def _following(path: Sequence[str]) -> Get:
    name, *rest = path
    field = attrgetter(name)
    if not rest:

        def last(record: Any) -> Any:
            value = field(record)
            return list(value) if isinstance(value, tuple) else value

        return last
    follow = _following(rest)

    def step(record: Any) -> Any:
        value = field(record)
        if value is None:
            return None
        if isinstance(value, tuple):
            return [None if item is None else follow(item) for item in value]
        return follow(value)

    return step


def _day(start: str | None) -> date | None:
    try:
        return None if start is None else date.fromisoformat(start[:10])
    except ValueError:
        return None


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "text", name) for name in names)


def _named(**paths: str) -> tuple[Column, ...]:
    return tuple(Column(name, "text", path) for name, path in paths.items())


def _who(*names: str) -> Iterator[Column]:
    """A party: its words, its full name, and the actor's id."""
    for name in names:
        yield Column(name, "text", f"{name}.name")
        yield Column(f"{name}_resolved", "text", f"{name}.resolved")
        yield Column(f"{name}_actor", "text", f"{name}.actor")


def _parties(*names: str) -> Iterator[Column]:
    for name in names:
        yield Column(name, "texts", f"{name}.name")
        yield Column(f"{name}_actor", "texts", f"{name}.actor")


def _amount(*names: str) -> Iterator[Column]:
    for name in names:
        yield Column(name, "number", f"{name}.value")
        yield Column(f"{name}_unit", "text", f"{name}.unit")


def _place(path: str) -> tuple[Column, ...]:
    return (
        *_named(place=f"{path}.name", place_country=f"{path}.country"),
        Column("latitude", "number", f"{path}.lat"),
        Column("longitude", "number", f"{path}.lon"),
    )


_LEDGER = (
    *_texts("id", "modality"),
    Column("start", "day", "when.start"),
    Column("end", "day", "when.end"),
    Column("evidence", "texts", "spans.text"),
    Column("chain", "texts", "chain.party.name"),
    Column("chain_how", "texts", "chain.how"),
    *_named(extractor="by.extractor", extractor_version="by.version"),
)

COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        VERSION: _texts("id", "sayso", "rules", "books", "model"),
        "article": (
            *_texts("id", "text_sha256", "source_id", "version_of", "path", "url", "outlet"),
            *_texts("title", "language", "text"),
            Column("authors", "texts", "authors"),
            Column("published_start", "day", "published.start"),
            Column("published_end", "day", "published.end"),
        ),
        CAPTURE: _texts("path", "url"),
        "statement": (
            *_LEDGER,
            *_texts("form", "act", "force", "occasion"),
            *_who("speaker"),
            *_named(speaker_role="speaker.role", cue="cue.text"),
            *_parties("addressees"),
            Column("content", "texts", "content.text"),
        ),
        "event": (
            *_LEDGER,
            *_texts("type", "mode", "statement"),
            Column("contexts", "texts", "contexts"),
            *_parties("actors", "recipients"),
            *_named(trigger="trigger.text"),
            *_place("place"),
        ),
        "redline": (
            *_LEDGER,
            *_texts("aim", "authority", "channel", "scope", "statement"),
            *_who("warner", "warned"),
            Column("condition", "texts", "condition.spans.text"),
            *_named(condition_specificity="condition.specificity"),
            Column("consequence", "texts", "consequence.spans.text"),
            *_named(consequence_specificity="consequence.specificity"),
            Column("modes", "texts", "consequence.modes"),
            Column("deadline", "day", "deadline.end"),
        ),
        "transfer": (
            *_LEDGER,
            *_texts("act", "stage", "status"),
            *_named(weapon="weapon.name", weapon_id="weapon.id", category="weapon.category"),
            *_who("supplier", "recipient", "end_user", "producer", "licensor"),
            *_parties("via"),
            *_amount("ordered", "delivered", "value"),
        ),
        "policy_change": (
            *_LEDGER,
            *_texts("subject", "direction", "scope"),
            *_who("jurisdiction"),
        ),
        "relation": (*_LEDGER, *_texts("type", "about"), *_parties("parties")),
        "caveat": (*_LEDGER, *_texts("code", "detail", "about")),
        "mention": (
            *_named(type="type", part="span.part", text="span.text"),
            Column("start", "integer", "span.start"),
            Column("end", "integer", "span.end"),
            *_named(actor="actor.id", name="actor.name", country="actor.country"),
            *_named(weapon="weapon.name", category="weapon.category"),
            *_place("place"),
            Column("first_day", "day", "when.start"),
            Column("last_day", "day", "when.end"),
            *_amount("quantity"),
        ),
        "actor": (
            *_texts("id", "type", "name", "country", "sector", "owner"),
            Column("names", "texts", "names"),
        ),
        DECLARED: _texts("name", "resolved", "actor", "role"),
        "judgement": _texts("id", "left", "right", "verdict", "reason", "author", "at"),
        "tombstone": _texts("text_sha256", "reason", "author", "at"),
        "quarantine": (*_texts("path", "sha256", "reason"), Column("bytes", "integer", "bytes")),
    }
)


def file_name(kind: str) -> str:
    """The file of a kind of records, without its ending."""
    return kind if kind == DECLARED else f"{kind}s"
