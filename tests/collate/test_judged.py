"""Ledgers and claims as people have judged them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from briefs.dispute import ENVOY, ENVOY_AGAIN, dispute, wire
from sayso.collate import collate
from sayso.collate.judged import BY_HAND, change_record, in_force, judge_ledger
from sayso.collate.pairs import find_pairs
from sayso.errors import JudgementError
from sayso.model.collation import Change, Footing, Judgement, LedgerUnion
from sayso.model.ids import with_id
from sayso.model.ledger import Caveat, Event, Statement
from sayso.model.reading import Ledger

FIRST = wire().records[0]


def judged(verdict: str, left: str = FIRST.id, at: int = 1, **fields: Any) -> Judgement:
    fields.setdefault("on", (footing(FIRST),))
    made: Judgement = msgspec.convert(
        {"kind": "judgement", "id": "", "left": left, "verdict": verdict, "reason": "seen"}
        | {"author": "ida", "at": f"2025-06-0{at}"},
        Judgement,
    )
    return with_id(msgspec.structs.replace(made, **fields))


def footing(record: LedgerUnion) -> Footing:
    return Footing(
        record=record.id,
        about=str(record.__struct_config__.tag),
        article=record.article,
        spans=record.spans,
    )


def test_what_is_undone_does_not_count_and_undone_again_it_does() -> None:
    wrong = judged("wrong")
    undone = judged("undone", wrong.id, 2, on=())
    again = judged("undone", undone.id, 3, on=())
    assert in_force([wrong]) == (wrong,)
    assert in_force([undone, wrong]) == ()
    assert in_force([again, wrong, undone]) == (wrong,)


def test_a_rejected_record_leaves_with_what_refers_to_it() -> None:
    doubt = with_id(
        Caveat(id="", article=FIRST.article, spans=(), code="x", detail="", about=FIRST.id)
    )
    [span, *_] = FIRST.spans
    event = with_id(
        Event(
            id="",
            article=FIRST.article,
            spans=(span,),
            type="THREATEN",
            trigger=span,
            statement=FIRST.id,
        )
    )
    ledger = msgspec.structs.replace(wire(), records=(*wire().records, event, doubt))
    seen, unmet = judge_ledger(ledger, [judged("wrong")])
    assert unmet == ()
    assert [one.id for one in seen.records] == [
        *(one.id for one in wire().records[1:]),
        event.id,
    ]
    [left] = [one for one in seen.records if isinstance(one, Event)]
    assert left.statement is None
    shown = judge_ledger(ledger, [judged("wrong")], with_rejected=True).ledger
    assert [one.id for one in shown.records] == [one.id for one in ledger.records]
    assert shown.records[0].by is not None
    assert shown.records[0].by.extractor == BY_HAND


def test_a_corrected_record_keeps_its_id_and_names_the_judgement() -> None:
    one = judged("corrected", changes=(Change(path="modality", value='"denied"'),))
    two = judged("corrected", at=2, changes=(Change(path="speaker.role", value="null"),))
    [record, *rest] = judge_ledger(wire(), [one, two]).ledger.records
    assert isinstance(record, Statement)
    assert (record.id, record.modality) == (FIRST.id, "denied")
    assert record.speaker is not None
    assert record.speaker.role is None
    assert record.by is not None
    assert record.by.version == two.id
    assert tuple(rest) == wire().records[1:]


def test_a_record_is_found_by_its_spans_when_its_id_is_another() -> None:
    anew = with_id(msgspec.structs.replace(FIRST, modality="feared"))
    ledger = msgspec.structs.replace(wire(), records=(anew, *wire().records[1:]))
    assert anew.id != FIRST.id
    assert judge_ledger(ledger, [judged("wrong")]).ledger.records == wire().records[1:]
    gone = msgspec.structs.replace(wire(), records=wire().records[1:])
    one = judged("wrong")
    assert judge_ledger(gone, [one]) == (gone, (one,))


def test_a_record_that_was_added_is_there_once() -> None:
    more = with_id(msgspec.structs.replace(FIRST, modality="feared"))
    one = judged("added", more.id, on=(footing(more),), record=more)
    seen = judge_ledger(wire(), [one]).ledger
    assert [record.id for record in seen.records] == [*(r.id for r in wire().records), more.id]
    assert judge_ledger(seen, [one]).ledger.records[-1].id == more.id
    assert len(judge_ledger(seen, [one]).ledger.records) == len(seen.records)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("id", '"x"', "cannot be changed"),
        ("by.score", "1", "cannot be changed"),
        ("mood", '"sad"', "there is no mood"),
        ("speaker.mood", '"sad"', "there is no speaker.mood"),
        ("spans.9.start", "1", "there is no spans.9"),
        ("spans.x", "1", "there is no spans.x"),
        ("modality", '"sad"', "modality"),
        ("spans.0.start", "1", " not "),
        ("spans", "[]", "no record without evidence"),
    ],
)
def test_what_cannot_be_is_refused(path: str, value: str, told: str) -> None:
    with pytest.raises(JudgementError, match=told):
        change_record(FIRST, [Change(path=path, value=value)], wire().article)


def pair(verdict: str, left: LedgerUnion, right: LedgerUnion, at: int = 1) -> Judgement:
    on = (footing(left), footing(right))
    return judged(verdict, left.id, at, right=right.id, on=on)


def claims_of(ledgers: Sequence[Ledger], *judgements: Judgement) -> set[frozenset[str]]:
    made = collate(ledgers, together=True, judgements=judgements).claims
    return {frozenset(claim.records) for claim in made if claim.about == "statement"}


def test_a_claim_is_parted_and_joined_again() -> None:
    every = dispute()
    before = claims_of(every)
    whole = max(before, key=lambda ids: (len(ids), sorted(ids)))
    assert len(whole) > 1
    known = {record.id: record for ledger in every for record in ledger.records}
    left, right, *_ = (known[key] for key in sorted(whole))
    parted = claims_of(every, pair("different", left, right))
    assert whole not in parted
    assert not any({left.id, right.id} <= ids for ids in parted)
    assert {key for ids in parted for key in ids} == {key for ids in before for key in ids}
    again = claims_of(every, pair("different", left, right), pair("same", left, right, 2))
    assert again == before


def test_claims_that_have_nothing_in_common_are_joined_by_hand() -> None:
    every = dispute()
    known = {record.id: record for ledger in every for record in ledger.records}
    one, other = sorted(claims_of(every), key=sorted)[:2]
    left, right = known[min(one)], known[min(other)]
    joined = claims_of(every, pair("same", left, right))
    assert one | other in joined
    assert len(joined) == len(claims_of(every)) - 1


def test_actors_are_joined_and_kept_apart_by_hand() -> None:
    every = dispute()
    assert collate(every).joined.keys() >= {ENVOY_AGAIN.id}
    on = tuple(
        Footing(record=key, about="actor", article=wire().article.id)
        for key in (ENVOY.id, ENVOY_AGAIN.id)
    )
    apart = judged("different", ENVOY.id, right=ENVOY_AGAIN.id, on=on)
    seen = collate(every, judgements=[apart])
    assert ENVOY_AGAIN.id not in seen.joined
    assert not any({one.left, one.right} == {ENVOY.id, ENVOY_AGAIN.id} for one in seen.judgements)
    states = [actor.id for actor in collate(every).actors if actor.type == "state"][:2]
    on = tuple(Footing(record=key, about="actor", article=wire().article.id) for key in states)
    union = judged("same", states[0], right=states[1], on=on)
    joined = collate(every, judgements=[union]).joined
    assert joined[states[0]] == joined[states[1]]


def test_a_pair_of_which_one_is_gone_is_told() -> None:
    one = pair("same", FIRST, wire().records[1])
    gone = msgspec.structs.replace(wire(), records=wire().records[1:])
    assert find_pairs([gone], [one]).unmet == (one,)
    assert find_pairs([wire()], [one]).same == (tuple(sorted((one.left, str(one.right)))),)
