"""Ledgers as people have judged them: what is rejected leaves, what is corrected changes, what is added comes.

What was extracted stays as it is; these are pure functions from ledgers and judgements to ledgers as they are to be
read. A judgement finds its record by id, and where a newer extractor gave it another, by its kind and its spans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec

from sayso.errors import JudgementError, SpanError
from sayso.model.collation import Change, Footing, Judgement, LedgerUnion
from sayso.model.finding import spans_of
from sayso.model.ids import kind_of
from sayso.model.ledger import By, Caveat, Event, RedLine, Transfer
from sayso.model.reading import Ledger
from sayso.model.text import Article

# What `by` names as extractor in a record that a judgement touched; its version is the judgement's id.
BY_HAND = "judgement"
FIXED = frozenset({"kind", "id", "article", "by"})

R = TypeVar("R", bound=LedgerUnion)


class Judged(NamedTuple):
    """A ledger as judged, and the judgements on it that nothing meets any more."""

    ledger: Ledger
    unmet: tuple[Judgement, ...]


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that count, in the order in which they were made: neither undone nor an undoing."""
    undone: set[str] = set()
    kept = []
    for one in sorted(judgements, key=lambda one: (one.at or "", one.id), reverse=True):
        if one.id in undone:
            continue
        if one.verdict == "undone":
            undone.add(one.left)
        else:
            kept.append(one)
    return tuple(reversed(kept))


def judge_ledger(
    ledger: Ledger, judgements: Iterable[Judgement], *, with_rejected: bool = False
) -> Judged:
    """The ledger as the judgements (those in force, in their order) want it read.

    A corrected record keeps its id. With `with_rejected` what is rejected stays. Each record that a judgement
    touched names it in `by`.
    """
    now: dict[str, LedgerUnion] = {record.id: record for record in ledger.records}
    added: list[LedgerUnion] = []
    rejected: set[str] = set()
    unmet = []
    for one in judgements:
        if one.verdict not in {"wrong", "corrected", "added"}:
            continue
        if ledger.article.id not in {footing.article for footing in one.on}:
            continue
        record = one.record or find_record(ledger.records, one.on[0])
        made = _applied(one, record and now.get(record.id, record), ledger.article)
        if record is None or made is None:
            unmet.append(one)
            continue
        if one.verdict == "added":
            added.append(made)
        else:
            now[record.id] = made
        if one.verdict == "wrong":
            rejected.add(record.id)
    kept = [now[record.id] for record in ledger.records]
    known = set(now)
    kept += {record.id: record for record in added if record.id not in known}.values()
    if not with_rejected:
        kept = _without(kept, rejected)
    return Judged(msgspec.structs.replace(ledger, records=tuple(kept)), tuple(unmet))


def find_record(records: Sequence[LedgerUnion], footing: Footing) -> LedgerUnion | None:
    """The record that a judgement stands on: by its id, else the only one of its kind on its spans."""
    for record in records:
        if record.id == footing.record:
            return record
    same = [
        record
        for record in records
        if kind_of(record) == footing.about and footing.spans and record.spans == footing.spans
    ]
    return same[0] if len(same) == 1 else None


def change_record(record: R, changes: Iterable[Change], article: Article) -> R:
    """The record with changed fields. JudgementError where a field is not there, or cannot be that."""
    content = msgspec.json.decode(msgspec.json.encode(record))
    for change in changes:
        *way, last = change.path.split(".")
        if (way or [last])[0] in FIXED:
            raise JudgementError(f"{change.path} cannot be changed")
        where = content
        for name in way:
            where = _step(where, name, change.path)
        _step(where, last, change.path)
        where[int(last) if isinstance(where, list) else last] = msgspec.json.decode(change.value)
    try:
        made = msgspec.convert(content, type(record))
    except msgspec.ValidationError as error:
        raise JudgementError(str(error)) from error
    check_spans(made, article)
    return made


def check_spans(record: LedgerUnion, article: Article) -> None:
    """JudgementError unless the record is of the article, and each of its spans is the article's text."""
    if record.article != article.id:
        raise JudgementError(f"it is of {record.article}, not of {article.id}")
    if not record.spans and not isinstance(record, Caveat):
        raise JudgementError("it has no span: no record without evidence")
    for span in spans_of(record):
        try:
            same = article.span(span.start, span.end, span.part)
        except SpanError as error:
            raise JudgementError(str(error)) from error
        if span != same:
            raise JudgementError(
                f"{span.start}-{span.end} of {span.part} is {same.text!r}, not {span.text!r}"
            )


def _step(where: Any, name: str, path: str) -> Any:
    try:
        return where[int(name)] if isinstance(where, list) else where[name]
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise JudgementError(f"there is no {path}: nothing is called {name!r} there") from error


def _applied(
    judgement: Judgement, record: LedgerUnion | None, article: Article
) -> LedgerUnion | None:
    """The record as judged, signed by the judgement; None where it does not fit any more."""
    if record is None:
        return None
    try:
        record = change_record(record, judgement.changes, article)
    except JudgementError:
        return None
    return msgspec.structs.replace(record, by=By(extractor=BY_HAND, version=judgement.id))


def _without(records: Iterable[LedgerUnion], rejected: set[str]) -> list[LedgerUnion]:
    """The records without those, and without references to them; doubts about them go too."""
    kept: list[LedgerUnion] = []
    for record in records:
        if record.id in rejected or (isinstance(record, Caveat) and record.about in rejected):
            continue
        if isinstance(record, Event | RedLine) and record.statement in rejected:
            kept.append(msgspec.structs.replace(record, statement=None))
        elif isinstance(record, Transfer) and rejected.intersection(record.next_legs):
            legs = tuple(leg for leg in record.next_legs if leg not in rejected)
            kept.append(msgspec.structs.replace(record, next_legs=legs))
        else:
            kept.append(record)
    return kept
