"""Searches honour judgements: over both databases statements are found as people have judged them."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.model.collation import Change, Footing, Judgement
from sayso.model.ids import with_id
from sayso.model.ledger import Statement
from sayso.model.reading import Ledger
from sayso.search.finding import Request, search
from sayso.stores import Store
from stores.shelf import batch
from stores.test_searching import harbour, sailing


def judged(left: str, verdict: Any, of: Ledger, number: int, **fields: Any) -> Judgement:
    record = next((one for one in of.records if one.id == left), of.records[0])
    footing = Footing(
        record=left, about="statement", article=of.article.id, spans=getattr(record, "spans", ())
    )
    made = Judgement(
        id="",
        left=left,
        verdict=verdict,
        reason="heard again",
        author="ida",
        at=f"2025-06-0{number}T12:00:00+00:00",
        on=() if verdict == "undone" else (footing,),
        **fields,
    )
    return with_id(made)


def statements(store: Store, words: str, **narrowed: Any) -> list[Statement]:
    found = search(store, Request(words=words, among=("statements",), **narrowed))
    assert found.search.statements is not None
    assert found.search.statements.ranked == len(found.found)
    return [one.statement for one in found.found if one.statement is not None]


def test_what_is_rejected_is_not_found_until_that_is_undone(store: Store) -> None:
    ferries, quay = harbour().records
    store.write(batch(harbour(), sailing()))
    before = statements(store, "quay")
    assert len(before) == 2
    wrong = judged(quay.id, "wrong", harbour(), 1)
    store.judge(wrong)
    assert statements(store, "quay") == [one for one in before if one.id != quay.id]
    assert [one.id for one in statements(store, "stay kiev")] == [ferries.id]
    store.judge(judged(wrong.id, "undone", harbour(), 2))
    assert {one.id for one in statements(store, "quay")} == {one.id for one in before}


def test_what_is_corrected_is_found_by_what_it_says_now(store: Store) -> None:
    held = harbour()
    [_, quay] = held.records
    assert isinstance(quay, Statement)
    [span] = quay.content
    store.write(batch(held))
    said = held.article.span(span.start + len("the quay is "), span.end)
    changes = {"content.0.start": said.start, "content.0.text": said.text, "speaker.role": "pilot"}
    store.judge(
        judged(
            quay.id,
            "corrected",
            held,
            1,
            changes=tuple(
                Change(path=path, value=msgspec.json.encode(value).decode())
                for path, value in changes.items()
            ),
        )
    )
    assert statements(store, "quay") == []
    [found] = statements(store, "closed", who="berg pilot", since="2021-05-04", until="2021-05-04")
    assert (found.id, found.content) == (quay.id, (said,))
    assert found.by is not None
    assert found.by.extractor == "judgement"
    for narrowed in ({"who": "nozdryov"}, {"since": "2021-05-05"}, {"outlet": "daily"}):
        assert statements(store, "closed", **narrowed) == []
    assert statements(store, "-closed ferries") != []
    assert statements(store, "closed -closed") == []


def test_what_is_added_by_hand_is_found(store: Store) -> None:
    held = harbour()
    store.write(batch(held, sailing()))
    start = held.article.text.index("Nobody sails")
    span = held.article.span(start, start + len("Nobody sails"))
    [first, _] = held.records
    assert isinstance(first, Statement)
    added = with_id(
        msgspec.structs.replace(
            first, spans=(span,), content=(span,), cue=None, speaker=None, chain=()
        )
    )
    assert statements(store, "sails") == []
    store.judge(judged(added.id, "added", held, 1, record=added))
    [found] = statements(store, "nobody sails")
    assert (found.id, found.content) == (added.id, (span,))
    assert statements(store, "nobody sails", who="nozdryov") == []
