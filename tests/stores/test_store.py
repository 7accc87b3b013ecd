"""What every store does, on both databases."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.dispute import dispute, later, rewrite, wire
from sayso.collate.batch import settle
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import When
from sayso.stores import Capture, Selection, Store, open_store
from stores.shelf import LATER, VERSION, batch, ledgers

FIXTURES_ONCE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def held(store: Store) -> tuple[Ledger, ...]:
    return tuple(sorted(store.ledgers(), key=lambda ledger: ledger.article.id))


@settings(max_examples=15, suppress_health_check=FIXTURES_ONCE)
@given(st.lists(st.lists(ledgers(), max_size=4), max_size=4), st.data())
def test_ledgers_come_back_byte_for_byte_whatever_the_order(
    address: str, parts: list[list[Ledger]], data: st.DataObject
) -> None:
    with open_store(address, create=True) as store:
        # One store for all examples: what an earlier one brought is known.
        before = held(store)
        for part in parts:
            shuffled = data.draw(st.permutations(part))
            store.write(batch(*shuffled))
        wanted = settle([*before, *(ledger for part in parts for ledger in part)])
        assert msgspec.json.encode(held(store)) == msgspec.json.encode(wanted)


def test_an_article_is_there_once_under_its_smallest_path(store: Store) -> None:
    one, other = wire(), moved(wire(), "attic/wire.txt")
    assert store.write(batch(one)).new == 1
    assert store.write(batch(other)).new == 0
    store.write(msgspec.structs.replace(batch(), captures=(found(one, "zoo/wire.txt"),)))
    assert held(store) == (other,)
    assert store.counts()["captures"] == 3
    assert store.counts()["articles"] == 1


def test_a_capture_of_what_is_not_there_is_nothing(store: Store) -> None:
    store.write(msgspec.structs.replace(batch(), captures=(found(wire(), "wire.txt"),)))
    assert store.counts()["captures"] == 0


def test_what_another_version_read_stays_until_the_new_is_written(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    fewer = msgspec.structs.replace(wire(), records=wire().records[:1])
    assert store.write(batch(fewer, version=LATER)).renewed == 0
    assert held(store) == settle([wire(), rewrite()])
    done = store.write(batch(fewer, later(), version=LATER, again=True))
    assert (done.new, done.renewed) == (1, 1)
    assert (done.kept, done.removed) == (1, len(wire().records) - 1)
    assert done.added == len(later().records)
    assert held(store) == settle([fewer, rewrite(), later()])
    ids = [wire().article.id, rewrite().article.id, "article_unknown"]
    assert store.known(ids) == {ids[0]: LATER.id, ids[1]: VERSION.id}


def test_a_batch_that_fails_leaves_nothing(store: Store) -> None:
    store.write(batch(rewrite()))
    broken = msgspec.structs.replace(
        wire(), article=msgspec.structs.replace(wire().article, text_sha256=None)
    )
    with pytest.raises(Exception, match=r"NOT NULL|null value"):
        store.write(batch(later(), broken))
    assert held(store) == (rewrite(),)
    assert store.write(batch(later(), wire())).new == 2


def test_ledgers_come_by_day_and_then_by_id(store: Store) -> None:
    every = dispute()[:4]
    days = ("2025-05-07", None, "2025-05-06", None)
    store.write(batch(*(out_on(one, day) for one, day in zip(every, days, strict=True))))
    ids = [one.article.id for one in every]
    wanted = [ids[2], ids[0], *sorted((ids[1], ids[3]))]
    assert [ledger.article.id for ledger in store.ledgers()] == wanted


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), "wire rewrite later"),
        (Selection(articles=[wire().article.id, "article_unknown"]), "wire"),
        (Selection(articles=[]), ""),
        (Selection(published_until="2025-05-05"), "wire rewrite later"),
        (Selection(published_until="2025-05-04"), "rewrite later"),
        (Selection(kinds=frozenset({"event"})), ""),
        (Selection(who=("aldal", "sigrun")), "wire rewrite later"),
        (Selection(who=("ambassador",), kinds=frozenset({"statement"})), "wire rewrite later"),
        (Selection(who=("ambassad_r",)), ""),
        (Selection(who=("sigrun",), until="2025-05-04"), "wire rewrite"),
        (Selection(until="2025-05-04"), "wire rewrite"),
        (Selection(since="2999-01-01"), "rewrite"),
        (Selection(written_until="1999-01-01T00:00:00"), ""),
        (Selection(actors=[one.id for one in later().actors]), "wire rewrite later"),
        (Selection(actors=["actor_of_nobody"]), ""),
    ],
)
def test_a_selection_narrows(store: Store, selection: Selection, wanted: str) -> None:
    known = {"wire": wire(), "rewrite": rewrite(), "later": later()}
    store.write(batch(*known.values()))
    ids = [ledger.article.id for ledger in store.ledgers(selection)]
    assert store.articles(selection) == tuple(ids)
    assert {name for name, ledger in known.items() if ledger.article.id in ids} == set(
        wanted.split()
    )


def test_of_kinds_and_bare_ledgers_hold_no_more(store: Store) -> None:
    store.write(batch(wire()))
    [bare] = store.ledgers(Selection(bare=True))
    assert bare == Ledger(article=wire().article)
    [said] = store.ledgers(Selection(kinds=frozenset({"statement"})))
    assert said == Ledger(article=wire().article, records=wire().records)


def test_an_input_is_quarantined_until_it_is_read(store: Store) -> None:
    first = Quarantine(path="herring/001_wire.txt", reason="cut off", bytes=3, sha256="00")
    other = Quarantine(path="b\0.bin", reason="no such file")
    store.write(msgspec.structs.replace(batch(), quarantines=(first, other)))
    again = msgspec.structs.replace(first, reason="empty")
    store.write(msgspec.structs.replace(batch(), quarantines=(again,)))
    assert list(store.quarantines()) == [other, again]
    store.write(batch(wire()))
    assert list(store.quarantines()) == [other]


def test_a_reader_sees_one_moment(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    reading = store.ledgers()
    first = next(reading)
    fewer = [msgspec.structs.replace(one, records=()) for one in (wire(), rewrite())]
    store.write(batch(later(), *fewer, version=LATER, again=True))
    assert settle([first, *reading]) == settle([wire(), rewrite()])
    assert len(held(store)) == 3


def test_counts(store: Store) -> None:
    store.write(batch(wire(), rewrite()))
    said = len(wire().records) + len(rewrite().records)
    assert store.counts() == {"articles": 2, "captures": 2, "quarantines": 0, "statement": said}


def moved(ledger: Ledger, path: str) -> Ledger:
    article = msgspec.structs.replace(ledger.article, path=path)
    return msgspec.structs.replace(ledger, article=article)


def out_on(ledger: Ledger, day: str | None) -> Ledger:
    when = When(start=day, text=day) if day else None
    return msgspec.structs.replace(
        ledger, article=msgspec.structs.replace(ledger.article, published=when)
    )


def found(ledger: Ledger, path: str) -> Capture:
    return Capture(article=ledger.article.id, path=path)


def test_two_batches_that_meet_in_other_orders_both_come_in(address: str) -> None:
    """Two processes write the same articles in batches that overlap, each in an order of its own."""
    context = multiprocessing.get_context("spawn")
    held_by: Sequence[list[int]] = ([0, 1, 2, 3, 4], [4, 3, 2, 1, 0])
    workers = [
        context.Process(target=_write_all, args=(address, order, number))
        for number, order in enumerate(held_by)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0]
    with open_store(address) as store:
        wanted = settle(moved(one, f"0/{n}.txt") for n, one in enumerate(dispute()))
        assert held(store) == wanted
        assert store.counts()["captures"] == 10


def _write_all(address: str, order: list[int], number: int) -> None:
    every = dispute()
    # Whoever comes first makes the tables.
    with open_store(address, create=True) as store:
        for again in (False, True) * 10:
            for start in range(0, 5, 2):
                part = [moved(every[at], f"{number}/{at}.txt") for at in order[start : start + 2]]
                store.write(batch(*part, again=again))
