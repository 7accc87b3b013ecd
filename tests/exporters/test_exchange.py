"""What is exported as Parquet comes back into any store, byte for byte."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.dispute import dispute, later, rewrite, wire
from sayso.errors import ExchangeError
from sayso.exporters import placed, registry
from sayso.exporters._columns import COLUMNS
from sayso.importers import parquet
from sayso.model.collation import Judgement, LedgerUnion
from sayso.model.ids import kind_of
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.stores import Batch, Capture, Store, Tombstone, open_store
from stores.shelf import LATER, batch, ledgers

BROKEN = Quarantine(path="b.bin", reason="cut off", bytes=3, sha256="00")


def whole(store: Store) -> bytes:
    return msgspec.json.encode(list(store.batches()))


def carry(store: Store, folder: Path, address: str) -> bytes:
    """Out of the store, into another one, and what that holds."""
    registry()["parquet"](placed(store.batches()), folder)
    with open_store(address, create=True) as other:
        for one in parquet.read(folder):
            other.write(one)
        return whole(other)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ledgers(), max_size=6), st.lists(ledgers(), max_size=2))
def test_a_store_goes_out_and_comes_back(
    tmp_path: Path, some: list[Ledger], more: list[Ledger]
) -> None:
    with tempfile.TemporaryDirectory(dir=tmp_path) as name:
        folder = Path(name)
        with open_store(str(folder / "one.sqlite"), create=True) as store:
            store.write(batch(*some))
            store.write(msgspec.structs.replace(batch(*more, version=LATER), quarantines=(BROKEN,)))
            assert carry(store, folder / "out", str(folder / "two.sqlite")) == whole(store)


def test_between_the_two_databases(address: str, store: Store, tmp_path: Path) -> None:
    store.write(batch(*dispute()))
    elsewhere = Capture(article=wire().article.id, path="attic/1.txt", url="https://a.example/1")
    store.write(msgspec.structs.replace(batch(), captures=(elsewhere,)))
    gone = Tombstone(
        article=later().article.id, text_sha256="00", reason="asked for", author="ann", at="2025"
    )
    store.forget(gone)
    judged = Judgement(
        id="judgement_1", left="a", verdict="wrong", reason="no", author="ann", at="1"
    )
    store.judge(judged)
    there = carry(store, tmp_path / "out", str(tmp_path / "other.sqlite"))
    assert b'"tombstone"' in there
    assert b"judgement_1" in there
    assert there == whole(store)
    assert b"attic/1.txt" in there
    with open_store(address) as back:  # once more into where it came from: nothing changes
        for one in parquet.read(tmp_path / "out"):
            assert back.write(one).new == 0
        assert whole(back) == there


def test_columns_hold_what_the_records_say(store: Store, tmp_path: Path) -> None:
    store.write(batch(later(), wire()))
    registry()["parquet"](placed(store.batches()), tmp_path / "out")
    rows = pq.read_table(tmp_path / "out" / "statements.parquet").to_pylist()
    said = [*wire().records, *later().records]
    assert [row["id"] for row in rows] == [record.id for record in said]
    assert [row["speaker"] for row in rows] == ["Sigrun Aldal"] * 4
    assert rows[1]["start"] == date(2025, 5, 4)
    assert rows[1]["chain"] == ["Corvane", "Sigrun Aldal"]
    [first, *_] = pq.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
    assert (first["outlet"], first["published_start"]) == ("Northern Ledger", date(2025, 5, 5))


def test_every_kind_of_record_has_a_file() -> None:
    kinds = {kind_of(type_) for type_ in get_args(LedgerUnion)}
    assert kinds <= set(COLUMNS)


def test_json_lines_hold_the_records_as_commands_print_them(store: Store, tmp_path: Path) -> None:
    store.write(msgspec.structs.replace(batch(wire()), quarantines=(BROKEN,)))
    registry()["jsonl"](placed(store.batches()), tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines()
    wanted = [wire().article, *wire().records, *wire().actors, BROKEN]
    assert lines == [msgspec.json.encode(record) for record in wanted]


@pytest.mark.parametrize("format_", ["parquet", "jsonl"])
def test_what_fails_leaves_nothing_and_what_is_there_stays(
    store: Store, tmp_path: Path, format_: str
) -> None:
    store.write(batch(wire()))
    out = tmp_path / "files" / "out"

    def cut_off() -> object:
        yield from placed(store.batches())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        registry()[format_](cut_off(), out)  # type: ignore[arg-type]
    assert list(out.parent.iterdir()) == []
    out.write_text("mine")
    with pytest.raises(ExchangeError, match="is there already"):
        registry()[format_](placed(store.batches()), out)
    assert out.read_text() == "mine"


def rewritten(path: Path, change: object) -> None:
    table = pq.read_table(path)
    pq.write_table(change(table), path)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "change", "why"),
    [
        ("statements", lambda table: table.slice(1), "missing, or there twice"),
        ("articles", lambda table: table.slice(1), "not in articles.parquet, or not in its order"),
        ("versions", lambda table: table.slice(1), "version version_one is missing"),
        ("actors", lambda table: table.drop_columns("record"), "cannot be read"),
        ("events", lambda table: table.replace_schema_metadata({}), "not exported by this Sayso"),
        (
            "captures",
            lambda table: table.set_column(
                table.schema.get_field_index("record"), "record", pa.array(["{}"] * table.num_rows)
            ),
            "holds what is no such record",
        ),
    ],
)
def test_what_is_damaged_is_told(tmp_path: Path, name: str, change: object, why: str) -> None:
    places = tuple(Capture(article=one.article.id, path="a.txt") for one in (wire(), rewrite()))
    folder = tmp_path / "out"
    every: Batch = msgspec.structs.replace(batch(wire(), rewrite()), captures=places)
    registry()["parquet"](placed([every]), folder)
    assert sum(len(one.ledgers) for one in parquet.read(folder)) == 2
    rewritten(folder / f"{name}.parquet", change)
    with pytest.raises(ExchangeError, match=why):
        list(parquet.read(folder))


def test_what_is_no_folder_of_ours_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"versions\.parquet cannot be read"):
        list(parquet.read(tmp_path))
