"""Shards among workers that are slow, or are lost: each article once, as one core reads it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pytest

from sayso.articles import to_article
from sayso.engines.filling import Bounds, Filling, Sighted
from sayso.engines.local import Aside, Taking
from sayso.engines.parts import Part
from sayso.engines.sharded import Answered, Call, read_shards, write_parts
from sayso.engines.version import reading_version
from sayso.engines.worker import Worker
from sayso.errors import InputError, WorkerError
from sayso.exporters import placed
from sayso.importers import parquet
from sayso.importers.parts import folders
from sayso.inputs import Item, read_inputs
from sayso.inputs.walk import walk
from sayso.model.ledger import Quarantine
from sayso.model.reading import Ledger
from sayso.model.text import RawDocument
from sayso.settings import Settings
from sayso.stores import Store, open_store

T = TypeVar("T", bound=Item | Sighted)

VERSION = reading_version(Settings())


def dice(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  nothing is secret here


class Bare:
    """Reads without a language model."""

    def read(self, items: Iterable[Item]) -> Iterator[Ledger | Aside]:
        for item in items:
            if not isinstance(item, RawDocument):
                yield item
                continue
            try:
                yield Ledger(article=to_article(item, as_is=True, published=None, language=None)[0])
            except InputError as error:
                yield Quarantine(path=item.path or "-", reason=str(error))


class Loose:
    """Hands that make calls in any order, and lose the worker of some of them on the way."""

    def __init__(self, chance: random.Random, losses: float = 0.0) -> None:
        self.open: dict[int, tuple[Call, Iterator[Any], int]] = {}
        self.most = 0
        self._worker = Worker(Settings(), Taking())
        self._worker._engine = Bare()  # type: ignore[assignment]
        self._chance = chance
        self._losses = losses
        self._given = 0

    @property
    def busy(self) -> bool:
        return bool(self.open)

    @property
    def room(self) -> int:
        return max(0, 3 - sum(call.method in ("read", "part") for call, _, _ in self.open.values()))

    def give(self, call: Call) -> int:
        self._given += 1
        self._begin(self._given, call)
        self.most = max(self.most, len(self.open))
        return self._given

    def take(self) -> Answered:
        number = self._chance.choice(sorted(self.open))
        call, values, had = self.open[number]
        if self._chance.random() < self._losses:
            self._begin(number, call.rest(had))
            return self.take()
        for value in values:
            self.open[number] = (call, values, had + 1)
            return Answered(number, value)
        del self.open[number]
        return Answered(number, None, ended=True)

    def _begin(self, number: int, call: Call) -> None:
        values = getattr(self._worker, call.method)(*call.arguments)
        self.open[number] = (call, values, 0)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of several kinds; some of it twice, some of it broken."""
    folder = tmp_path_factory.mktemp("pile")
    lines = [json.dumps({"text": f"Barge {number % 70} waits.", "id": 1}) for number in range(100)]
    (folder / "wire.jsonl").write_text("\n".join([*lines[:50], "{", "", *lines[50:]]))
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"The bridge on pier {number % 4} stays closed.\n")
    (folder / "empty.txt").write_text("")
    (folder / "picture.xyz").write_bytes(b"\x89PNG")
    return folder


def content(store: Store) -> object:
    """All that a store holds."""
    return sorted(map(repr, placed(store.batches())))


@pytest.fixture(scope="module")
def on_one_core(pile: Path, tmp_path_factory: pytest.TempPathFactory) -> object:
    """What one core makes of the pile."""
    address = tmp_path_factory.mktemp("one") / "store.sqlite"
    with open_store(str(address), create=True) as store:
        filling = Filling(store, VERSION)
        list(filling.fill(read_inputs([str(pile)], max_bytes=1000), Bare().read))
        return content(store)


@pytest.mark.parametrize(("seed", "losses"), [(1, 0.0), (2, 0.05), (3, 0.3)])
def test_whatever_is_lost_the_store_is_that_of_one_core(
    pile: Path, tmp_path: Path, on_one_core: object, seed: int, losses: float
) -> None:
    hands = Loose(dice(seed), losses)
    with open_store(str(tmp_path / "many.sqlite"), create=True) as store:
        filling = Filling(store, VERSION, bounds=Bounds(articles=7))
        made = list(filling.take(read_shards(hands, walk(str(pile)), filling.choose)))
        assert content(store) == on_one_core
        assert len([one for one in made if isinstance(one, Ledger)]) == filling.done.read == 74
        assert (filling.done.quarantined, filling.done.skipped) == (2, 1)
        assert filling.done.known + filling.done.copies == 32
        # A second run finds all of it there, and reads nothing.
        again = Filling(store, VERSION)
        made = list(again.take(read_shards(hands, walk(str(pile)), again.choose)))
        assert (again.done.read, again.done.known) == (0, 106)
        assert not any(isinstance(one, Ledger) for one in made)
        assert content(store) == on_one_core
    assert hands.most < 15


def test_parts_hold_what_one_core_reads(pile: Path, tmp_path: Path, on_one_core: object) -> None:
    pytest.importorskip("pyarrow")
    out = tmp_path / "parts"

    def write(losses: float) -> list[Part]:
        made = write_parts(Loose(dice(4), losses), walk(str(pile)), out)
        return [one for one in made if isinstance(one, Part) and one.folder]

    made = write(0.2)
    assert sorted(map(str, (one.folder for one in made))) == sorted(map(str, out.iterdir()))
    assert len(made) == len(folders(out)) == 11
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    assert sum(one.filled.read for one in write(0.0)) == 0
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == before
    with open_store(str(tmp_path / "many.sqlite"), create=True) as store:
        for part in folders(out):
            for batch in parquet.read(part):
                store.write(batch)
        assert content(store) == on_one_core


def test_a_file_that_changes_meanwhile_is_told(pile: Path, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_bytes((pile / "wire.jsonl").read_bytes())
    hands = Loose(dice(1))
    with open_store(str(tmp_path / "store.sqlite"), create=True) as store:
        filling = Filling(store, VERSION)

        def choose(portion: Sequence[T]) -> list[T]:
            path.write_text('{"text": "Another."}\n' * 200)
            return filling.choose(portion)

        with pytest.raises(WorkerError, match=r"wire\.jsonl changed while it was read"):
            list(filling.take(read_shards(hands, walk(str(path)), choose)))
