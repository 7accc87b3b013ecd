"""Judgements by hand, made of what people name: what `sayso judge` and the desk write.

Each function keeps one Judgement of `author` with its `reason`, and returns it. Records are named by their id or
by how it begins. JudgementError where nothing or several are meant, or the judgement does not fit what is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from sayso.collate.judged import change_record, check_spans, in_force, judge_ledger
from sayso.collate.pairs import find_pairs
from sayso.errors import JudgementError
from sayso.model.collation import Change, Footing, Judgement, LedgerUnion
from sayso.model.ids import by_id, kind_of, record_id, with_id
from sayso.model.reading import Ledger
from sayso.stores import Selection, Store


def judge_pair(
    store: Store, author: str, left: str, right: str, verdict: str, reason: str
) -> Judgement:
    """That two actors, records or claims are one (``same``), or are not (``different``)."""
    ends = _ends(store, (left, right))
    if ends[0].record == ends[1].record:
        raise JudgementError(f"both are {ends[0].record}")
    if ends[0].about != ends[1].about:
        raise JudgementError(f"one is of kind {ends[0].about}, the other of kind {ends[1].about}")
    return _keep(
        store,
        author,
        left=ends[0].record,
        right=ends[1].record,
        verdict=verdict,
        reason=reason,
        on=tuple(ends),
    )


def reject(store: Store, author: str, given: str, reason: str) -> Judgement:
    """That a record is wrong."""
    [footing] = _ends(store, (given,))
    return _keep(
        store, author, left=_record(footing), verdict="wrong", reason=reason, on=(footing,)
    )


def correct(
    store: Store, author: str, given: str, settings: Sequence[str], reason: str
) -> Judgement:
    """That fields of a record have other values: ``PATH=VALUE``, the value as JSON, or else as text."""
    [footing] = _ends(store, (given,))
    ledger = _ledger(store, footing.article)
    changes = tuple(map(_change, settings))
    own = [one for one in in_force(store.judgements()) if ledger.article.id in _articles(one)]
    judged = judge_ledger(ledger, own, with_rejected=True).ledger
    [record] = [one for one in judged.records if one.id == _record(footing)][:1]
    if change_record(record, changes, ledger.article) == record:
        raise JudgementError("that is what the record says")
    return _keep(
        store,
        author,
        left=footing.record,
        verdict="corrected",
        reason=reason,
        on=(footing,),
        changes=changes,
    )


def add(store: Store, author: str, content: bytes, reason: str) -> Judgement:
    """That an article holds one more record, given as JSON. Its id may be left out."""
    try:
        fields = msgspec.json.decode(content, type=dict[str, Any])
        record = msgspec.convert({"id": "", **fields}, LedgerUnion)
    except msgspec.DecodeError as error:
        raise JudgementError(f"that is no record: {error}") from error
    if record.id not in {"", record_id(record)}:
        raise JudgementError(f"its id would be {record_id(record)}: leave it out")
    record = with_id(record)
    ledger = _ledger(store, record.article)
    check_spans(record, ledger.article)
    if any(one.id == record.id for one in ledger.records):
        raise JudgementError(f"{record.id} is there already")
    return _keep(
        store,
        author,
        left=record.id,
        verdict="added",
        reason=reason,
        on=(_footing(record),),
        record=record,
    )


def undo(store: Store, author: str, given: str, reason: str) -> Judgement:
    """That a judgement does not count any more; of an undoing, that it counts again."""
    every = store.judgements()
    found = [one for one in every if one.id.startswith((given, f"judgement_{given}"))]
    if len(found) != 1 or not given:
        raise JudgementError(
            f"{len(found) or 'no'} judgements have an id that begins with {given!r}"
        )
    return _keep(store, author, left=found[0].id, verdict="undone", reason=reason)


def states(store: Store) -> tuple[tuple[Judgement, str], ...]:
    """Every judgement with what became of it: in force, undone, or no longer met by the records."""
    every = store.judgements()
    counting = in_force(every)
    articles = {article for one in counting for article in _articles(one)}
    ledgers = list(store.ledgers(Selection(articles=articles)))
    lost = {one.id for one in find_pairs(ledgers, counting).unmet}
    for ledger in ledgers:
        lost |= {one.id for one in judge_ledger(ledger, counting).unmet}
    there = {ledger.article.id for ledger in ledgers}
    lost |= {one.id for one in counting if one.on and not there.intersection(_articles(one))}
    force = {one.id for one in counting}
    undoing = {one.id for one in every if one.verdict == "undone"}

    def state(one: Judgement) -> str:
        if one.id in lost:
            return "no longer met"
        return "in force" if one.id in force else "undoes" if one.id in undoing else "undone"

    return tuple((one, state(one)) for one in every)


def _keep(store: Store, author: str, **fields: Any) -> Judgement:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    judgement = with_id(Judgement(id="", author=author, at=now, **fields))
    store.judge(judgement)
    return judgement


def _ends(store: Store, given: Iterable[str]) -> list[Footing]:
    """What is named by id or the beginning of it; a claim stands for its best-sourced record."""
    claims: dict[str, str] = {}
    named = list(given)
    if any(one.startswith("claim_") for one in named):
        from sayso.collate import collate

        judgements = in_force(store.judgements())
        ledgers = [judge_ledger(one, judgements).ledger for one in store.ledgers()]
        made = collate(ledgers, judgements=judgements).claims
        claims = {
            one: by_id(one, made, "claim").record.id for one in named if one.startswith("claim_")
        }
    return [_located(store, claims.get(one, one)) for one in named]


def _located(store: Store, given: str) -> Footing:
    found = store.locate(given) if given else ()
    if len(found) != 1:
        number = "several" if found else "no"
        raise JudgementError(f"{number} records or actors have an id that begins with {given!r}")
    [(key, article)] = found
    ledger = _ledger(store, article)
    for record in ledger.records:
        if record.id == key:
            return _footing(record)
    spans = (one.span for one in ledger.mentions if one.actor is not None and one.actor.id == key)
    first = next(spans, None)
    return Footing(
        record=key, about="actor", article=article, spans=() if first is None else (first,)
    )


def _footing(record: LedgerUnion) -> Footing:
    return Footing(
        record=record.id, about=kind_of(record), article=record.article, spans=record.spans
    )


def _record(footing: Footing) -> str:
    if footing.about == "actor":
        raise JudgementError(
            "an actor can be merged and split; only a record can be rejected or corrected"
        )
    return footing.record


def _ledger(store: Store, article: str) -> Ledger:
    found = list(store.ledgers(Selection(articles=[article])))
    if not found:
        raise JudgementError(f"the store at {store.address} has no article {article!r}")
    return found[0]


def _articles(judgement: Judgement) -> frozenset[str]:
    return frozenset(footing.article for footing in judgement.on)


def _change(setting: str) -> Change:
    path, equals, value = setting.partition("=")
    if not equals:
        raise JudgementError(f"a correction is PATH=VALUE, not {setting!r}")
    try:
        msgspec.json.decode(value)
    except msgspec.DecodeError:
        value = msgspec.json.encode(value).decode()
    return Change(path=path.strip(), value=value)
