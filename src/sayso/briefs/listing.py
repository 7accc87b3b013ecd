"""Ledger records as text: who, on whose say-so, the words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from textwrap import fill

from sayso.briefs.order import introduce
from sayso.briefs.page import when_text
from sayso.collate.judged import BY_HAND
from sayso.model.collation import ClaimRecord
from sayso.model.ledger import (
    Event,
    Link,
    PolicyChange,
    RedLine,
    Relation,
    Statement,
    Transfer,
)
from sayso.model.text import Article, Party, Span

_INDENT = "    "


def record_text(record: ClaimRecord, article: Article, width: int) -> str:
    """One record in paragraphs: what it says; its words or parts; its place in the article."""
    head, body = _told(record)
    return "\n".join(
        (
            fill(head, width, subsequent_indent=_INDENT),
            *(
                fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
                for line in body
            ),
            _INDENT + place(record, article),
            *_by_hand(record),
        )
    )


def head_of(record: ClaimRecord) -> str:
    """What a record says, without its words and its place."""
    return _told(record)[0]


def _by_hand(record: ClaimRecord) -> list[str]:
    """The judgement that rejected, corrected or added it."""
    if record.by is None or record.by.extractor != BY_HAND:
        return []
    return [f"{_INDENT}by hand: {record.by.version}"]


def claim_text(record: ClaimRecord) -> str:
    """One record in a line: what it says, and its words or parts."""
    head, body = _told(record)
    return "; ".join((head, *body))


def _told(record: ClaimRecord) -> tuple[str, list[str]]:
    if isinstance(record, Statement):
        return _statement(record)
    if isinstance(record, RedLine):
        return _redline(record)
    if isinstance(record, Transfer):
        return _transfer(record)
    if isinstance(record, Event):
        return _event(record)
    return _standing(record)


def label(article: Article) -> str:
    """What an article is called: the name of its file, its address or its id."""
    return PurePath(article.path).name if article.path else article.url or article.id


def place(record: ClaimRecord, article: Article) -> str:
    """Where the words stand: ``wire.txt, 120-188`` (code points, half-open)."""
    return where((record.content if isinstance(record, Statement) else ()) or record.spans, article)


def where(spans: Iterable[Span], article: Article) -> str:
    """Where words of one article stand, likewise."""
    ranges = (
        f"{span.start}-{span.end}" + ("" if span.part == "text" else f" of {span.part}")
        for span in spans
    )
    return f"{label(article)}, {', '.join(ranges)}"


def party_text(party: Party | None) -> str:
    """A party's full name with its role."""
    return introduce(party) if party is not None else "somebody not named"


def _statement(record: Statement) -> tuple[str, list[str]]:
    facts: list[str] = [record.form, record.act]
    if record.modality != "asserted":
        facts.append(record.modality)
    if record.cue and record.force and record.force != "neutral":
        facts.append(f"{record.force} “{' '.join(record.cue.text.split())}”")
    facts += _occasion(record)
    head = " ← ".join([party_text(record.speaker), *_passed_on(record.chain, record.speaker)])
    return _with(head, facts), [_quote(record.content)]


def _occasion(record: Statement) -> list[str]:
    """The occasion with its outlet and its time, each where no word before has told it."""
    told = [record.occasion] if record.occasion else []
    outlet, when = record.occasion_outlet, record.occasion_when
    if outlet and outlet.name not in (record.occasion or ""):
        told.append(f"to {outlet.resolved or outlet.name}")
    if when:
        told.append(when_text(when))
    return told


def _redline(record: RedLine) -> tuple[str, list[str]]:
    warned = f" warns {_name(record.warned)}" if record.warned else " warns"
    head = " ← ".join(
        [party_text(record.warner) + warned, *_passed_on(record.chain, record.warner)]
    )
    body = [f"condition: {_quote(record.condition.spans)}"]
    answer = _quote(record.consequence.spans) or "not said"
    modes = ", ".join(record.consequence.modes)
    body.append(f"answer: {answer}" + (f" ({modes})" if modes else ""))
    if record.hedges:
        body.append(f"left open by: {_quote(record.hedges)}")
    if record.deadline:
        body.append(f"deadline: {when_text(record.deadline)}")
    return _with(head, [record.authority, record.channel]), body


def _transfer(record: Transfer) -> tuple[str, list[str]]:
    ends = (_name(record.supplier), *map(_name, record.via), _name(record.recipient))
    weapon = record.weapon.name if record.weapon else "what is not said"
    facts = [record.act.replace("_", " "), record.status or record.stage]
    if record.modality != "asserted":
        facts.append(record.modality)
    if record.when:
        facts.append(when_text(record.when))
    return _with(f"{' → '.join(ends)}: {weapon}", facts), [
        *_on_whose_say_so(record),
        _quote(record.spans),
    ]


def _event(record: Event) -> tuple[str, list[str]]:
    sides = _names(record.actors) + (f" → {_names(record.recipients)}" if record.recipients else "")
    facts = [record.mode, *record.contexts]
    if record.modality != "asserted":
        facts.append(record.modality)
    if record.when:
        facts.append(when_text(record.when))
    return _with(f"{record.type}: {sides}", facts), [
        *_on_whose_say_so(record),
        _quote(record.spans),
    ]


def _standing(record: PolicyChange | Relation) -> tuple[str, list[str]]:
    if isinstance(record, PolicyChange):
        head = f"{_name(record.jurisdiction)}: {record.subject} {record.direction}"
        facts = [record.scope]
    else:
        head = f"{record.type}: {_names(record.parties)}"
        facts = [record.about]
    if record.when:
        facts.append(when_text(record.when))
    return _with(head, facts), [*_on_whose_say_so(record), _quote(record.spans)]


def _on_whose_say_so(record: ClaimRecord) -> list[str]:
    """The chain from the origin's side; nothing in the outlet's own voice."""
    names = [party_text(link.party) for link in reversed(record.chain)]
    return [f"according to {' ← '.join(names)}"] if names else []


def _passed_on(chain: tuple[Link, ...], origin: Party | None) -> list[str]:
    """The chain from the origin's side, without the origin: the nearest to the outlet comes last."""
    parties = [link.party for link in reversed(chain)]
    if parties and _same(parties[0], origin):
        parties = parties[1:]
    return [party_text(party) for party in parties]


def _same(left: Party | None, right: Party | None) -> bool:
    if left is None or right is None:
        return left is right
    return left == right or (left.actor is not None and left.actor == right.actor)


def _with(head: str, facts: Iterable[str | None]) -> str:
    told = [fact for fact in facts if fact]
    return f"{head} ({', '.join(told)})" if told else head


def _name(party: Party | None) -> str:
    return "not said" if party is None else party.resolved or party.name


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(map(_name, parties)) or "not said"


def _quote(spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(span.text.split()) for span in spans)
